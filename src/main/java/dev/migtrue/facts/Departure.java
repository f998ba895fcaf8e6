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
 * @param successor the migration that has its text or its file now, under an id that is new here; absent when none does
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
                .map(gone -> new Departure(gone, takeSuccessor(gone, newcomers)))
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

    /** Each newcomer succeeds one migration only: several may have the same text, none at all for example. */
    private static Optional<Migration> takeSuccessor(Migration gone, List<Migration> newcomers) {
        ContentId text = gone.content();
        RepoPath file = gone.at().path();
        Iterator<Migration> each = newcomers.iterator();
        while (each.hasNext()) {
            Migration newcomer = each.next();
            if (newcomer.content().equals(text) || newcomer.at().path().equals(file)) {
                each.remove();
                return Optional.of(newcomer);
            }
        }
        return Optional.empty();
    }
}
