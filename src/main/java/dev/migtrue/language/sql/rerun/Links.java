package dev.migtrue.language.sql.rerun;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Which objects refer to which, by those that are referred to. Never changes: another reference gives another one.
 *
 * @param all each reference, under itself
 */
record Links(Sorted<Link, Key> all) {

    /** One object refers to another one. */
    record Link(Key to, Key from) implements Comparable<Link> {

        private static final Comparator<Link> ORDER =
                Comparator.comparing(Link::to).thenComparing(Link::from);

        @Override
        public int compareTo(Link other) {
            return ORDER.compare(this, other);
        }
    }

    static Links none() {
        return new Links(Sorted.empty());
    }

    /** With what an object refers to, instead of what it did. */
    Links changed(Key from, Set<Key> before, Set<Key> after) {
        Sorted<Link, Key> changed = all;
        for (Key to : before) {
            changed = after.contains(to) ? changed : changed.without(new Link(to, from));
        }
        for (Key to : after) {
            changed = before.contains(to) ? changed : changed.with(new Link(to, from), from);
        }
        return new Links(changed);
    }

    /** What refers to an object, in order. */
    List<Key> to(Key key) {
        List<Key> found = new ArrayList<>();
        all.within(link -> link.to().compareTo(key), (link, from) -> found.add(from));
        return found;
    }

    /** What refers to an object or a member of it. */
    List<Key> toWhole(Key key) {
        List<Key> found = to(key);
        if (!key.space().isOfMembers()) {
            for (Space space : Space.OF_MEMBERS) {
                all.within(link -> link.to().place(space, key.name()), (link, from) -> found.add(from));
            }
        }
        return found;
    }
}
