package dev.migtrue.gather.scratch;

import java.util.List;

/** What became of a migration that was run twice. */
public sealed interface Proof {

    /** All is as it was after the first run. */
    record Repeats() implements Proof {}

    /** The second run went through, and something is other than after the first. */
    record Mutates(List<Change> changes) implements Proof {
        public Mutates {
            changes = List.copyOf(changes);
        }
    }

    /** The second run was refused. */
    record Fails(Stop stop) implements Proof {}

    /** The first run was refused already. */
    record NeverRuns(Stop stop) implements Proof {}

    /** Nobody knows: it was not run, or not all of it. */
    record NotProven(String reason) implements Proof {}
}
