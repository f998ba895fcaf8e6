package dev.migtrue.system;

import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts migrations in an order in which each comes after its parents and dependencies; where the graph leaves a choice, by file. In a
 * cycle, the first file is taken to break it.
 */
public final class GraphOrder {

    private final List<Migration> migrations;
    private final List<Set<Integer>> children = new ArrayList<>();
    private final int[] awaited;

    private GraphOrder(List<Migration> migrations) {
        this.migrations = migrations.stream()
                .sorted(Comparator.comparing(migration -> migration.at().path()))
                .toList();
        this.awaited = new int[migrations.size()];
        link();
    }

    /** Those migrations in such an order. */
    public static List<Migration> of(List<Migration> migrations) {
        return new GraphOrder(migrations).ordered();
    }

    private void link() {
        Map<MigrationId, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < migrations.size(); i++) {
            places.computeIfAbsent(migrations.get(i).id(), id -> new ArrayList<>())
                    .add(i);
            children.add(new HashSet<>());
        }
        for (int i = 0; i < migrations.size(); i++) {
            Migration child = migrations.get(i);
            for (MigrationId parent : Stream.concat(child.after().stream(), child.dependsOn().stream())
                    .toList()) {
                for (int place : places.getOrDefault(parent, List.of())) {
                    awaited[i] += children.get(place).add(i) ? 1 : 0;
                }
            }
        }
    }

    private List<Migration> ordered() {
        List<Migration> order = new ArrayList<>();
        BitSet placed = new BitSet();
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < awaited.length; i++) {
            if (awaited[i] == 0) {
                ready.add(i);
            }
        }
        while (order.size() < migrations.size()) {
            int next = ready.isEmpty() ? placed.nextClearBit(0) : ready.remove();
            placed.set(next);
            order.add(migrations.get(next));
            for (int child : children.get(next)) {
                awaited[child]--;
                if (awaited[child] == 0 && !placed.get(child)) {
                    ready.add(child);
                }
            }
        }
        return order;
    }
}
