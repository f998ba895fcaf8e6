package dev.migtrue.gather;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A project whose files were read. {@code widest} is the history of all its trees laid over each other. */
record ReadProject(
        Layout layout, SequencedMap<Source, Tree> trees, SequencedMap<Source, History> histories, History widest) {

    /**
     * The histories, with the checksum that the tool would store now on each migration for which one was stored; and where one was stored
     * for an id without a file, on those that were not applied too, for it may be one of them. Only these files need to be read whole.
     */
    SequencedMap<Source, History> withChecksumsFor(Collection<Applied> applied) {
        Set<MigrationId> wanted = applied.stream()
                .flatMap(state -> state instanceof Applied.Known known
                        ? wantedFor(known).stream()
                        : Set.<MigrationId>of().stream())
                .collect(Collectors.toSet());
        SequencedMap<Source, History> completed = new LinkedHashMap<>();
        histories.forEach((source, history) -> completed.put(source, completed(history, source, wanted)));
        return completed;
    }

    private Set<MigrationId> wantedFor(Applied.Known known) {
        Set<MigrationId> recorded = known.migrations().stream()
                .filter(migration -> migration.checksum().isPresent())
                .map(AppliedMigration::id)
                .collect(Collectors.toSet());
        Set<MigrationId> files = ids(widest.migrations(), Migration::id);
        if (files.containsAll(recorded)) {
            return recorded;
        }
        files.removeAll(ids(known.migrations(), AppliedMigration::id));
        files.addAll(recorded);
        return files;
    }

    private static <T> Set<MigrationId> ids(Collection<T> all, Function<T, MigrationId> id) {
        return all.stream().map(id).collect(Collectors.toCollection(HashSet::new));
    }

    /** How many of these were applied with the checksum that the tool would store now for the file, as some source has it. */
    long agreements(Collection<AppliedMigration> applied) {
        Map<MigrationId, Checksum> stored = new HashMap<>();
        applied.forEach(migration -> migration.checksum().ifPresent(checksum -> stored.put(migration.id(), checksum)));
        return widest.migrations().stream()
                .filter(migration -> stored.containsKey(migration.id()))
                .filter(migration -> trees.values().stream()
                        .anyMatch(tree -> layout.checksum(migration, tree)
                                .equals(Optional.ofNullable(stored.get(migration.id())))))
                .count();
    }

    private History completed(History history, Source source, Set<MigrationId> recorded) {
        List<Migration> migrations = history.migrations().stream()
                .map(migration -> recorded.contains(migration.id()) ? completed(migration, source) : migration)
                .toList();
        return history.withMigrations(migrations);
    }

    /** Why the checksum of a copy cannot be known although one was stored; absent where it is known, or need not be. */
    Optional<String> undecided(Source source, Migration copy) {
        return Optional.ofNullable(trees.get(source)).flatMap(tree -> layout.undecided(copy, tree));
    }

    private Migration completed(Migration migration, Source source) {
        return Optional.ofNullable(trees.get(source))
                .map(tree -> layout.checksum(migration, tree)
                        .map(migration::withChecksum)
                        .orElse(migration)
                        .accepting(layout.accepted(migration, tree)))
                .orElse(migration);
    }
}
