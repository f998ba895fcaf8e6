package dev.migtrue.facts;

import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which migrations stand for which others, as long as both may have files. Where several stand for one, the first counts. */
final class Squashes {

    private final Map<MigrationId, Migration> standIns = new HashMap<>();

    Squashes(Collection<Migration> migrations) {
        for (Migration migration : migrations) {
            migration.replaced().ids().stream()
                    .filter(id -> !id.equals(migration.id()))
                    .forEach(id -> standIns.putIfAbsent(id, migration));
        }
    }

    /** What stands for a migration in the end: mostly itself. */
    MigrationId standIn(MigrationId id) {
        Set<MigrationId> seen = new HashSet<>();
        MigrationId at = id;
        Optional<Migration> next = Optional.ofNullable(standIns.get(at));
        while (next.isPresent() && seen.add(at)) {
            at = next.get().id();
            next = Optional.ofNullable(standIns.get(at));
        }
        return at;
    }

    /** Whether a migration has been run by a database that has run {@code applied}: itself, what stands for it, or all that it stands for. */
    boolean isDone(Migration migration, Set<MigrationId> applied) {
        List<MigrationId> replaced = migration.replaced().ids();
        return applied.contains(migration.id())
                || applied.contains(standIn(migration.id()))
                || (!replaced.isEmpty() && applied.containsAll(replaced));
    }

    /**
     * Whether the tool leaves a migration out because the others of its squash run instead: a squashed one where only some of what it stands
     * for was applied, and what it stands for where none was.
     */
    boolean isLeftOut(Migration migration, Set<MigrationId> applied) {
        return isHalfDone(migration, applied)
                || Stream.ofNullable(standIns.get(migration.id())).anyMatch(squash -> !isHalfDone(squash, applied));
    }

    private static boolean isHalfDone(Migration squash, Set<MigrationId> applied) {
        List<MigrationId> replaced = squash.replaced().ids();
        return replaced.stream().anyMatch(applied::contains) && !applied.containsAll(replaced);
    }
}
