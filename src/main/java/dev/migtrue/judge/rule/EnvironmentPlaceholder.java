package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.MachineValue;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports placeholders for which the tool takes what the machine says that it runs on. */
public final class EnvironmentPlaceholder implements Rule {

    private static final RuleId ID = new RuleId("environment-placeholder");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.check(
                facts,
                history -> history.machineValues().stream()
                        .map(EnvironmentPlaceholder::finding)
                        .toList());
    }

    private static Finding finding(MachineValue value) {
        return Finding.about(
                ID,
                value.migration(),
                new Location.InFile(value.at()),
                "%s fills in '%s' of migration %s: what it runs, and its checksum, depend on the machine"
                        .formatted(value.teller(), value.written(), value.migration()),
                "give it a name of the project's own, and the name a value in the changelog or in the configuration");
    }
}
