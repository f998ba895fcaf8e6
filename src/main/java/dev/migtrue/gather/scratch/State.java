package dev.migtrue.gather.scratch;

import dev.migtrue.gather.scratch.Change.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a database holds at one moment. What differs each time although nobody changed it is left out.
 *
 * @param definitions what makes each thing what it is
 * @param rows of each table
 */
record State(SortedMap<Thing, String> definitions, SortedMap<String, RowSet> rows) {

    State {
        definitions = new TreeMap<>(definitions);
        rows = new TreeMap<>(rows);
    }

    /** What is not in a later one as it is in this. */
    List<Change> changes(State later) {
        List<Change> changes = new ArrayList<>();
        for (Thing thing : union(definitions, later.definitions)) {
            change(thing, later).ifPresent(changes::add);
        }
        for (String table : union(rows, later.rows)) {
            RowSet before = rows.getOrDefault(table, new RowSet(Map.of()));
            RowSet after = later.rows.getOrDefault(table, new RowSet(Map.of()));
            if (!before.equals(after)) {
                changes.add(new Change(
                        Way.CHANGED,
                        "rows",
                        table,
                        "%d new, %d gone".formatted(after.without(before), before.without(after))));
            }
        }
        return changes;
    }

    /** It without some things, and without the values of some rows. */
    State blurred(List<Change> unsteady) {
        SortedMap<Thing, String> left = new TreeMap<>(definitions);
        SortedMap<String, RowSet> counted = new TreeMap<>(rows);
        for (Change change : unsteady) {
            left.remove(new Thing(change.what(), change.name()));
            counted.computeIfPresent(change.name(), (table, set) -> set.blurred());
        }
        return new State(left, counted);
    }

    private Optional<Change> change(Thing thing, State later) {
        Optional<String> before = Optional.ofNullable(definitions.get(thing));
        Optional<String> after = Optional.ofNullable(later.definitions.get(thing));
        if (before.equals(after)) {
            return Optional.empty();
        }
        Way way = before.isEmpty() ? Way.NEW : after.isEmpty() ? Way.GONE : Way.CHANGED;
        String detail = way == Way.CHANGED ? before.orElseThrow() + " became " + after.orElseThrow() : "";
        return Optional.of(new Change(way, thing.what(), thing.name(), detail));
    }

    private static <K extends Comparable<K>> SortedSet<K> union(Map<K, ?> one, Map<K, ?> other) {
        SortedSet<K> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }
}
