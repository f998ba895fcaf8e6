package dev.migtrue.language.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing that a database is made of.
 *
 * @param properties what is true of it, in canonical texts: two servers of a kind print the same for the same; in the order in which they
 *     are told. What is not there does not hold: a column without {@code default} has none
 * @param unknown the properties that could not be found out; they are never compared
 */
public record SchemaObject(ObjectId id, SequencedMap<String, String> properties, Set<String> unknown) {

    public SchemaObject {
        properties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(properties));
        unknown = Set.copyOf(unknown);
    }

    /** One of which everything is known. */
    public SchemaObject(ObjectId id, SequencedMap<String, String> properties) {
        this(id, properties, Set.of());
    }

    /** All there is to say, a line for each property, the first names it. */
    public String text() {
        return properties.entrySet().stream()
                .map(property -> "\n  " + line(property))
                .collect(Collectors.joining("", id.toString(), ""));
    }

    private static String line(Map.Entry<String, String> property) {
        return property.getKey() + ": " + property.getValue().replace("\n", "\n    ");
    }
}
