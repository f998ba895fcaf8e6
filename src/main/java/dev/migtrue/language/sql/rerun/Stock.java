package dev.migtrue.language.sql.rerun;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * The objects that are there, with what refers to them. Never changes: one object more gives another one.
 *
 * @param users what cannot go on without an object
 * @param parts what goes silently with an object
 */
record Stock(Sorted<Key, Entry> present, Links users, Links parts) {

    static Stock empty() {
        return new Stock(Sorted.empty(), Links.none(), Links.none());
    }

    Optional<Entry> find(Key key) {
        return present.find(key);
    }

    Stock with(Key key, Entry entry) {
        return changed(key, Optional.of(entry), present.with(key, entry));
    }

    Stock without(Key key) {
        return changed(key, Optional.empty(), present.without(key));
    }

    private Stock changed(Key key, Optional<Entry> after, Sorted<Key, Entry> others) {
        Optional<Entry> before = find(key);
        return new Stock(
                others,
                users.changed(key, references(before, Entry::uses), references(after, Entry::uses)),
                parts.changed(key, references(before, Entry::partOf), references(after, Entry::partOf)));
    }

    private static Set<Key> references(Optional<Entry> entry, Function<Entry, Set<Key>> which) {
        return entry.map(which).orElse(Set.of());
    }

    /** With other names for an object, its members and wherever these are referred to. */
    Stock renamed(Key from, UnaryOperator<Key> names) {
        Set<Key> affected = new TreeSet<>(members(present, from));
        affected.add(from);
        affected.addAll(users.toWhole(from));
        affected.addAll(parts.toWhole(from));
        SequencedMap<Key, Entry> moved = new LinkedHashMap<>();
        Stock stock = this;
        for (Key key : affected) {
            find(key).ifPresent(entry -> moved.put(names.apply(key), entry.renamed(names)));
            stock = stock.without(key);
        }
        for (Map.Entry<Key, Entry> entry : moved.entrySet()) {
            stock = stock.with(entry.getKey(), entry.getValue());
        }
        return stock;
    }

    /** Those of a stretch, which {@code place} tells as {@link Sorted#within} asks for it. */
    static <V> List<Key> keys(Sorted<Key, V> map, ToIntFunction<Key> place, Predicate<Key> condition) {
        List<Key> keys = new ArrayList<>();
        map.within(place, (key, value) -> {
            if (condition.test(key)) {
                keys.add(key);
            }
        });
        return keys;
    }

    static <V> List<Key> members(Sorted<Key, V> map, Key owner) {
        List<Key> members = new ArrayList<>();
        for (Space space : Space.OF_MEMBERS) {
            members.addAll(members(map, owner, space));
        }
        return members;
    }

    static <V> List<Key> members(Sorted<Key, V> map, Key owner, Space space) {
        boolean hasNone = !space.isOfMembers()
                || owner.space().isOfMembers()
                || owner.name().isEmpty();
        return hasNone ? List.of() : keys(map, key -> key.place(space, owner.name()), key -> true);
    }
}
