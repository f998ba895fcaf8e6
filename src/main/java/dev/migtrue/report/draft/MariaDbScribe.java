package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.report.draft.Wording.Renewal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of MariaDB. */
final class MariaDbScribe implements Scribe {

    private static final Wording ROUTINE = Wording.of(
            Renewal.REPLACES,
            MariaDbOthers::routine,
            routine ->
                    MariaDbOthers.dropped("drop " + routine.id().kind().words()).apply(routine),
            "parameters",
            "returns",
            "body",
            "deterministic",
            "data access",
            "security",
            "comment");

    private final Map<ObjectKind, Wording> wordings;
    private final MariaDbChanges changes;

    MariaDbScribe(Sides sides) {
        MariaDbTables tables = new MariaDbTables(sides);
        this.wordings = wordings(tables);
        this.changes = new MariaDbChanges(sides, tables);
    }

    private static Map<ObjectKind, Wording> wordings(MariaDbTables tables) {
        Quotes name = MariaDbTables.NAME;
        return new EnumMap<>(Map.ofEntries(
                Map.entry(
                        ObjectKind.SEQUENCE,
                        Wording.of(
                                Renewal.DESTROYS,
                                MariaDbOthers::sequence,
                                MariaDbOthers.dropped("drop sequence"),
                                "counts")),
                Map.entry(
                        ObjectKind.TABLE,
                        new Wording(
                                Set.of("engine", "collation", "options", "comment", "system versioned"),
                                tables::table,
                                table -> List.of("DROP TABLE IF EXISTS " + name.of(table.id())),
                                Renewal.DESTROYS)),
                Map.entry(
                        ObjectKind.COLUMN,
                        Wording.of(
                                Renewal.DESTROYS,
                                tables::added,
                                MariaDbTables::dropped,
                                "type",
                                "collation",
                                "generated",
                                "nullable",
                                "default",
                                "extra",
                                "comment")),
                Map.entry(
                        ObjectKind.PRIMARY_KEY,
                        Wording.of(
                                Renewal.AFTER_DROP,
                                MariaDbTables::primaryKey,
                                key -> MariaDbTables.altering(key.id()) + "DROP PRIMARY KEY",
                                "columns",
                                "method",
                                "comment")),
                Map.entry(
                        ObjectKind.FOREIGN_KEY,
                        new Wording(
                                Set.of("columns", "references", "referenced columns", "on update", "on delete"),
                                (key, parts) -> MariaDbTables.foreignKey(key),
                                MariaDbTables::droppedForeignKey,
                                Renewal.AFTER_DROP)),
                Map.entry(
                        ObjectKind.CHECK_CONSTRAINT,
                        new Wording(
                                Set.of("expression"),
                                (check, parts) -> tables.constraint(check),
                                tables::droppedConstraint,
                                Renewal.AFTER_DROP)),
                Map.entry(
                        ObjectKind.INDEX,
                        Wording.of(
                                Renewal.AFTER_DROP,
                                MariaDbTables::index,
                                index -> "DROP INDEX IF EXISTS "
                                        + name.of(index.id().name()) + " ON " + name.table(index.id()),
                                "columns",
                                "unique",
                                "method",
                                "ignored",
                                "comment")),
                Map.entry(
                        ObjectKind.VIEW,
                        Wording.of(
                                Renewal.REPLACES,
                                MariaDbOthers::view,
                                MariaDbOthers.dropped("drop view"),
                                "definition",
                                "security",
                                "check option")),
                Map.entry(ObjectKind.FUNCTION, ROUTINE),
                Map.entry(ObjectKind.PROCEDURE, ROUTINE),
                Map.entry(
                        ObjectKind.TRIGGER,
                        Wording.of(
                                Renewal.REPLACES,
                                MariaDbOthers::trigger,
                                MariaDbOthers.dropped("drop trigger"),
                                "timing",
                                "event",
                                "body")),
                Map.entry(
                        ObjectKind.EVENT,
                        Wording.of(
                                Renewal.REPLACES,
                                MariaDbOthers::event,
                                MariaDbOthers.dropped("drop event"),
                                "schedule",
                                "body",
                                "enabled",
                                "on completion",
                                "comment"))));
    }

    @Override
    public Map<ObjectKind, Wording> wordings() {
        return wordings;
    }

    /** All but keys that refer to tables which may come later: a column that counts needs its key at once. */
    @Override
    public Set<ObjectKind> inTables() {
        return EnumSet.of(ObjectKind.COLUMN, ObjectKind.PRIMARY_KEY, ObjectKind.CHECK_CONSTRAINT, ObjectKind.INDEX);
    }

    @Override
    public Optional<Step> altered(Difference.Changed change, Optional<SchemaObject> actual) {
        return actual.flatMap(object -> changes.altered(change, object));
    }
}
