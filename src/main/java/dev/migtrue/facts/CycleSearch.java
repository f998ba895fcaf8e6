package dev.migtrue.facts;

import dev.migtrue.model.MigrationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The search for cycles among migrations.
 *
 * @param ids all that there are, best with parents first
 * @param parents what a migration comes after; among {@code ids}
 */
record CycleSearch(Collection<MigrationId> ids, Function<MigrationId, Stream<MigrationId>> parents) {

    private static final Comparator<MigrationId> BY_VALUE = Comparator.comparing(MigrationId::value);

    /** See {@link MigrationGraph#cycles}. */
    List<List<MigrationId>> cycles() {
        List<List<MigrationId>> cycles = new ArrayList<>();
        Set<MigrationId> shown = new HashSet<>();
        for (MigrationId id : tangled()) {
            List<MigrationId> cycle = shown.contains(id) ? List.of() : shortestWayBack(id);
            if (!cycle.isEmpty()) {
                shown.addAll(cycle);
                cycles.add(smallestFirst(cycle));
            }
        }
        return cycles;
    }

    /** The ids that are on a cycle or come after one, sorted. What is left when all that waits for nothing has been taken away, again and again. */
    private List<MigrationId> tangled() {
        Set<MigrationId> free = new HashSet<>();
        boolean isFreed = true;
        while (isFreed) {
            isFreed = false;
            for (MigrationId id : ids) {
                isFreed |= !free.contains(id) && parents.apply(id).allMatch(free::contains) && free.add(id);
            }
        }
        return ids.stream().filter(id -> !free.contains(id)).sorted(BY_VALUE).toList();
    }

    /** From {@code start} by what each comes after until {@code start} would come again; empty when it never does. */
    private List<MigrationId> shortestWayBack(MigrationId start) {
        Map<MigrationId, MigrationId> cameFrom = new HashMap<>();
        Deque<MigrationId> ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty() && !cameFrom.containsKey(start)) {
            MigrationId id = ahead.remove();
            parents.apply(id).forEach(parent -> {
                if (cameFrom.putIfAbsent(parent, id) == null) {
                    ahead.add(parent);
                }
            });
        }
        Deque<MigrationId> way = new ArrayDeque<>();
        Optional<MigrationId> at = Optional.ofNullable(cameFrom.get(start));
        while (at.isPresent()) {
            way.addFirst(at.get());
            at = at.filter(id -> !id.equals(start)).map(cameFrom::get);
        }
        return List.copyOf(way);
    }

    private static List<MigrationId> smallestFirst(List<MigrationId> cycle) {
        MigrationId smallest = Collections.min(cycle, BY_VALUE);
        List<MigrationId> rotated = new ArrayList<>(cycle);
        Collections.rotate(rotated, -cycle.indexOf(smallest));
        return rotated;
    }
}
