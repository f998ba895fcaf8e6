package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.Optional;
import java.util.function.Function;

/** The statements of PostgreSQL that alter, describe or drop what is there. */
final class PostgresChanges {

    private PostgresChanges() {}

    /** What brings one property to what is there, and does no harm where it is so already; absent where nothing plain does. */
    static Optional<Step> altered(Difference.Changed change) {
        ObjectId id = change.object();
        Optional<String> actual = change.actual();
        if (change.property().equals("comment")) {
            return Optional.of(
                    new Step.Guarded(comment(id, actual.map(SqlName::text).orElse("NULL"))));
        }
        if (id.kind() != ObjectKind.COLUMN) {
            return Optional.empty();
        }
        String start = "ALTER TABLE " + SqlName.table(id) + " ALTER COLUMN " + SqlName.of(id.name());
        return switch (change.property()) {
            case "type" -> actual.map(type -> PostgresGuard.unlessOfType(id, type, start + " TYPE " + type));
            case "default" ->
                Optional.of(new Step.Guarded(
                        start + actual.map(value -> " SET DEFAULT " + value).orElse(" DROP DEFAULT")));
            case "nullable" ->
                actual.map(
                        value -> new Step.Guarded(start + (value.equals("yes") ? " DROP NOT NULL" : " SET NOT NULL")));
            default -> Optional.empty();
        };
    }

    /** What says its comment; absent where it has none. */
    static Optional<Step> comment(SchemaObject object) {
        return Optional.ofNullable(object.properties().get("comment"))
                .map(text -> new Step.Guarded(comment(object.id(), SqlName.text(text))));
    }

    private static String comment(ObjectId id, String text) {
        return "COMMENT ON " + named(id) + " IS " + text;
    }

    private static String named(ObjectId id) {
        return switch (id.kind()) {
            case COLUMN -> "COLUMN " + SqlName.table(id) + "." + SqlName.of(id.name());
            case PRIMARY_KEY, UNIQUE_CONSTRAINT, FOREIGN_KEY, CHECK_CONSTRAINT, EXCLUSION_CONSTRAINT ->
                "CONSTRAINT " + SqlName.of(id.name()) + " ON " + SqlName.table(id);
            case TRIGGER, RULE, POLICY -> id.kind().name() + " " + SqlName.of(id.name()) + " ON " + SqlName.table(id);
            case FUNCTION, PROCEDURE -> id.kind().name() + " " + PostgresRoutines.withTypes(id);
            case ENUM_TYPE, COMPOSITE_TYPE -> "TYPE " + SqlName.of(id);
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW " + SqlName.of(id);
            default -> id.kind().name() + " " + SqlName.of(id);
        };
    }

    /** What drops what stands by itself; {@code kind} in the words of the statement. */
    static Function<SchemaObject, String> dropped(String kind) {
        return object -> "DROP " + kind + " IF EXISTS " + SqlName.of(object.id());
    }

    /** What drops something that belongs to a table but has a statement of its own. */
    static String droppedFromTable(SchemaObject object) {
        ObjectId id = object.id();
        return "DROP " + id.kind().name() + " IF EXISTS " + SqlName.of(id.name()) + " ON " + SqlName.table(id);
    }

    static String droppedConstraint(SchemaObject object) {
        ObjectId id = object.id();
        return "ALTER TABLE " + SqlName.table(id) + " DROP CONSTRAINT IF EXISTS " + SqlName.of(id.name());
    }

    static String droppedColumn(SchemaObject object) {
        ObjectId id = object.id();
        return "ALTER TABLE " + SqlName.table(id) + " DROP COLUMN IF EXISTS " + SqlName.of(id.name());
    }

    static String droppedRoutine(SchemaObject object) {
        ObjectId id = object.id();
        return "DROP " + id.kind().name() + " IF EXISTS " + PostgresRoutines.withTypes(id);
    }
}
