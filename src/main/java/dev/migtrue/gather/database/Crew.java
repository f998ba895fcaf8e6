package dev.migtrue.gather.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Several virtual threads that share a row of tenants.
 *
 * @param reader called once by each thread; closed when it has no more to do
 */
record Crew<W extends TenantReader, R>(
        Supplier<W> reader, BiFunction<W, String, R> work, TenantedDatabase.Progress progress) {

    /** So many connections as a small server can spare. */
    private static final int MOST = 8;

    /** The results, in the order of the tenants. */
    SequencedMap<String, R> all(List<String> tenants) {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(tenants);
        Map<String, R> done = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = IntStream.range(0, Math.min(MOST, tenants.size()))
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                        try (W own = reader.get()) {
                            for (String tenant = waiting.poll(); tenant != null; tenant = waiting.poll()) {
                                done.put(tenant, work.apply(own, tenant));
                                progress.at(done.size(), tenants.size());
                            }
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> thread : running) {
                thread.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a tenant could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        SequencedMap<String, R> ordered = new LinkedHashMap<>();
        tenants.forEach(tenant ->
                ordered.put(tenant, Optional.ofNullable(done.get(tenant)).orElseThrow()));
        return ordered;
    }
}
