package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reports migrations whose run failed on a database. */
public final class FailedMigration implements Rule {

    private static final RuleId ID = new RuleId("failed-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.presences().stream()
                .flatMap(presence -> finding(presence).stream())
                .toList();
    }

    private static Optional<Finding> finding(Presence presence) {
        SequencedMap<DatabaseName, Location> failed = new LinkedHashMap<>();
        presence.applied().forEach((database, applied) -> {
            if (applied.outcome() == Outcome.FAILED) {
                failed.put(database, applied.at());
            }
        });
        List<Related> rows = failed.entrySet().stream()
                .map(entry -> new Related("recorded as failed in database " + entry.getKey(), entry.getValue()))
                .toList();
        return presence.firstCopy()
                .<Location>map(copy -> new Location.InFile(copy.at()))
                .or(() -> failed.values().stream().findFirst())
                .filter(at -> !failed.isEmpty())
                .map(at -> Finding.about(
                                ID,
                                presence.id(),
                                at,
                                "migration %s failed on %s"
                                        .formatted(presence.id(), Phrases.databases(failed.keySet())),
                                "finish or undo by hand what it left behind, have the tool forget the failed run, then"
                                        + " run it again")
                        .withRelated(rows));
    }
}
