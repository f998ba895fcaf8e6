package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.report.draft.Wording.Renewal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of PostgreSQL. */
final class PostgresScribe implements Scribe {

    private static final Wording CONSTRAINT = Wording.of(
            Renewal.AFTER_DROP,
            PostgresTables::constraint,
            PostgresChanges::droppedConstraint,
            "definition",
            "columns",
            "references",
            "match",
            "on update",
            "on delete",
            "deferrable",
            "validated",
            "inherited");

    private static final Wording ROUTINE = Wording.of(
            Renewal.REPLACES,
            PostgresRoutines::routine,
            PostgresChanges::droppedRoutine,
            "arguments",
            "returns",
            "language",
            "body",
            "volatility",
            "strict",
            "security",
            "leakproof",
            "parallel",
            "window",
            "cost",
            "rows");

    private static final Map<ObjectKind, Wording> WORDINGS = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    ObjectKind.SCHEMA,
                    Wording.of(Renewal.DESTROYS, PostgresTables::schema, PostgresChanges.dropped("SCHEMA"))),
            Map.entry(
                    ObjectKind.EXTENSION,
                    Wording.of(
                            Renewal.AFTER_DROP,
                            PostgresTables::extension,
                            PostgresChanges.dropped("EXTENSION"),
                            "version",
                            "in schema")),
            Map.entry(
                    ObjectKind.ENUM_TYPE,
                    Wording.of(Renewal.AFTER_DROP, PostgresTables::type, PostgresChanges.dropped("TYPE"), "values")),
            Map.entry(
                    ObjectKind.DOMAIN,
                    Wording.of(
                            Renewal.AFTER_DROP,
                            PostgresTables::type,
                            PostgresChanges.dropped("DOMAIN"),
                            "type",
                            "collation",
                            "default",
                            "nullable")),
            Map.entry(
                    ObjectKind.COMPOSITE_TYPE,
                    Wording.of(
                            Renewal.AFTER_DROP, PostgresTables::type, PostgresChanges.dropped("TYPE"), "attributes")),
            Map.entry(
                    ObjectKind.SEQUENCE,
                    Wording.of(
                            Renewal.DESTROYS,
                            PostgresTables::sequence,
                            PostgresChanges.dropped("SEQUENCE"),
                            "counts",
                            "owned by")),
            Map.entry(
                    ObjectKind.TABLE,
                    new Wording(
                            Set.of("persistence", "inherits", "partitioned by", "options"),
                            PostgresTables::table,
                            table -> List.of("DROP TABLE IF EXISTS " + SqlName.of(table.id())),
                            Renewal.DESTROYS)),
            Map.entry(
                    ObjectKind.COLUMN,
                    Wording.of(
                            Renewal.DESTROYS,
                            PostgresTables::column,
                            PostgresChanges::droppedColumn,
                            "type",
                            "collation",
                            "default",
                            "generated",
                            "identity",
                            "identity sequence",
                            "nullable")),
            Map.entry(ObjectKind.PRIMARY_KEY, CONSTRAINT),
            Map.entry(ObjectKind.UNIQUE_CONSTRAINT, CONSTRAINT),
            Map.entry(ObjectKind.FOREIGN_KEY, CONSTRAINT),
            Map.entry(ObjectKind.CHECK_CONSTRAINT, CONSTRAINT),
            Map.entry(ObjectKind.EXCLUSION_CONSTRAINT, CONSTRAINT),
            Map.entry(
                    ObjectKind.INDEX,
                    Wording.of(
                            Renewal.AFTER_DROP,
                            PostgresTables::index,
                            PostgresChanges.dropped("INDEX"),
                            "unique",
                            "method",
                            "columns",
                            "include",
                            "nulls",
                            "options",
                            "where")),
            Map.entry(ObjectKind.VIEW, view("VIEW", Renewal.REPLACES)),
            Map.entry(ObjectKind.MATERIALIZED_VIEW, view("MATERIALIZED VIEW", Renewal.AFTER_DROP)),
            Map.entry(ObjectKind.FUNCTION, ROUTINE),
            Map.entry(ObjectKind.PROCEDURE, ROUTINE),
            Map.entry(
                    ObjectKind.TRIGGER,
                    Wording.of(
                            Renewal.AFTER_DROP,
                            PostgresRoutines::trigger,
                            PostgresChanges::droppedFromTable,
                            "timing",
                            "events",
                            "columns",
                            "deferrable constraint",
                            "old table",
                            "new table",
                            "for each",
                            "condition",
                            "calls")),
            Map.entry(
                    ObjectKind.RULE,
                    Wording.of(
                            Renewal.REPLACES, PostgresRoutines::rule, PostgresChanges::droppedFromTable, "definition")),
            Map.entry(
                    ObjectKind.POLICY,
                    Wording.of(
                            Renewal.AFTER_DROP,
                            PostgresRoutines::policy,
                            PostgresChanges::droppedFromTable,
                            "mode",
                            "command",
                            "roles",
                            "using",
                            "with check"))));

    private static Wording view(String kind, Renewal renewal) {
        return Wording.of(renewal, PostgresTables::view, PostgresChanges.dropped(kind), "options", "definition");
    }

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
        return PostgresChanges.comment(object);
    }

    @Override
    public boolean isUsual(SchemaObject object, String property) {
        ObjectKind kind = object.id().kind();
        return switch (property) {
            case "enabled" -> object.properties().getOrDefault(property, "").equals("yes");
            case "granted to public" -> isUsualRight(kind, object.properties().getOrDefault(property, ""));
            default -> kind == ObjectKind.DOMAIN && property.startsWith("check ");
        };
    }

    /** Everybody may use types and call routines until somebody says otherwise. */
    private static boolean isUsualRight(ObjectKind kind, String right) {
        boolean isRoutine = kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE;
        return kind != ObjectKind.SCHEMA && right.equals(isRoutine ? "execute" : "usage");
    }

    /** The column that a sequence counts for may come after it. */
    @Override
    public List<Step> settled(SchemaObject object) {
        ObjectId id = object.id();
        return Optional.ofNullable(object.properties().get("owned by"))
                .filter(owner -> id.kind() == ObjectKind.SEQUENCE)
                .map(owner -> {
                    int dot = owner.lastIndexOf('.');
                    return List.<Step>of(new Step.Guarded("ALTER SEQUENCE " + SqlName.of(id) + " OWNED BY "
                            + SqlName.in(id.schema(), owner.substring(0, dot)) + "."
                            + SqlName.of(owner.substring(dot + 1))));
                })
                .orElse(List.of());
    }

    @Override
    public Optional<Step> altered(Difference.Changed change, Optional<SchemaObject> actual) {
        return PostgresChanges.altered(change);
    }
}
