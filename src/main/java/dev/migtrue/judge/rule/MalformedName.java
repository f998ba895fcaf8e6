package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports files in a migration folder that the tool ignores or refuses. */
public final class MalformedName implements Rule {

    private static final RuleId ID = new RuleId("malformed-name");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.check(
                facts,
                history -> history.malformed().stream()
                        .map(file -> Finding.inFile(ID, file.at(), file.problem(), file.help()))
                        .toList());
    }
}
