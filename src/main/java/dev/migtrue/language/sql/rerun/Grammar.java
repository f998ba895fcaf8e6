package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.EnumSet;
import java.util.Set;

/** Which guards a dialect has for which kinds of objects. */
final class Grammar {

    private static final Set<ObjectKind> GUARDED_BY_POSTGRES = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.INDEX,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE,
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION,
            ObjectKind.SERVER,
            ObjectKind.USER_MAPPING,
            ObjectKind.STATISTICS,
            ObjectKind.COLLATION);
    private static final Set<ObjectKind> REPLACED_BY_POSTGRES = EnumSet.of(
            ObjectKind.VIEW,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE,
            ObjectKind.TRIGGER,
            ObjectKind.RULE,
            ObjectKind.LANGUAGE,
            ObjectKind.TRANSFORM);
    private static final Set<ObjectKind> GUARDED_BY_SQLITE = EnumSet.of(
            ObjectKind.TABLE, ObjectKind.INDEX, ObjectKind.VIEW, ObjectKind.TRIGGER, ObjectKind.VIRTUAL_TABLE);

    private Grammar() {}

    static void check(Action action, Engine engine, Text text) {
        Server server = engine.server();
        boolean isRight = Repertoire.has(server, action, text)
                && switch (action) {
                    case Action.Create create ->
                        Repertoire.has(server, create.kind())
                                && isRight(create, engine.dialect())
                                && !Wordings.isOfPostgres(create, server)
                                && Wordings.isRight(create, server);
                    case Action.Alter alter ->
                        isRight(alter, engine.dialect())
                                && Repertoire.has(server, alter.kind())
                                && Alterations.isRight(alter, server, text);
                    case Action.Drop drop -> Repertoire.has(server, drop.kind()) && Wordings.isRight(drop, server);
                    case Action.Rename rename -> Wordings.isRight(rename, server);
                    case Action.Grant grant -> Wordings.isRight(grant, server);
                    case Action.Insert insert -> Wordings.isRight(insert, server, text);
                    default -> true;
                };
        if (!isRight) {
            throw engine.refused(Fault.SYNTAX, Space.OTHER, "the server knows no such statement");
        }
    }

    private static boolean isRight(Action.Create create, Dialect dialect) {
        Modifiers modifiers = create.modifiers();
        boolean isGuarded = modifiers.has(Modifier.IF_NOT_EXISTS);
        boolean isReplacing = Engine.isReplacing(modifiers);
        return switch (dialect) {
            case POSTGRESQL ->
                (!isGuarded || isGuardedByPostgres(create))
                        && (!isReplacing
                                || (REPLACED_BY_POSTGRES.contains(create.kind())
                                        && !modifiers.has(Modifier.CONSTRAINT)));
            case SQLITE -> (!isGuarded || GUARDED_BY_SQLITE.contains(create.kind())) && !isReplacing;
            case MYSQL -> !isReplacing || create.kind() == ObjectKind.VIEW;
            case MARIADB -> !(isGuarded && isReplacing);
            case SQL_SERVER -> !isGuarded;
            case H2 -> !modifiers.has(Modifier.CONCURRENTLY);
            case ORACLE, ANSI -> true;
        };
    }

    private static boolean isGuardedByPostgres(Action.Create create) {
        boolean hasElements = create.definition() instanceof Definition.Schema schema
                && !schema.elements().isEmpty();
        boolean isNamed = create.name().isPresent()
                && !(create.definition() instanceof Definition.Index index
                        && index.index().name().isEmpty());
        return GUARDED_BY_POSTGRES.contains(create.kind()) && !hasElements && isNamed;
    }

    private static boolean isRight(Action.Alter alter, Dialect dialect) {
        boolean isTableGuarded = Engine.isGuarded(alter.modifiers());
        return switch (dialect) {
            case POSTGRESQL ->
                alter.changes().stream()
                        .noneMatch(change -> (change instanceof Change.AddConstraint
                                        && change.modifiers().has(Modifier.IF_NOT_EXISTS))
                                || (change instanceof Change.RenameColumn && Engine.isGuarded(change.modifiers())));
            case MARIADB -> true;
            case SQLITE, MYSQL -> !isTableGuarded && alter.changes().stream().noneMatch(Grammar::isGuarded);
            default -> true;
        };
    }

    private static boolean isGuarded(Change change) {
        boolean isPartition = change instanceof Change.AddLabel;
        return !isPartition && (change.modifiers().has(Modifier.IF_NOT_EXISTS) || Engine.isGuarded(change.modifiers()));
    }
}
