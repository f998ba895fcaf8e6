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

/** The statements of H2. */
final class H2Scribe implements Scribe {

    private static final Wording CONSTRAINT = new Wording(
            Set.of("columns", "expression", "references", "on update", "on delete", "nulls distinct"),
            (constraint, parts) -> H2Tables.constraint(constraint),
            H2Tables::droppedConstraint,
            Renewal.AFTER_DROP);

    private static final Wording ROUTINE = Wording.of(
            Renewal.AFTER_DROP,
            H2Others::routine,
            routine -> "DROP ALIAS IF EXISTS " + H2Others.alias(routine.id()),
            "returns",
            "body",
            "calls",
            "language",
            "deterministic");

    private static final Map<ObjectKind, Wording> WORDINGS = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    ObjectKind.SCHEMA,
                    new Wording(
                            Set.of(),
                            (schema, parts) -> H2Others.schema(schema),
                            schema -> List.of(),
                            Renewal.DESTROYS)),
            Map.entry(
                    ObjectKind.DOMAIN,
                    Wording.of(
                            Renewal.DESTROYS,
                            H2Others::domain,
                            H2Others.dropped("DOMAIN"),
                            "type",
                            "default",
                            "on update",
                            "checks")),
            Map.entry(
                    ObjectKind.SEQUENCE,
                    Wording.of(Renewal.DESTROYS, H2Others::sequence, H2Others.dropped("SEQUENCE"), "counts")),
            Map.entry(
                    ObjectKind.TABLE,
                    new Wording(
                            Set.of(),
                            H2Tables::table,
                            table -> List.of("DROP TABLE IF EXISTS " + H2Tables.NAME.of(table.id())),
                            Renewal.DESTROYS)),
            Map.entry(
                    ObjectKind.COLUMN,
                    Wording.of(
                            Renewal.DESTROYS,
                            H2Tables::column,
                            H2Tables::dropped,
                            "type",
                            "nullable",
                            "default",
                            "generated",
                            "identity",
                            "identity sequence",
                            "on update",
                            "default on null",
                            "visible")),
            Map.entry(ObjectKind.PRIMARY_KEY, CONSTRAINT),
            Map.entry(ObjectKind.UNIQUE_CONSTRAINT, CONSTRAINT),
            Map.entry(ObjectKind.FOREIGN_KEY, CONSTRAINT),
            Map.entry(ObjectKind.CHECK_CONSTRAINT, CONSTRAINT),
            Map.entry(
                    ObjectKind.INDEX,
                    Wording.of(
                            Renewal.AFTER_DROP,
                            H2Tables::index,
                            H2Others.dropped("INDEX"),
                            "unique",
                            "columns",
                            "nulls distinct")),
            Map.entry(
                    ObjectKind.VIEW,
                    Wording.of(Renewal.REPLACES, H2Others::view, H2Others.dropped("VIEW"), "definition")),
            Map.entry(
                    ObjectKind.MATERIALIZED_VIEW,
                    Wording.of(
                            Renewal.AFTER_DROP, H2Others::view, H2Others.dropped("MATERIALIZED VIEW"), "definition")),
            Map.entry(ObjectKind.FUNCTION, ROUTINE),
            Map.entry(ObjectKind.PROCEDURE, ROUTINE),
            Map.entry(
                    ObjectKind.TRIGGER,
                    Wording.of(
                            Renewal.AFTER_DROP,
                            H2Others::trigger,
                            H2Others.dropped("TRIGGER"),
                            "timing",
                            "event",
                            "for each",
                            "queue",
                            "waits",
                            "calls")),
            Map.entry(
                    ObjectKind.CONSTANT,
                    Wording.of(Renewal.AFTER_DROP, H2Others::constant, H2Others.dropped("CONSTANT"), "is")),
            Map.entry(
                    ObjectKind.SYNONYM,
                    Wording.of(Renewal.REPLACES, H2Others::synonym, H2Others.dropped("SYNONYM"), "for"))));

    @Override
    public Map<ObjectKind, Wording> wordings() {
        return WORDINGS;
    }

    @Override
    public Set<ObjectKind> inTables() {
        return EnumSet.of(ObjectKind.COLUMN);
    }

    @Override
    public Optional<Step> comment(SchemaObject object) {
        return H2Changes.comment(object);
    }

    @Override
    public Optional<Step> altered(Difference.Changed change, Optional<SchemaObject> actual) {
        return actual.flatMap(object -> H2Changes.altered(change, object));
    }
}
