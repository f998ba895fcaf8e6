package dev.migtrue.gather.scratch.replay;

import dev.migtrue.model.MigrationId;
import java.util.List;

/** A way to run the applied migrations of one project. It can be gone any number of times, each time on a database without them. */
interface Way {

    /** How many migrations it runs. */
    int migrations();

    /** Those that it does not run, because they are code of the project's own. */
    List<MigrationId> leftOut();

    /** What runs them, in words that may follow "run by". */
    String runner();

    /** Whether the statements themselves say which roles they need. */
    default List<String> roles() {
        return List.of();
    }

    /** Whether it comes to an end by itself, however long a migration takes. */
    default boolean isTimed() {
        return false;
    }

    /** Runs them. */
    void run(Ground ground, Runnable step) throws Halt;
}
