package dev.migtrue.language.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How two schemas compare.
 *
 * @param differences in the order of their objects; empty where the schemas are made the same, as far as they were compared
 * @param notCompared the properties that were unknown on one side
 * @param kindsNotCompared the kinds of objects of which one side may have more than it shows
 */
public record SchemaDiff(
        List<Difference> differences, List<NotCompared> notCompared, SortedSet<ObjectKind> kindsNotCompared) {

    public SchemaDiff {
        differences = List.copyOf(differences);
        notCompared = List.copyOf(notCompared);
        kindsNotCompared = Collections.unmodifiableSortedSet(new TreeSet<>(kindsNotCompared));
    }

    /** A property of an object that is on both sides, and of which one side does not know the value. */
    public record NotCompared(ObjectId object, String property) {}

    /** What {@code actual} has and lacks where it should be as {@code expected} is. */
    public static SchemaDiff between(Schema expected, Schema actual) {
        SortedSet<ObjectKind> hidden = new TreeSet<>(expected.hidden());
        hidden.addAll(actual.hidden());
        return new Comparison(shown(expected, hidden), shown(actual, hidden)).diff(hidden);
    }

    /** The same, but for what nobody can tell of. */
    public static SchemaDiff between(Schema expected, Schema actual, Collection<Omission> omissions) {
        Omissions left = new Omissions(omissions);
        SchemaDiff diff = between(left.outOf(expected), left.outOf(actual));
        return new SchemaDiff(left.outOf(diff.differences()), diff.notCompared(), diff.kindsNotCompared());
    }

    private static Schema shown(Schema schema, Set<ObjectKind> hidden) {
        return hidden.isEmpty()
                ? schema
                : schema.where(object -> !hidden.contains(object.id().kind())
                        && (object.id().table().isEmpty() || !hidden.contains(ObjectKind.TABLE)));
    }
}
