package dev.migtrue.language.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The objects of a schema by what holds them, and which of them the other schema has nothing for. */
final class Belongings {

    static final String OWNED_BY = "owned by";

    private final Schema schema;
    private final Map<ObjectId, SchemaObject> byId;
    private final Map<Rank, List<SchemaObject>> ranks = new EnumMap<>(Rank.class);
    private final Map<Holder, List<SchemaObject>> held = new HashMap<>();
    private final Set<Holder> unmatched = new HashSet<>();

    /** A schema, or what has parts in it: all that may have parts share their names. */
    private record Holder(Optional<String> schema, Optional<String> table) {}

    Belongings(Schema schema) {
        this.schema = schema;
        // Asked many times: in order, each answer would take a dozen comparisons.
        this.byId = new HashMap<>(schema.objects());
        for (SchemaObject object : schema.all()) {
            ObjectId id = object.id();
            ranks.computeIfAbsent(Rank.of(id), first -> new ArrayList<>()).add(object);
            holders(object)
                    .forEach(holder -> held.computeIfAbsent(holder, first -> new ArrayList<>())
                            .add(object));
        }
    }

    private static Stream<Holder> holders(SchemaObject object) {
        ObjectId id = object.id();
        Stream<Holder> schema = id.schema().stream().map(name -> new Holder(id.schema(), Optional.empty()));
        Stream<Holder> table = Stream.concat(id.table().stream(), tableOfOwner(object).stream())
                .map(name -> new Holder(id.schema(), Optional.of(name)));
        return Stream.concat(schema, table);
    }

    /** A sequence that a column owns goes with its table, which stands in the same schema. */
    private static Optional<String> tableOfOwner(SchemaObject object) {
        return Optional.ofNullable(object.properties().get(OWNED_BY))
                .filter(column -> object.id().kind() == ObjectKind.SEQUENCE)
                .map(column -> column.substring(0, Math.max(0, column.lastIndexOf('.'))));
    }

    /** What others would name as their holder; absent of what holds nothing. */
    private static Optional<Holder> asHolder(ObjectId id) {
        return switch (id.kind()) {
            case SCHEMA -> Optional.of(new Holder(Optional.of(id.name()), Optional.empty()));
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW ->
                Optional.of(new Holder(id.schema(), Optional.of(id.name())));
            default -> Optional.empty();
        };
    }

    Collection<SchemaObject> all() {
        return schema.all();
    }

    Optional<SchemaObject> find(ObjectId id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<SchemaObject> of(Rank rank) {
        return ranks.getOrDefault(rank, List.of());
    }

    /** What belongs to an object, however deep. */
    List<SchemaObject> within(SchemaObject object) {
        return asHolder(object.id())
                .map(holder -> held.getOrDefault(holder, List.of()))
                .orElse(List.of());
    }

    void markUnmatched(SchemaObject object) {
        asHolder(object.id()).ifPresent(unmatched::add);
    }

    /** Whether what holds it is marked: then nothing more is to be said of it. */
    boolean goesWithItsHolder(SchemaObject object) {
        return holders(object).anyMatch(unmatched::contains);
    }
}
