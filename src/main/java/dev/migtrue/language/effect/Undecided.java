package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts the properties of which nobody can say what they are to be.
 *
 * @param decided those of which somebody can, by object
 * @param reason why the others are not compared
 */
record Undecided(Schema actual, SortedMap<ObjectId, Set<String>> decided, String reason) {

    List<Omission> omissions() {
        SortedMap<ObjectKind, SortedMap<String, Integer>> open = new TreeMap<>();
        SortedMap<ObjectKind, Set<String>> told = new TreeMap<>();
        for (SchemaObject object : actual.all()) {
            Set<String> known = decided.getOrDefault(object.id(), Set.of());
            told.computeIfAbsent(object.id().kind(), first -> new HashSet<>()).addAll(known);
            SortedMap<String, Integer> counts = open.computeIfAbsent(object.id().kind(), first -> new TreeMap<>());
            object.properties().keySet().stream()
                    .filter(property -> !known.contains(property))
                    .forEach(property -> counts.merge(property, 1, Integer::sum));
        }
        List<Omission> omissions = new ArrayList<>();
        open.forEach((kind, counts) -> add(omissions, kind, counts, told.getOrDefault(kind, Set.of())));
        return omissions;
    }

    /** Those of which nothing is known of any object, and those of which something is known of some. */
    private void add(List<Omission> omissions, ObjectKind kind, SortedMap<String, Integer> counts, Set<String> told) {
        Set<String> never = new TreeSet<>(counts.keySet());
        never.removeAll(told);
        SortedMap<String, Integer> sometimes = new TreeMap<>(counts);
        sometimes.keySet().removeAll(never);
        if (!never.isEmpty()) {
            omissions.add(new Omission.Properties(kind, never, reason));
        }
        if (!sometimes.isEmpty()) {
            omissions.add(new Omission.Counted(kind, sometimes, reason));
        }
    }
}
