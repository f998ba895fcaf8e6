package dev.migtrue.facts;

import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
 * that no file has is left out. A squashed migration takes the place of all that it stands for.
 */
public final class MigrationGraph {

    private final SequencedMap<MigrationId, Migration> byId = new LinkedHashMap<>();
    private final Map<String, MigrationId> byLabel = new HashMap<>();
    private final Map<MigrationId, List<Migration>> squashed = new HashMap<>();
    private final Squashes squashes;

    public MigrationGraph(History history) {
        for (Migration migration : history.migrations()) {
            byId.putIfAbsent(migration.id(), migration);
            migration.labels().forEach(label -> byLabel.putIfAbsent(label, migration.id()));
        }
        squashes = new Squashes(byId.values());
        byId.values()
                .forEach(
                        migration -> squashed.computeIfAbsent(squashes.standIn(migration.id()), id -> new ArrayList<>())
                                .add(migration));
    }

    /** What a migration names as its parent or depends on and no file has, in the order of its text. */
    public List<MigrationId> dangling(Migration migration) {
        return Stream.concat(
                        migration.after().stream().filter(parent -> !byId.containsKey(squashes.standIn(parent))),
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
        return nodes().filter(migration -> named(migration.id()).findAny().isEmpty())
                .toList();
    }

    /** Migrations that no other names as its parent, in execution order: where a line of development ends. */
    public List<Migration> heads() {
        Set<MigrationId> parents =
                nodes().flatMap(migration -> named(migration.id())).collect(Collectors.toSet());
        return nodes().filter(migration -> !parents.contains(migration.id())).toList();
    }

    /** What must be applied before a migration, as far as there are files: its parents and what it depends on. */
    public List<Migration> needed(Migration migration) {
        return needs(squashes.standIn(migration.id())).map(this::known).toList();
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
        return new CycleSearch(nodes().map(Migration::id).toList(), this::needs)
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

    /** The migrations that stand for themselves. */
    private Stream<Migration> nodes() {
        return byId.values().stream()
                .filter(migration -> squashes.standIn(migration.id()).equals(migration.id()));
    }

    /** What a migration, and all that it stands for, name as parents; there may be no file of it. */
    private Stream<MigrationId> named(MigrationId id) {
        return squashed.getOrDefault(id, List.of()).stream()
                .flatMap(migration -> outside(migration, migration.after()).map(squashes::standIn));
    }

    /** What a migration names, without that which is part of the same squash; that it names itself is kept: it is a mistake. */
    private Stream<MigrationId> outside(Migration migration, List<MigrationId> named) {
        MigrationId own = squashes.standIn(migration.id());
        return named.stream()
                .filter(id -> id.equals(migration.id()) || !squashes.standIn(id).equals(own));
    }

    private Stream<MigrationId> parents(MigrationId id) {
        return named(id).filter(byId::containsKey);
    }

    /** What must be applied before a migration, as far as there are files. */
    private Stream<MigrationId> needs(MigrationId id) {
        return Stream.concat(
                parents(id),
                squashed.getOrDefault(id, List.of()).stream()
                        .flatMap(migration -> outside(migration, migration.dependsOn()))
                        .flatMap(name -> resolved(name).stream()));
    }

    /** The migration that a dependency names: by its id, or by its label. */
    private Optional<MigrationId> resolved(MigrationId name) {
        MigrationId standIn = squashes.standIn(name);
        return byId.containsKey(standIn)
                ? Optional.of(standIn)
                : Optional.ofNullable(byLabel.get(name.value())).map(squashes::standIn);
    }

    private Migration known(MigrationId id) {
        return Objects.requireNonNull(byId.get(id));
    }
}
