package dev.migtrue.facts;

import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Replaced;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The migrations that a row of a version table names and of which no source has a file. */
final class Orphans {

    private Orphans() {}

    /** Not those that have one under another id, that a migration stands for or stood for, or of which the project says why. */
    static List<Presence> of(Facts facts) {
        List<Replaced> replaced = facts.histories().values().stream()
                .flatMap(history -> history.migrations().stream())
                .map(Migration::replaced)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        Set<MigrationId> renamed = AppliedRename.of(facts).stream()
                .map(rename -> rename.row().id())
                .collect(Collectors.toSet());
        Set<MigrationId> squashed = facts.circumstances().squashed();
        return facts.presences().stream()
                .filter(presence ->
                        presence.copies().isEmpty() && presence.firstRow().isPresent())
                .filter(presence -> !renamed.contains(presence.id()) && !squashed.contains(presence.id()))
                .filter(presence -> facts.declared(presence).isEmpty())
                .filter(presence -> replaced.stream().noneMatch(one -> one.contains(presence.id())))
                .toList();
    }
}
