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

    /** For less than this nobody else is called: that takes longer than the work. */
    private static final int FEW = 8;

    private final boolean isShared;
    private final List<ForkJoinTask<T>> tasks = new ArrayList<>();

    /** @param most how many there may be */
    Beside(int most) {
        this.isShared = most >= FEW;
    }

    void begin(Supplier<T> work) {
        ForkJoinTask<T> task = ForkJoinTask.adapt(work::get);
        tasks.add(isShared ? ForkJoinPool.commonPool().submit(task) : task);
    }

    /** What came of all of it, in the order in which it was begun. */
    List<T> results() {
        List<T> results = new ArrayList<>();
        // Whoever waits for what was begun last does it itself where nobody has come to it yet.
        for (ForkJoinTask<T> task : tasks.reversed()) {
            results.add(isShared ? task.join() : task.invoke());
        }
        Collections.reverse(results);
        return List.copyOf(results);
    }
}
