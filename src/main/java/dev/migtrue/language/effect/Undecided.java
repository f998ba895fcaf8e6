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
        SortedMap<ObjectKind, SortedMap<String, Set<ObjectId>>> open = new TreeMap<>();
        SortedMap<ObjectKind, Set<String>> told = new TreeMap<>();
        for (SchemaObject object : actual.all()) {
            Set<String> known = decided.getOrDefault(object.id(), Set.of());
            told.computeIfAbsent(object.id().kind(), first -> new HashSet<>()).addAll(known);
            SortedMap<String, Set<ObjectId>> objects =
                    open.computeIfAbsent(object.id().kind(), first -> new TreeMap<>());
            object.properties().keySet().stream()
                    .filter(property -> !known.contains(property))
                    .forEach(property -> objects.computeIfAbsent(property, first -> new HashSet<>())
                            .add(object.id()));
        }
        List<Omission> omissions = new ArrayList<>();
        open.forEach((kind, objects) -> add(omissions, kind, objects, told.getOrDefault(kind, Set.of())));
        return omissions;
    }

    /** Those of which nothing is known of any object, and those of which something is known of some. */
    private void add(
            List<Omission> omissions, ObjectKind kind, SortedMap<String, Set<ObjectId>> objects, Set<String> told) {
        Set<String> never = new TreeSet<>(objects.keySet());
        never.removeAll(told);
        SortedMap<String, Set<ObjectId>> sometimes = new TreeMap<>(objects);
        sometimes.keySet().removeAll(never);
        if (!never.isEmpty()) {
            omissions.add(new Omission.Properties(kind, never, reason));
        }
        if (!sometimes.isEmpty()) {
            omissions.add(new Omission.Counted(kind, sometimes, reason));
        }
    }
}
