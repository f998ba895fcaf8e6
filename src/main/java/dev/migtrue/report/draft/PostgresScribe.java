package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of PostgreSQL. */
final class PostgresScribe implements Scribe {

    private static final Set<String> OF_CONSTRAINTS = Set.of(
            "definition",
            "columns",
            "references",
            "match",
            "on update",
            "on delete",
            "deferrable",
            "validated",
            "inherited");
    private static final Set<String> OF_ROUTINES = Set.of(
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

    /** The properties that statements say; the comment is a statement of its own. */
    private static final Map<ObjectKind, Set<String>> SAID = new EnumMap<>(Map.ofEntries(
            Map.entry(ObjectKind.SCHEMA, Set.of()),
            Map.entry(ObjectKind.EXTENSION, Set.of("version", "in schema")),
            Map.entry(ObjectKind.ENUM_TYPE, Set.of("values")),
            Map.entry(ObjectKind.DOMAIN, Set.of("type", "collation", "default", "nullable")),
            Map.entry(ObjectKind.COMPOSITE_TYPE, Set.of("attributes")),
            Map.entry(ObjectKind.SEQUENCE, Set.of("counts", "owned by")),
            Map.entry(ObjectKind.TABLE, Set.of("persistence", "inherits", "partitioned by", "options")),
            Map.entry(
                    ObjectKind.COLUMN,
                    Set.of("type", "collation", "default", "generated", "identity", "identity sequence", "nullable")),
            Map.entry(ObjectKind.PRIMARY_KEY, OF_CONSTRAINTS),
            Map.entry(ObjectKind.UNIQUE_CONSTRAINT, OF_CONSTRAINTS),
            Map.entry(ObjectKind.FOREIGN_KEY, OF_CONSTRAINTS),
            Map.entry(ObjectKind.CHECK_CONSTRAINT, OF_CONSTRAINTS),
            Map.entry(ObjectKind.EXCLUSION_CONSTRAINT, OF_CONSTRAINTS),
            Map.entry(ObjectKind.INDEX, Set.of("unique", "method", "columns", "include", "nulls", "options", "where")),
            Map.entry(ObjectKind.VIEW, Set.of("options", "definition")),
            Map.entry(ObjectKind.MATERIALIZED_VIEW, Set.of("options", "definition")),
            Map.entry(ObjectKind.FUNCTION, OF_ROUTINES),
            Map.entry(ObjectKind.PROCEDURE, OF_ROUTINES),
            Map.entry(
                    ObjectKind.TRIGGER,
                    Set.of(
                            "timing",
                            "events",
                            "columns",
                            "deferrable constraint",
                            "old table",
                            "new table",
                            "for each",
                            "condition",
                            "calls")),
            Map.entry(ObjectKind.RULE, Set.of("definition")),
            Map.entry(ObjectKind.POLICY, Set.of("mode", "command", "roles", "using", "with check"))));

    /** What is so of what nobody said anything about. */
    private static final Map<String, String> USUAL = Map.of("enabled", "yes");

    @Override
    public Set<ObjectKind> inTables() {
        return EnumSet.of(ObjectKind.COLUMN);
    }

    @Override
    public List<Step> made(SchemaObject object, List<SchemaObject> parts) {
        boolean isPartition = object.properties().containsKey("partition of");
        if (!SAID.containsKey(object.id().kind()) || isPartition) {
            return List.of(Words.made(object));
        }
        List<Step> steps = new ArrayList<>(List.of(statement(object, parts)));
        Stream.concat(Stream.of(object), parts.stream()).forEach(each -> {
            PostgresChanges.comment(each).ifPresent(sql -> steps.add(new Step.Guarded(sql)));
            unsaid(each).ifPresent(steps::add);
        });
        return steps;
    }

    private static Step statement(SchemaObject object, List<SchemaObject> parts) {
        return switch (object.id().kind()) {
            case SCHEMA -> new Step.Guarded("CREATE SCHEMA IF NOT EXISTS " + SqlName.of(object.id()));
            case EXTENSION ->
                new Step.Guarded(new Phrase(object, "CREATE EXTENSION IF NOT EXISTS " + SqlName.of(object.id()))
                        .with("in schema", name -> "SCHEMA " + SqlName.of(name))
                        .with("version", version -> "VERSION " + SqlName.text(version))
                        .toString());
            case ENUM_TYPE, COMPOSITE_TYPE, DOMAIN -> PostgresTables.type(object);
            case SEQUENCE -> PostgresTables.sequence(object);
            case TABLE -> PostgresTables.table(object, parts);
            case COLUMN -> PostgresTables.column(object);
            case INDEX -> PostgresTables.index(object);
            case VIEW, MATERIALIZED_VIEW -> PostgresTables.view(object);
            case FUNCTION, PROCEDURE -> PostgresRoutines.routine(object);
            case TRIGGER -> PostgresRoutines.trigger(object);
            case RULE -> PostgresRoutines.rule(object);
            case POLICY -> PostgresRoutines.policy(object);
            default -> PostgresTables.constraint(object);
        };
    }

    private static Optional<Step> unsaid(SchemaObject object) {
        Set<String> said = Stream.concat(
                        SAID.getOrDefault(object.id().kind(), Set.of()).stream(),
                        object.properties().entrySet().stream()
                                .filter(property -> isUsualRight(object.id().kind(), property))
                                .map(Map.Entry::getKey))
                .collect(Collectors.toSet());
        said.add("comment");
        object.properties().keySet().stream()
                .filter(name -> object.id().kind() == ObjectKind.DOMAIN && name.startsWith("check "))
                .forEach(said::add);
        return Words.unsaid(object, said, USUAL);
    }

    /** Everybody may use types and call routines until somebody says otherwise. */
    private static boolean isUsualRight(ObjectKind kind, Map.Entry<String, String> property) {
        return property.getKey().equals("granted to public")
                && property.getValue()
                        .equals(kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE ? "execute" : "usage")
                && kind != ObjectKind.SCHEMA;
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
    public Optional<String> dropped(SchemaObject object) {
        return PostgresChanges.dropped(object.id());
    }

    @Override
    public List<Step> changed(Difference.Changed change, Optional<SchemaObject> actual) {
        Optional<Step> altered = PostgresChanges.altered(change);
        if (altered.isPresent()) {
            return List.of(altered.get());
        }
        Optional<SchemaObject> known = actual.filter(
                        object -> SAID.containsKey(object.id().kind()))
                .filter(object ->
                        SAID.getOrDefault(object.id().kind(), Set.of()).contains(change.property()));
        if (known.isEmpty()) {
            return List.of(Words.changed(change, List.of()));
        }
        Step anew = statement(known.get(), List.of());
        boolean isReplaced = EnumSet.of(ObjectKind.VIEW, ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.RULE)
                .contains(known.get().id().kind());
        boolean isMadeAnew = EnumSet.of(ObjectKind.TABLE, ObjectKind.COLUMN, ObjectKind.SEQUENCE, ObjectKind.SCHEMA)
                .contains(known.get().id().kind());
        if (isReplaced) {
            return List.of(anew);
        }
        List<String> suggested = new ArrayList<>();
        if (!isMadeAnew && anew instanceof Step.Guarded guarded) {
            dropped(known.get()).ifPresent(suggested::add);
            suggested.add(guarded.sql());
        }
        return List.of(Words.changed(change, suggested));
    }
}
