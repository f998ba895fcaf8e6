package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.StrayTable;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Optional;

/** Reports version tables in a database that are no project's here. */
public final class UnknownVersionTable implements Rule {

    private static final RuleId ID = new RuleId("unknown-version-table");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.circumstances().strays().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(stray -> finding(entry.getKey(), stray)))
                .toList();
    }

    private static Finding finding(DatabaseName database, StrayTable stray) {
        return new Finding(
                ID,
                Optional.empty(),
                new Location.WholeRepository(),
                "database %s holds table %s as %s keeps it, which is no project's here"
                        .formatted(database, stray.table(), Phrases.either(stray.tools())),
                "make sure that this is the right database, and that no project here has been moved to another tool or table"
                        + " without its rows",
                List.of(),
                Optional.empty());
    }
}
