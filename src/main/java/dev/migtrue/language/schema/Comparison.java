package dev.migtrue.language.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiFunction;

/**
 * Works out how two schemas compare, from what holds others to what is held: once a table is known to be renamed or gone, so is what belongs to
 * it.
 */
final class Comparison {

    private final Belongings expected;
    private final Belongings actual;
    private final Renames renames = new Renames();
    private final List<Difference> differences = new ArrayList<>();
    private final List<SchemaDiff.NotCompared> notCompared = new ArrayList<>();

    Comparison(Schema expected, Schema actual) {
        this.expected = new Belongings(expected);
        this.actual = new Belongings(actual);
    }

    SchemaDiff diff(SortedSet<ObjectKind> hidden) {
        for (Rank rank : Rank.values()) {
            match(rank);
        }
        expected.all()
                .forEach(object -> actual.find(renames.of(object.id())).ifPresent(other -> compare(object, other)));
        // What changed in one object stays in the order of its properties.
        differences.sort(Comparator.comparing(Difference::object));
        return new SchemaDiff(differences, notCompared, hidden);
    }

    /** Finds out what is missing, unexpected or renamed among the objects of a rank. */
    private void match(Rank rank) {
        followRenames(missing(rank), unexpected(rank));
        List<SchemaObject> missing = missing(rank);
        List<SchemaObject> unexpected = unexpected(rank);
        Map<SchemaObject, SchemaObject> pairs = pairs(missing, unexpected);
        pairs.forEach((from, to) -> renames.add(from.id(), to.id()));
        pairs.forEach((from, to) -> differences.add(new Difference.Renamed(from, to)));
        missing.stream().filter(object -> !pairs.containsKey(object)).forEach(object -> lose(object, expected));
        unexpected.stream().filter(object -> !pairs.containsValue(object)).forEach(object -> lose(object, actual));
    }

    private List<SchemaObject> missing(Rank rank) {
        return expected.of(rank).stream()
                .filter(object -> actual.find(renames.of(object.id())).isEmpty())
                .filter(object -> !expected.goesWithItsHolder(object))
                .toList();
    }

    private List<SchemaObject> unexpected(Rank rank) {
        Set<ObjectId> known = new HashSet<>();
        expected.of(rank).forEach(object -> known.add(renames.of(object.id())));
        return actual.of(rank).stream()
                .filter(object -> !known.contains(object.id()))
                .filter(object -> !actual.goesWithItsHolder(object))
                .toList();
    }

    /** What was never given a name is called by what it consists of: where that was renamed, nothing else differs. */
    private void followRenames(List<SchemaObject> missing, List<SchemaObject> unexpected) {
        Map<ObjectId, ObjectId> there = new HashMap<>();
        unexpected.forEach(object -> there.put(
                masked(object.id(), renames.maskActual(object.id(), object.id().name())), object.id()));
        missing.forEach(object -> Optional.ofNullable(there.get(masked(
                        renames.of(object.id()),
                        renames.maskExpected(object.id(), object.id().name()))))
                .ifPresent(other -> renames.add(object.id(), other)));
    }

    private static ObjectId masked(ObjectId id, String name) {
        return new ObjectId(id.kind(), id.schema(), id.table(), name);
    }

    private void lose(SchemaObject object, Belongings side) {
        List<SchemaObject> parts = side.within(object);
        side.markUnmatched(object);
        BiFunction<SchemaObject, List<SchemaObject>, Difference> kind =
                side == expected ? Difference.Missing::new : Difference.Unexpected::new;
        differences.add(kind.apply(object, parts));
    }

    /** What is missing, with what is there instead, if on both sides only one thing is made so. */
    private Map<SchemaObject, SchemaObject> pairs(List<SchemaObject> missing, List<SchemaObject> unexpected) {
        Map<String, List<SchemaObject>> before = byContent(missing, expected, renames::maskExpected);
        Map<String, List<SchemaObject>> after = byContent(unexpected, actual, renames::maskActual);
        Map<SchemaObject, SchemaObject> pairs = new LinkedHashMap<>();
        before.forEach((content, from) -> {
            List<SchemaObject> to = after.getOrDefault(content, List.of());
            if (from.size() == 1 && to.size() == 1) {
                pairs.put(from.getFirst(), to.getFirst());
            }
        });
        return pairs;
    }

    private static Map<String, List<SchemaObject>> byContent(
            List<SchemaObject> objects, Belongings side, BiFunction<ObjectId, String, String> mask) {
        Map<String, List<SchemaObject>> byContent = new LinkedHashMap<>();
        for (SchemaObject object : objects) {
            new Content(object, side.within(object), mask)
                    .text()
                    .ifPresent(text -> byContent
                            .computeIfAbsent(text, first -> new ArrayList<>())
                            .add(object));
        }
        return byContent;
    }

    private void compare(SchemaObject from, SchemaObject to) {
        Set<String> names = new LinkedHashSet<>(from.properties().sequencedKeySet());
        names.addAll(to.properties().sequencedKeySet());
        names.addAll(from.unknown());
        names.addAll(to.unknown());
        for (String name : names) {
            Optional<String> before = Optional.ofNullable(from.properties().get(name));
            Optional<String> after = Optional.ofNullable(to.properties().get(name));
            if (from.unknown().contains(name) || to.unknown().contains(name)) {
                notCompared.add(new SchemaDiff.NotCompared(from.id(), name));
            } else if (!isSame(from.id(), before, to.id(), after)) {
                differences.add(new Difference.Changed(from.id(), name, before, after));
            }
        }
    }

    private boolean isSame(ObjectId from, Optional<String> before, ObjectId to, Optional<String> after) {
        return Objects.equals(before, after)
                || before.map(text -> renames.maskExpected(from, text))
                        .equals(after.map(text -> renames.maskActual(to, text)));
    }
}
