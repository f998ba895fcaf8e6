package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of an object that is there.
 *
 * @param definition what it was made from
 * @param facets what was set on it since
 * @param uses what cannot go without it
 * @param partOf with what it goes silently
 * @param extent whether all its members are known
 * @param rows what it holds
 */
record Entry(
        ObjectKind kind,
        String definition,
        Map<String, String> facets,
        Set<Key> uses,
        Set<Key> partOf,
        Extent extent,
        Rows rows) {

    enum Extent {
        WHOLE,
        PARTLY
    }

    Entry {
        SortedMap<String, String> sorted = new TreeMap<>(facets);
        facets = java.util.Collections.unmodifiableSortedMap(sorted);
        uses = Set.copyOf(uses);
        partOf = Set.copyOf(partOf);
    }

    static Entry of(ObjectKind kind, String definition) {
        return new Entry(kind, definition, Map.of(), Set.of(), Set.of(), Extent.WHOLE, Rows.NONE);
    }

    /** One that was there before anybody looked. */
    static Entry given(ObjectKind kind, Key key) {
        return new Entry(kind, "given " + key, Map.of(), Set.of(), Set.of(), Extent.PARTLY, Rows.given(key.toString()));
    }

    boolean isWhole() {
        return extent == Extent.WHOLE;
    }

    Entry with(String facet, String value) {
        Map<String, String> more = new TreeMap<>(facets);
        more.put(facet, value);
        return new Entry(kind, definition, more, uses, partOf, extent, rows);
    }

    Entry without(String facet) {
        Map<String, String> fewer = new TreeMap<>(facets);
        fewer.remove(facet);
        return new Entry(kind, definition, fewer, uses, partOf, extent, rows);
    }

    Entry define(String other) {
        return new Entry(kind, other, facets, uses, partOf, extent, rows);
    }

    Entry using(Set<Key> keys) {
        return new Entry(kind, definition, facets, keys, partOf, extent, rows);
    }

    Entry partOf(Set<Key> keys) {
        return new Entry(kind, definition, facets, uses, keys, extent, rows);
    }

    Entry holding(Rows other) {
        return new Entry(kind, definition, facets, uses, partOf, extent, other);
    }

    Entry whole(Extent other) {
        return new Entry(kind, definition, facets, uses, partOf, other, rows);
    }

    /** With other names for what it refers to. */
    Entry renamed(java.util.function.UnaryOperator<Key> names) {
        return using(uses.stream().map(names).collect(Collectors.toSet()))
                .partOf(partOf.stream().map(names).collect(Collectors.toSet()));
    }
}
