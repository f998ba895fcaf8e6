package dev.migtrue.judge.rule;

import dev.migtrue.facts.Departure;
import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports migrations that base has under another id than the one they have here. */
public final class RenamedMigration implements Rule {

    private static final RuleId ID = new RuleId("renamed-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.check(
                facts,
                here -> Departure.from(here, facts).stream()
                        .flatMap(departure ->
                                departure.successor().stream().map(successor -> finding(departure.gone(), successor)))
                        .toList());
    }

    private static Finding finding(Migration gone, Migration successor) {
        return Finding.of(
                        ID,
                        successor,
                        "migration %s is %s on base".formatted(successor.id(), gone.id()),
                        "give it back the id that base has: databases that have run it under that one would run it again")
                .withRelated(List.of(new Related("on base", new Location.InFile(gone.at()))));
    }
}
