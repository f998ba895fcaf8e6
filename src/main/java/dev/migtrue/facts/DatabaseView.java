package dev.migtrue.facts;

import dev.migtrue.model.DatabaseName;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/** Facts as they would be if only some of the databases had been named. */
public final class DatabaseView {

    private DatabaseView() {}

    /** These facts with these databases alone. */
    public static Facts of(Facts facts, Set<DatabaseName> databases) {
        return new Facts(
                facts.project(),
                facts.histories(),
                kept(facts.databases(), databases),
                facts.presences().stream()
                        .map(presence ->
                                new Presence(presence.id(), presence.copies(), kept(presence.applied(), databases)))
                        .filter(presence -> !presence.copies().isEmpty() || presence.isApplied())
                        .toList(),
                facts.ignored(),
                facts.branches(),
                facts.conflicts(),
                facts.attributions(),
                facts.edits(),
                facts.declared(),
                facts.circumstances().of(databases));
    }

    private static <T> SequencedMap<DatabaseName, T> kept(
            SequencedMap<DatabaseName, T> all, Set<DatabaseName> databases) {
        SequencedMap<DatabaseName, T> kept = new LinkedHashMap<>(all);
        kept.keySet().retainAll(databases);
        return kept;
    }
}
