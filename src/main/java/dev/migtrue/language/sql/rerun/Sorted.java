package dev.migtrue.language.sql.rerun;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * A sorted map that never changes: what is put into it or taken from it gives another one, which shares with it all
 * that is the same. Two with the same keys have the same shape, so that what differs is found without a look at the
 * rest.
 */
sealed interface Sorted<K extends Comparable<K>, V> {

    static <K extends Comparable<K>, V> Sorted<K, V> empty() {
        return new Empty<>();
    }

    Optional<V> find(K key);

    Sorted<K, V> with(K key, V value);

    Sorted<K, V> without(K key);

    /** Gives those for which {@code place} is zero; it is negative for what stands before them, positive for the rest. */
    void within(ToIntFunction<? super K> place, BiConsumer<? super K, ? super V> found);

    /** Gives each key that has not the very same value in both. */
    void differing(Sorted<K, V> other, Consumer<? super K> found);

    /** What stands before a key, and what behind it. */
    Parts<K, V> around(K key);

    /** Both in one, where all of the other one stands behind. */
    Sorted<K, V> joined(Sorted<K, V> behind);

    record Parts<K extends Comparable<K>, V>(Sorted<K, V> before, Optional<V> at, Sorted<K, V> behind) {}

    /** One without anything in it. */
    record Empty<K extends Comparable<K>, V>() implements Sorted<K, V> {

        @Override
        public Optional<V> find(K key) {
            return Optional.empty();
        }

        @Override
        public Sorted<K, V> with(K key, V value) {
            return new Branch<>(key, value, this, this);
        }

        @Override
        public Sorted<K, V> without(K key) {
            return this;
        }

        @Override
        public void within(ToIntFunction<? super K> place, BiConsumer<? super K, ? super V> found) {}

        @Override
        public void differing(Sorted<K, V> other, Consumer<? super K> found) {
            other.within(key -> 0, (key, value) -> found.accept(key));
        }

        @Override
        public Parts<K, V> around(K key) {
            return new Parts<>(this, Optional.empty(), this);
        }

        @Override
        public Sorted<K, V> joined(Sorted<K, V> behind) {
            return behind;
        }
    }

    /** A key above all others in rank, between what stands before it and what stands behind. */
    record Branch<K extends Comparable<K>, V>(K key, V value, int rank, Sorted<K, V> before, Sorted<K, V> behind)
            implements Sorted<K, V> {

        /** Ranks follow from the keys alone and are spread as by chance: that keeps the branches short. */
        Branch(K key, V value, Sorted<K, V> before, Sorted<K, V> behind) {
            this(key, value, spread(key.hashCode()), before, behind);
        }

        private static int spread(int hash) {
            int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
            mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
            return mixed ^ (mixed >>> 16);
        }

        @Override
        public Optional<V> find(K wanted) {
            int order = wanted.compareTo(key);
            if (order == 0) {
                return Optional.of(value);
            }
            return order < 0 ? before.find(wanted) : behind.find(wanted);
        }

        @Override
        public Sorted<K, V> with(K added, V given) {
            int order = added.compareTo(key);
            if (order == 0) {
                return given == value ? this : new Branch<>(key, given, rank, before, behind);
            }
            return order < 0 ? between(before.with(added, given), behind) : between(before, behind.with(added, given));
        }

        /** The higher one stands above the other. */
        private Sorted<K, V> between(Sorted<K, V> first, Sorted<K, V> last) {
            if (first instanceof Branch<K, V> up && up.rank > rank) {
                return new Branch<>(up.key, up.value, up.rank, up.before, between(up.behind, last));
            }
            if (last instanceof Branch<K, V> up && up.rank > rank) {
                return new Branch<>(up.key, up.value, up.rank, between(first, up.before), up.behind);
            }
            return first == before && last == behind ? this : new Branch<>(key, value, rank, first, last);
        }

        @Override
        public Sorted<K, V> without(K removed) {
            int order = removed.compareTo(key);
            if (order == 0) {
                return before.joined(behind);
            }
            return order < 0 ? between(before.without(removed), behind) : between(before, behind.without(removed));
        }

        @Override
        public void within(ToIntFunction<? super K> place, BiConsumer<? super K, ? super V> found) {
            int at = place.applyAsInt(key);
            if (at >= 0) {
                before.within(place, found);
            }
            if (at == 0) {
                found.accept(key, value);
            }
            if (at <= 0) {
                behind.within(place, found);
            }
        }

        @Override
        public void differing(Sorted<K, V> other, Consumer<? super K> found) {
            if (this == other) {
                return;
            }
            Parts<K, V> parts = other.around(key);
            before.differing(parts.before(), found);
            if (parts.at().isEmpty() || parts.at().get() != value) {
                found.accept(key);
            }
            behind.differing(parts.behind(), found);
        }

        @Override
        public Parts<K, V> around(K cut) {
            int order = cut.compareTo(key);
            if (order == 0) {
                return new Parts<>(before, Optional.of(value), behind);
            }
            if (order < 0) {
                Parts<K, V> parts = before.around(cut);
                return new Parts<>(parts.before(), parts.at(), between(parts.behind(), behind));
            }
            Parts<K, V> parts = behind.around(cut);
            return new Parts<>(between(before, parts.before()), parts.at(), parts.behind());
        }

        @Override
        public Sorted<K, V> joined(Sorted<K, V> last) {
            if (last instanceof Branch<K, V> up && up.rank > rank) {
                return new Branch<>(up.key, up.value, up.rank, joined(up.before), up.behind);
            }
            return last instanceof Branch ? new Branch<>(key, value, rank, before, behind.joined(last)) : this;
        }
    }
}
