package dev.migtrue.language.sql.guard;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.ColumnChange;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's names for what definitions raise when they are run again; measured on 15 to 18. */
final class RaisedByPostgres {

    private RaisedByPostgres() {}

    static List<String> by(Action action) {
        return switch (action) {
            case Action.Create create -> create(create).stream().toList();
            case Action.Drop drop -> List.of(gone(drop.kind()));
            case Action.Alter alter ->
                alter.modifiers().has(Modifier.IF_EXISTS) && isOfWhole(alter)
                        ? List.of()
                        : alter.changes().stream()
                                .filter(change -> !isGuarded(change.modifiers()))
                                .filter(change -> !isMadeRoomFor(change, alter))
                                .flatMap(change -> change(alter, change).stream())
                                .distinct()
                                .toList();
            default -> List.of();
        };
    }

    private static boolean isGuarded(Modifiers modifiers) {
        return modifiers.has(Modifier.IF_EXISTS) || modifiers.has(Modifier.IF_NOT_EXISTS);
    }

    /** {@code ALTER … IF EXISTS … RENAME TO}: the guard is about what goes. */
    private static boolean isOfWhole(Action.Alter alter) {
        return alter.changes().stream()
                .allMatch(change -> change instanceof Change.RenameTo || change instanceof Change.SetSchema);
    }

    /** {@code DROP CONSTRAINT IF EXISTS c, ADD CONSTRAINT c …} in one statement. */
    private static boolean isMadeRoomFor(Change change, Action.Alter alter) {
        return change instanceof Change.AddConstraint add
                && alter.changes().stream()
                        .anyMatch(other -> other instanceof Change.DropConstraint drop
                                && drop.name().isPresent()
                                && drop.name()
                                        .map(name -> name.name())
                                        .equals(add.constraint().name().map(name -> name.name())));
    }

    private static Optional<String> create(Action.Create create) {
        boolean isNamed = create.name().isPresent()
                || (create.definition() instanceof Definition.Index index
                        && index.index().name().isPresent());
        if (!isNamed && create.kind() != ObjectKind.CAST && create.kind() != ObjectKind.USER_MAPPING) {
            return Optional.empty();
        }
        return Optional.of(
                switch (create.kind()) {
                    case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> "duplicate_table";
                    case FUNCTION, PROCEDURE, AGGREGATE, OPERATOR -> "duplicate_function";
                    case SCHEMA -> "duplicate_schema";
                    case DATABASE -> "duplicate_database";
                    case TEXT_SEARCH_CONFIGURATION, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE ->
                        "unique_violation";
                    default -> "duplicate_object";
                });
    }

    private static String gone(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> "undefined_table";
            case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE, OPERATOR -> "undefined_function";
            case SCHEMA -> "invalid_schema_name";
            case DATABASE -> "invalid_catalog_name";
            default -> "undefined_object";
        };
    }

    private static Optional<String> change(Action.Alter alter, Change change) {
        return Optional.ofNullable(
                        switch (change) {
                            case Change.AddColumn add -> "duplicate_column";
                            case Change.DropColumn drop -> "undefined_column";
                            case Change.RenameColumn rename -> "undefined_column";
                            case Change.AddConstraint add -> constraint(add.constraint());
                            case Change.DropConstraint drop -> "undefined_object";
                            case Change.RenameTo rename -> renamed(alter.kind());
                            case Change.RenamePart rename ->
                                rename.kind() == ObjectKind.POLICY ? "duplicate_object" : "undefined_object";
                            case Change.AddLabel add -> "duplicate_object";
                            case Change.RenameLabel rename -> "invalid_parameter_value";
                            case Change.AttachPartition attach -> "wrong_object_type";
                            case Change.DetachPartition detach -> "undefined_table";
                            case Change.Inherit inherit -> "duplicate_table";
                            case Change.AlterColumn column -> column(column.change());
                            case Change.AddMembers add ->
                                alter.kind() == ObjectKind.PUBLICATION ? "duplicate_object" : "";
                            case Change.DropMembers drop ->
                                alter.kind() == ObjectKind.PUBLICATION ? "undefined_object" : "";
                            default -> "";
                        })
                .filter(name -> !name.isEmpty());
    }

    private static String renamed(ObjectKind kind) {
        return switch (kind) {
            case TRIGGER, TYPE, DOMAIN, ROLE, USER, POLICY, RULE, PUBLICATION -> "undefined_object";
            default -> kind.isRelation() ? "undefined_table" : gone(kind);
        };
    }

    private static String constraint(Constraint constraint) {
        boolean isNamed = constraint.name().isPresent();
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> "invalid_table_definition";
            case UNIQUE, EXCLUDE ->
                !isNamed
                        ? ""
                        : constraint.modifiers().has(Modifier.USING_INDEX)
                                ? "object_not_in_prerequisite_state"
                                : "duplicate_table";
            case CHECK, FOREIGN_KEY -> isNamed ? "duplicate_object" : "";
            default -> "";
        };
    }

    private static String column(ColumnChange change) {
        return switch (change) {
            case ColumnChange.AddIdentity add -> "object_not_in_prerequisite_state";
            case ColumnChange.DropIdentity drop ->
                isGuarded(drop.modifiers()) ? "" : "object_not_in_prerequisite_state";
            case ColumnChange.DropExpression drop ->
                isGuarded(drop.modifiers()) ? "" : "object_not_in_prerequisite_state";
            default -> "";
        };
    }
}
