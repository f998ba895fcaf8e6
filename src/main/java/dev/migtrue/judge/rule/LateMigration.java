package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports migrations that are new here and sort before one that base already has, where the tool does not go back for them. */
public final class LateMigration implements Rule {

    private static final RuleId ID = new RuleId("late-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.isOrdered(Ordering.STRICT)
                ? lastOnBase(facts).stream()
                        .flatMap(last -> check(facts, last).stream())
                        .toList()
                : List.of();
    }

    private static Optional<MigrationId> lastOnBase(Facts facts) {
        return facts.presences().stream()
                .filter(presence -> presence.copy(Source.BASE).stream().anyMatch(LateMigration::isVersioned))
                .map(Presence::id)
                .reduce((earlier, later) -> later);
    }

    private static List<Finding> check(Facts facts, MigrationId last) {
        Set<MigrationId> early = new HashSet<>();
        facts.presences().stream()
                .takeWhile(presence -> !presence.id().equals(last))
                .filter(presence -> !presence.isIn(Source.BASE) && !presence.isIn(facts.fork()))
                .forEach(presence -> early.add(presence.id()));
        return DiskThenIndex.check(facts, here -> check(here, early, last));
    }

    private static List<Finding> check(History here, Set<MigrationId> early, MigrationId last) {
        return here.migrations().stream()
                .filter(migration -> isVersioned(migration) && early.contains(migration.id()))
                .map(migration -> Finding.of(
                        ID,
                        migration,
                        "migration %s is new here, but base already has the later %s".formatted(migration.id(), last),
                        "give it a version after %s: where that has run, the tool refuses this one or leaves it out for ever"
                                .formatted(last)))
                .toList();
    }

    private static boolean isVersioned(Migration migration) {
        return migration.kind() == Kind.VERSIONED;
    }
}
