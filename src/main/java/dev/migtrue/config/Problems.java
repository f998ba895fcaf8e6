package dev.migtrue.config;

import java.util.Comparator;
import java.util.SequencedCollection;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong with a file, so that all of it is told at once. */
final class Problems {

    private final SortedSet<Problem> told =
            new TreeSet<>(Comparator.comparing(Problem::at).thenComparing(Problem::message));

    /** One thing that is wrong: lower case, no full stop. */
    record Problem(Spot at, String message) {}

    void tell(Spot at, String message) {
        told.add(new Problem(at, message));
    }

    /** In the order of the file. */
    SequencedCollection<Problem> all() {
        return told;
    }
}
