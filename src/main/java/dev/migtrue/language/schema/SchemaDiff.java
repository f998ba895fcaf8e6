package dev.migtrue.language.schema;

import java.util.List;

/**
 * How two schemas compare.
 *
 * @param differences in the order of their objects; empty where the schemas are made the same, as far as they were compared
 * @param notCompared the properties that were unknown on one side
 */
public record SchemaDiff(List<Difference> differences, List<NotCompared> notCompared) {

    public SchemaDiff {
        differences = List.copyOf(differences);
        notCompared = List.copyOf(notCompared);
    }

    /** A property of an object that is on both sides, and of which one side does not know the value. */
    public record NotCompared(ObjectId object, String property) {}

    /** What {@code actual} has and lacks where it should be as {@code expected} is. */
    public static SchemaDiff between(Schema expected, Schema actual) {
        return new Comparison(expected, actual).diff();
    }
}
