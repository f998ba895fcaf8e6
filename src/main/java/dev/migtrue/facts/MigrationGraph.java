package dev.migtrue.facts;

import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The migrations of one source as a graph, by the parents that each names. Where several files claim one id, the first counts; a parent
 * that no file has is left out.
 */
public final class MigrationGraph {

    private final SequencedMap<MigrationId, Migration> byId = new LinkedHashMap<>();
    private final Map<String, MigrationId> byLabel = new HashMap<>();

    public MigrationGraph(History history) {
        for (Migration migration : history.migrations()) {
            byId.putIfAbsent(migration.id(), migration);
            migration.labels().forEach(label -> byLabel.putIfAbsent(label, migration.id()));
        }
    }

    /** What a migration names as its parent or depends on and no file has, in the order of its text. */
    public List<MigrationId> dangling(Migration migration) {
        return Stream.concat(
                        migration.after().stream().filter(parent -> !byId.containsKey(parent)),
                        migration.dependsOn().stream()
                                .filter(name -> resolved(name).isEmpty()))
                .toList();
    }

    /** Whether every migration that another one names has a file. Where one has none, what it would join or end is unknown. */
    public boolean isWhole() {
        return byId.values().stream().allMatch(migration -> dangling(migration).isEmpty());
    }

    /** Migrations that name no parent, in execution order: where a line of development starts. */
    public List<Migration> bases() {
        return byId.values().stream()
                .filter(migration -> migration.after().isEmpty())
                .toList();
    }

    /** Migrations that no other names as its parent, in execution order: where a line of development ends. */
    public List<Migration> heads() {
        Set<MigrationId> parents = byId.values().stream()
                .flatMap(migration -> migration.after().stream())
                .collect(Collectors.toSet());
        return byId.values().stream()
                .filter(migration -> !parents.contains(migration.id()))
                .toList();
    }

    /**
     * The heads whose line of development carries no label since it split off from the others, in execution order. A label says that the
     * line is meant to stay apart.
     */
    public List<Migration> unlabelledHeads() {
        SequencedMap<Migration, Set<MigrationId>> lines = new LinkedHashMap<>();
        heads().forEach(head -> lines.put(head, line(head)));
        Set<MigrationId> seen = new HashSet<>();
        Set<MigrationId> shared = lines.values().stream()
                .flatMap(Set::stream)
                .filter(id -> !seen.add(id))
                .collect(Collectors.toSet());
        return lines.entrySet().stream()
                .filter(line -> line.getValue().stream()
                        .filter(id -> !shared.contains(id))
                        .allMatch(id -> known(id).labels().isEmpty()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Cycles, each once, going from a migration to one that it comes after and starting with the smallest id. Of cycles that share
     * migrations, as many as it takes to show each of these.
     */
    public List<List<Migration>> cycles() {
        return new CycleSearch(byId.keySet(), this::needs)
                .cycles().stream()
                        .map(cycle -> cycle.stream().map(this::known).toList())
                        .toList();
    }

    /** A head and all that lies behind it by parents. */
    private Set<MigrationId> line(Migration head) {
        Set<MigrationId> line = new HashSet<>();
        Deque<MigrationId> ahead = new ArrayDeque<>(List.of(head.id()));
        while (!ahead.isEmpty()) {
            MigrationId id = ahead.remove();
            if (line.add(id)) {
                parents(id).forEach(ahead::add);
            }
        }
        return line;
    }

    private Stream<MigrationId> parents(MigrationId id) {
        return known(id).after().stream().filter(byId::containsKey);
    }

    /** What must be applied before a migration, as far as there are files. */
    private Stream<MigrationId> needs(MigrationId id) {
        return Stream.concat(
                parents(id), known(id).dependsOn().stream().map(this::resolved).flatMap(Optional::stream));
    }

    /** The migration that a dependency names: by its id, or by its label. */
    private Optional<MigrationId> resolved(MigrationId name) {
        return byId.containsKey(name) ? Optional.of(name) : Optional.ofNullable(byLabel.get(name.value()));
    }

    private Migration known(MigrationId id) {
        return Objects.requireNonNull(byId.get(id));
    }
}
