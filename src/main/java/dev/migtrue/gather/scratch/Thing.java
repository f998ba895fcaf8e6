package dev.migtrue.gather.scratch;

import java.util.Comparator;

/**
 * Something that a database holds, by name.
 *
 * @param what a table, an index, a role …, in lower case
 */
record Thing(String what, String name) implements Comparable<Thing> {

    @Override
    public int compareTo(Thing other) {
        return Comparator.comparing(Thing::what).thenComparing(Thing::name).compare(this, other);
    }
}
