package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Sighting;
import dev.migtrue.system.Layout;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds orphans that a migration of today said it stands for, in the commit before their files were deleted. Tools advise to delete the files, and then what
 * is said of them; rows of them stay.
 */
final class SquashedFiles {

    private final Repository repository;
    private final Layout layout;

    SquashedFiles(Repository repository, Layout layout) {
        this.repository = repository;
        this.layout = layout;
    }

    /** Costs a look at one commit for each that deleted some. */
    Set<MigrationId> of(Facts facts) {
        Set<MigrationId> squashed = new HashSet<>();
        // Where names make the order, no migration says which ones it stands for.
        if (facts.isOrdered(Ordering.GRAPH)) {
            Set<MigrationId> today = facts.presences().stream()
                    .filter(presence -> !presence.copies().isEmpty())
                    .map(Presence::id)
                    .collect(Collectors.toSet());
            byCommit(facts).forEach((commit, lost) -> squashed.addAll(among(lost, commit, today)));
        }
        return squashed;
    }

    private static Map<String, Set<MigrationId>> byCommit(Facts facts) {
        Map<String, Set<MigrationId>> byCommit = new HashMap<>();
        facts.orphans()
                .forEach(orphan -> facts.attribution(orphan.id())
                        .flatMap(told -> told.best())
                        .filter(best -> best.place() instanceof Sighting.Removed)
                        .flatMap(best -> best.place().tree())
                        .ifPresent(commit -> byCommit.computeIfAbsent(commit, first -> new HashSet<>())
                                .add(orphan.id())));
        return byCommit;
    }

    private Set<MigrationId> among(Set<MigrationId> lost, String commit, Set<MigrationId> today) {
        return repository.tree(commit).map(layout::history).stream()
                .flatMap(history -> history.migrations().stream())
                .filter(migration -> today.contains(migration.id()))
                .flatMap(migration ->
                        lost.stream().filter(id -> migration.replaced().contains(id)))
                .collect(Collectors.toSet());
    }
}
