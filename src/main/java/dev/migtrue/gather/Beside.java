package dev.migtrue.gather;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;

/**
 * Work that the other processors do beside the thread that hands it out, and that this one takes a share of when it waits. What is handed
 * out must be a pure function: in which order, and by whom, it is done is left open.
 */
final class Beside<T> {

    private final List<ForkJoinTask<T>> tasks = new ArrayList<>();

    void begin(Supplier<T> work) {
        tasks.add(ForkJoinPool.commonPool().submit(work::get));
    }

    /** What came of all of it, in the order in which it was begun. */
    List<T> results() {
        List<T> results = new ArrayList<>();
        // Whoever waits for what was begun last does it itself where nobody has come to it yet.
        for (ForkJoinTask<T> task : tasks.reversed()) {
            results.add(task.join());
        }
        Collections.reverse(results);
        return List.copyOf(results);
    }
}
