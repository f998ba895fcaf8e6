package dev.migtrue.facts;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A migration that base has, that was there when HEAD's line left base, and that is no longer here under its id.
 *
 * @param gone as base has it
 * @param successor the migration that has its text, or the file that it had for itself, now, under an id that is new here; absent when none does
 */
public record Departure(Migration gone, Optional<Migration> successor) {

    /** What departed from one of the sources that are judged, in execution order. Nothing when base was not looked at. */
    public static List<Departure> from(History here, Facts facts) {
        Set<MigrationId> ids =
                here.migrations().stream().map(Migration::id).collect(Collectors.toCollection(HashSet::new));
        List<Migration> newcomers = newcomers(here, facts);
        return facts.presences().stream()
                .filter(presence -> presence.isIn(facts.fork()) && !ids.contains(presence.id()))
                .flatMap(presence -> presence.copy(Source.BASE).stream())
                .filter(gone -> !here.isUnread(gone.at().path()))
                .map(gone -> new Departure(gone, takeSuccessor(gone, ownFile(gone, facts, here), newcomers)))
                .toList();
    }

    private static List<Migration> newcomers(History here, Facts facts) {
        Set<MigrationId> known = facts.presences().stream()
                .filter(presence -> presence.isIn(Source.BASE) || presence.isIn(facts.fork()))
                .map(Presence::id)
                .collect(Collectors.toSet());
        return here.migrations().stream()
                .filter(migration -> !known.contains(migration.id()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The file of a migration that both there and here has no second one: whatever has it now goes on from that migration. */
    private static Optional<RepoPath> ownFile(Migration gone, Facts facts, History here) {
        RepoPath file = gone.at().path();
        boolean isShared = here.holdsSeveralIn(file)
                || facts.history(Source.BASE)
                        .filter(base -> base.holdsSeveralIn(file))
                        .isPresent();
        return isShared ? Optional.empty() : Optional.of(file);
    }

    /** Each newcomer succeeds one migration only: several may have the same text, none at all for example. */
    private static Optional<Migration> takeSuccessor(
            Migration gone, Optional<RepoPath> file, List<Migration> newcomers) {
        ContentId text = gone.content();
        Iterator<Migration> each = newcomers.iterator();
        while (each.hasNext()) {
            Migration newcomer = each.next();
            if (newcomer.content().equals(text)
                    || file.equals(Optional.of(newcomer.at().path()))) {
                each.remove();
                return Optional.of(newcomer);
            }
        }
        return Optional.empty();
    }
}
