package dev.migtrue.facts;

import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Project;
import dev.migtrue.model.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of the migrations of a project when HEAD went from one commit to another. Everything in execution order.
 *
 * @param came what HEAD has and the commit before did not have
 * @param changed what both have, with another text, of what runs only once
 * @param due for each database of which it can be known, what of {@code came} it has not run; a database that has run all is left out
 * @param stranded for each database, what it has run and what went away with the commit before; a database without any is left out
 * @param left what lies in the working tree and is not tracked here
 */
public record Arrival(
        Project project,
        List<Migration> came,
        List<Migration> changed,
        SequencedMap<DatabaseName, List<Migration>> due,
        SequencedMap<DatabaseName, List<Migration>> stranded,
        List<Migration> left) {

    public Arrival {
        came = List.copyOf(came);
        changed = List.copyOf(changed);
        due = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(due));
        stranded = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(stranded));
        left = List.copyOf(left);
    }

    /** What became of these facts' migrations, where base holds what HEAD had before. */
    public static Arrival of(Facts facts) {
        List<Migration> came = facts.presences().stream()
                .filter(presence -> !presence.isIn(Source.BASE))
                .flatMap(presence -> presence.copy(Source.HEAD).stream())
                .toList();
        List<Migration> changed = facts.presences().stream()
                .flatMap(presence -> presence.copy(Source.HEAD).stream()
                        .filter(now -> now.kind().isLasting())
                        .filter(now -> presence.copy(Source.BASE)
                                .filter(before -> !before.content().equals(now.content()))
                                .isPresent()))
                .toList();
        return new Arrival(facts.project(), came, changed, due(came, facts), stranded(facts), facts.untracked());
    }

    private static SequencedMap<DatabaseName, List<Migration>> due(List<Migration> came, Facts facts) {
        Set<MigrationId> ids = came.stream().map(Migration::id).collect(Collectors.toSet());
        SequencedMap<DatabaseName, List<Migration>> due = new LinkedHashMap<>();
        for (Backlog backlog : Backlog.of(facts)) {
            List<Migration> ofThese = backlog.due().stream()
                    .filter(migration -> ids.contains(migration.id()))
                    .toList();
            if (!ofThese.isEmpty()) {
                due.put(backlog.database(), ofThese);
            }
        }
        return due;
    }

    private static SequencedMap<DatabaseName, List<Migration>> stranded(Facts facts) {
        SequencedMap<DatabaseName, List<Migration>> stranded = new LinkedHashMap<>();
        for (DatabaseName database : facts.known().keySet()) {
            List<Migration> gone = facts.presences().stream()
                    .filter(presence -> presence.applied().containsKey(database))
                    .filter(presence -> !presence.isIn(Source.HEAD) && !presence.isIn(Source.WORKING_TREE))
                    .map(presence -> presence.copy(Source.BASE))
                    .flatMap(Optional::stream)
                    .toList();
            if (!gone.isEmpty()) {
                stranded.put(database, gone);
            }
        }
        return stranded;
    }
}
