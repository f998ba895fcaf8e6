package dev.migtrue.judge;

import dev.migtrue.facts.Attribution;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Sighting.ReferenceKind;
import dev.migtrue.model.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A migration that a database has run and whose file is in this clone, where others may not see it: in a work tree, the index, a local branch, a
 * stash, a reflog.
 *
 * @param paths where its file lies
 */
public record Unsent(MigrationId id, List<RepoPath> paths) {

    public Unsent {
        paths = List.copyOf(paths);
    }

    static Stream<Unsent> in(Facts facts) {
        return facts.presences().stream()
                .filter(Presence::isApplied)
                .map(presence -> new Unsent(presence.id(), paths(presence, facts)))
                .filter(unsent -> !unsent.paths().isEmpty());
    }

    private static List<RepoPath> paths(Presence presence, Facts facts) {
        List<RepoPath> copies = Stream.of(Source.WORKING_TREE, Source.INDEX, Source.HEAD)
                .map(presence::path)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return copies.isEmpty()
                ? facts
                        .attribution(presence.id())
                        .flatMap(Attribution::best)
                        .filter(sighting -> isOwn(sighting.place()))
                        .map(Sighting::path)
                        .stream()
                        .toList()
                : copies;
    }

    /** Whether a place is one that this clone has for itself. What a commit took away again was once meant to be public, and is no work on its way. */
    private static boolean isOwn(Sighting.Place place) {
        return place instanceof Sighting.InStash
                || place instanceof Sighting.OnOtherDisk
                || place instanceof Sighting.InOtherIndex
                || place instanceof Sighting.Unreferenced
                || (place instanceof Sighting.OnReference on
                        && (on.kind() == ReferenceKind.BRANCH || on.kind() == ReferenceKind.DETACHED_HEAD));
    }
}
