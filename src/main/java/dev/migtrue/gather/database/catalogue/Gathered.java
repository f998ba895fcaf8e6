package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.model.Row;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The objects found so far. A row tells of an object, or more of one that an earlier row told of: a column of the row is a property, or the
 * columns {@code property} and {@code value} hold one, or {@code item} one more item of it. The column {@code unknown} lists properties that the server keeps to itself.
 */
public final class Gathered {

    private static final Set<String> NOT_PROPERTIES =
            Set.of("kind", "schema", "table", "name", "property", "value", "item", "unknown");

    private final Map<ObjectId, Told> objects = new LinkedHashMap<>();

    private record Told(SequencedMap<String, String> properties, Set<String> unknown) {}

    void add(Collection<Row> rows) {
        rows.forEach(row -> add(id(row), row));
    }

    /** Takes an object of which there may be no more to say. */
    public void found(ObjectId id) {
        told(id);
    }

    /** Takes a property for an object, which is made where no row told of it. */
    public void put(ObjectId id, String property, String value) {
        told(id).properties().put(property, value.replace("\r\n", "\n"));
    }

    /** Takes that a property could not be found out. */
    public void unknown(ObjectId id, String property) {
        told(id).unknown().add(property);
    }

    /** Takes one more item of a property that is a list. */
    void append(ObjectId id, String property, String item) {
        put(
                id,
                property,
                property(id, property).map(items -> items + ", " + item).orElse(item));
    }

    private void add(ObjectId id, Row row) {
        Told told = told(id);
        row.values().forEach((property, value) -> {
            if (!NOT_PROPERTIES.contains(property)) {
                put(id, property, value);
            }
        });
        row.get("property").ifPresent(property -> row.get("value").ifPresent(value -> put(id, property, value)));
        row.get("property").ifPresent(property -> row.get("item").ifPresent(item -> append(id, property, item)));
        row.get("unknown").ifPresent(names -> told.unknown().addAll(Arrays.asList(names.split(", "))));
    }

    private Told told(ObjectId id) {
        return objects.computeIfAbsent(id, first -> new Told(new LinkedHashMap<>(), new LinkedHashSet<>()));
    }

    static ObjectId id(Row row) {
        String kind = row.get("kind").orElseThrow().toUpperCase(Locale.ROOT).replace(' ', '_');
        return new ObjectId(
                ObjectKind.valueOf(kind),
                row.get("schema"),
                row.get("table"),
                row.get("name").orElseThrow());
    }

    /** The objects as they were told of, in that order. */
    List<SchemaObject> objects() {
        return objects.entrySet().stream()
                .map(object -> new SchemaObject(
                        object.getKey(),
                        object.getValue().properties(),
                        object.getValue().unknown()))
                .toList();
    }

    Optional<String> property(ObjectId id, String property) {
        return Optional.ofNullable(objects.get(id))
                .map(told -> told.properties().get(property));
    }

    /** All that was found. */
    public Schema schema() {
        return Schema.of(objects());
    }
}
