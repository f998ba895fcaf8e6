package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Source;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Which guards came to which server, and when. */
final class Wordings {

    /** What MySQL drops with a guard, which are not its indexes. */
    private static final Set<ObjectKind> FORGIVEN_BY_MYSQL = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.DATABASE,
            ObjectKind.SCHEMA,
            ObjectKind.PROCEDURE,
            ObjectKind.FUNCTION,
            ObjectKind.TRIGGER,
            ObjectKind.EVENT,
            ObjectKind.USER,
            ObjectKind.ROLE,
            ObjectKind.SERVER,
            ObjectKind.SPATIAL_REFERENCE_SYSTEM);

    private static final Set<ObjectKind> REPLACED_BY_ORACLE = EnumSet.of(
            ObjectKind.VIEW,
            ObjectKind.PROCEDURE,
            ObjectKind.FUNCTION,
            ObjectKind.PACKAGE,
            ObjectKind.PACKAGE_BODY,
            ObjectKind.TRIGGER,
            ObjectKind.TYPE,
            ObjectKind.TYPE_BODY,
            ObjectKind.SYNONYM,
            ObjectKind.DIRECTORY,
            ObjectKind.LIBRARY,
            ObjectKind.CONTEXT,
            ObjectKind.JAVA_SOURCE);

    private static final Set<ObjectKind> ALTERED_BY_SQL_SERVER =
            EnumSet.of(ObjectKind.VIEW, ObjectKind.PROCEDURE, ObjectKind.FUNCTION, ObjectKind.TRIGGER);

    private static final Pattern CONFLICT = Pattern.compile("(?i)\\bconflict\\b");

    private Wordings() {}

    static boolean isRight(Action.Create create, Server server) {
        Modifiers modifiers = create.modifiers();
        boolean isGuarded = modifiers.has(Modifier.IF_NOT_EXISTS);
        boolean isReplacing = modifiers.has(Modifier.OR_REPLACE);
        return switch (server.dialect()) {
            case MYSQL -> !isGuarded || isGuardedByMySql(create.kind(), server);
            case ORACLE ->
                (!isGuarded || !server.isBefore(23, 0, 0))
                        && !(isGuarded && isReplacing)
                        && (!isReplacing || REPLACED_BY_ORACLE.contains(create.kind()));
            case SQL_SERVER ->
                !isReplacing && (!modifiers.has(Modifier.OR_ALTER) || ALTERED_BY_SQL_SERVER.contains(create.kind()));
            case H2 -> isOfH2(create, server);
            case POSTGRESQL, MARIADB, SQLITE, ANSI -> true;
        };
    }

    /** What PostgreSQL alone says of tables and indexes. */
    static boolean isOfPostgres(Action.Create create, Server server) {
        boolean isUnnamed = create.definition() instanceof Definition.Index index
                && index.index().name().isEmpty()
                && server.dialect() != Dialect.H2;
        boolean isHere = server.dialect() == Dialect.POSTGRESQL || server.dialect() == Dialect.ANSI;
        return !isHere
                && (isUnnamed
                        || create.modifiers().has(Modifier.CONCURRENTLY)
                        || create.modifiers().has(Modifier.UNLOGGED));
    }

    private static boolean isGuardedByMySql(ObjectKind kind, Server server) {
        return switch (kind) {
            case TABLE, DATABASE, SCHEMA, EVENT -> true;
            case USER -> !server.isBefore(5, 7, 6);
            case ROLE -> !server.isBefore(8, 0, 0);
            case PROCEDURE, FUNCTION, TRIGGER -> !server.isBefore(8, 0, 29);
            case VIEW -> !server.isBefore(9, 1, 0);
            default -> false;
        };
    }

    private static boolean isOfH2(Action.Create create, Server server) {
        boolean isForeign = create.definition() instanceof Definition.Table table
                && (!table.like().isEmpty() || !table.indexes().isEmpty());
        boolean isKeyed = create.definition() instanceof Definition.Table table
                && table.columns().stream()
                        .anyMatch(column -> column.name().name().last().equals("KEY"));
        return (!isForeign && !isKeyed) || isMySql(server);
    }

    /** Whether it takes the words of MySQL: H2 in such a mode. */
    static boolean isMySql(Server server) {
        return server.imitated().equals("mysql") || server.imitated().equals("mariadb");
    }

    static boolean isRight(Action.Drop drop, Server server) {
        boolean isOfSqlite = drop.objects().size() == 1 && !drop.modifiers().has(Modifier.CASCADE);
        boolean isLoose = drop.kind() == ObjectKind.INDEX
                && drop.objects().stream().anyMatch(dropped -> dropped.on().isEmpty());
        boolean isMySqlDialect = server.dialect() == Dialect.MYSQL || server.dialect() == Dialect.MARIADB;
        if ((server.dialect() == Dialect.SQLITE && !isOfSqlite) || (isLoose && isMySqlDialect)) {
            return false;
        }
        if (!Engine.isGuarded(drop.modifiers())) {
            return true;
        }
        return switch (server.dialect()) {
            case MYSQL ->
                FORGIVEN_BY_MYSQL.contains(drop.kind())
                        && (drop.kind() != ObjectKind.USER || !server.isBefore(5, 7, 8));
            case ORACLE -> !server.isBefore(23, 0, 0);
            case POSTGRESQL, MARIADB, SQLITE, SQL_SERVER, H2, ANSI -> true;
        };
    }

    static boolean isRight(Action.Rename rename, Server server) {
        return server.dialect() != Dialect.MYSQL || !Engine.isGuarded(rename.modifiers());
    }

    static boolean isRight(Action.Grant grant, Server server) {
        boolean isGuarded = Engine.isGuarded(grant.modifiers());
        return switch (server.dialect()) {
            case MYSQL -> !isGuarded || !server.isBefore(8, 0, 30);
            case POSTGRESQL, MARIADB, SQLITE, SQL_SERVER, ORACLE, H2, ANSI -> !isGuarded;
        };
    }

    /** What an {@code INSERT} does about rows that are there is said by each in its own words. */
    static boolean isRight(Action.Insert insert, Server server, Text text) {
        boolean isOfPostgres = insert.conflict().isPresent() && isOnConflict(text);
        boolean isOfMySql = (insert.conflict().isPresent() && !isOfPostgres)
                || insert.modifiers().has(Modifier.IGNORE)
                || insert.modifiers().has(Modifier.REPLACE);
        return switch (server.dialect()) {
            case H2 ->
                (!isOfMySql || isMySql(server))
                        && (!isOfPostgres || server.imitated().startsWith("postgre"));
            case MYSQL, MARIADB -> !isOfPostgres && !beginsWith(text, "insert or ");
            case SQL_SERVER, ORACLE -> !isOfPostgres && !isOfMySql;
            case SQLITE ->
                !((insert.conflict().isPresent() && !isOfPostgres)
                        || insert.source() instanceof Source.Assigned
                        || beginsWith(text, "insert ignore"));
            case POSTGRESQL, ANSI -> true;
        };
    }

    private static boolean beginsWith(Text text, String words) {
        return text.plain().toLowerCase(java.util.Locale.ROOT).startsWith(words);
    }

    private static boolean isOnConflict(Text text) {
        return CONFLICT.matcher(text.plain()).find();
    }
}
