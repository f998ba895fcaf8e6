package dev.migtrue.gather.git;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what one commit put where it took migrations away, from where they stand: squashing leaves no other trace that holds for all tools. A
 * claim about places in the order, not about contents.
 */
final class Succession {

    /** Where more came in than this, it was no squash. */
    private static final int MOST_SUCCESSORS = 3;

    private final Ordering ordering;
    private final SequencedMap<MigrationId, Migration> before = new LinkedHashMap<>();
    private final SequencedMap<MigrationId, Migration> removed = new LinkedHashMap<>();
    private final SequencedMap<MigrationId, Migration> brought = new LinkedHashMap<>();
    private final List<Migration> line;

    /** @param both all files of before and after together, which gives the order where names do */
    Succession(History before, History after, History both) {
        this.ordering = after.ordering();
        before.migrations().forEach(migration -> this.before.putIfAbsent(migration.id(), migration));
        removed.putAll(this.before);
        Set<Copy> copies = before.migrations().stream().map(Copy::of).collect(Collectors.toSet());
        after.migrations().forEach(migration -> {
            removed.remove(migration.id());
            if (!copies.contains(Copy.of(migration))) {
                brought.putIfAbsent(migration.id(), migration);
            }
        });
        this.line = both.migrations().stream()
                .filter(migration -> migration.kind().isLasting())
                .toList();
    }

    private record Copy(MigrationId id, ContentId content) {
        static Copy of(Migration migration) {
            return new Copy(migration.id(), migration.content());
        }
    }

    /** {@code by} stands where {@code replaced} stood. */
    record Claim(List<Migration> by, List<Migration> replaced) {}

    /** What stands in the place of a migration that the commit took away. */
    Optional<Claim> to(MigrationId lost) {
        if (!removed.containsKey(lost)) {
            return Optional.empty();
        }
        Optional<Claim> claim =
                ordering == Ordering.GRAPH ? inGraph(lost) : baseline(lost).or(() -> inLine(lost));
        return claim.filter(found -> !found.by().isEmpty() && found.by().size() <= MOST_SUCCESSORS);
    }

    /** What goes on from where all that hung together with the migration went on from. */
    private Optional<Claim> inGraph(MigrationId lost) {
        Set<MigrationId> together = together(lost);
        Set<MigrationId> entry = new HashSet<>();
        together.forEach(id -> entry.addAll(parents(id)));
        entry.removeAll(together);
        List<Migration> by = brought.values().stream()
                .filter(migration -> Set.copyOf(migration.after()).equals(entry))
                .filter(migration -> !before.containsKey(migration.id())
                        || !parents(migration.id()).equals(entry))
                .toList();
        return Optional.of(new Claim(by, among(together)));
    }

    private Set<MigrationId> together(MigrationId lost) {
        Map<MigrationId, Set<MigrationId>> neighbours = new HashMap<>();
        for (MigrationId id : removed.keySet()) {
            for (MigrationId parent : parents(id)) {
                if (removed.containsKey(parent)) {
                    neighbours.computeIfAbsent(id, first -> new HashSet<>()).add(parent);
                    neighbours.computeIfAbsent(parent, first -> new HashSet<>()).add(id);
                }
            }
        }
        Set<MigrationId> together = new HashSet<>(Set.of(lost));
        List<MigrationId> open = new ArrayList<>(together);
        while (!open.isEmpty()) {
            neighbours.getOrDefault(open.removeLast(), Set.of()).stream()
                    .filter(together::add)
                    .forEach(open::add);
        }
        return together;
    }

    private Set<MigrationId> parents(MigrationId id) {
        return Optional.ofNullable(before.get(id))
                .map(migration -> Set.copyOf(migration.after()))
                .orElse(Set.of());
    }

    /** A baseline stands for all that comes before it. */
    private Optional<Claim> baseline(MigrationId lost) {
        int from = position(lost);
        for (int at = from + 1; from >= 0 && at < line.size(); at++) {
            Migration migration = line.get(at);
            if (migration.kind() == Kind.BASELINE && brought.containsKey(migration.id())) {
                return Optional.of(new Claim(List.of(migration), among(ids(line.subList(0, at)))));
            }
        }
        return Optional.empty();
    }

    /** What came in among neighbours that all went: fewer than went, or it was no squash. */
    private Optional<Claim> inLine(MigrationId lost) {
        int from = position(lost);
        int to = from;
        while (from > 0 && isMoved(line.get(from - 1))) {
            from--;
        }
        while (from >= 0 && to + 1 < line.size() && isMoved(line.get(to + 1))) {
            to++;
        }
        if (from < 0) {
            return Optional.empty();
        }
        Set<MigrationId> run = ids(line.subList(from, to + 1));
        List<Migration> by = brought.values().stream()
                .filter(migration -> run.contains(migration.id()))
                .toList();
        return Optional.of(new Claim(by, among(run)))
                .filter(claim -> claim.by().size() < claim.replaced().size());
    }

    private boolean isMoved(Migration migration) {
        return removed.containsKey(migration.id()) || brought.containsKey(migration.id());
    }

    private int position(MigrationId id) {
        for (int at = 0; at < line.size(); at++) {
            if (line.get(at).id().equals(id)) {
                return at;
            }
        }
        return -1;
    }

    private List<Migration> among(Set<MigrationId> ids) {
        return removed.values().stream()
                .filter(migration -> ids.contains(migration.id()))
                .toList();
    }

    private static Set<MigrationId> ids(Collection<Migration> migrations) {
        Set<MigrationId> ids = new HashSet<>();
        migrations.forEach(migration -> ids.add(migration.id()));
        return ids;
    }
}
