package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Manifest;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports files among the migrations that the list which the tool goes by leaves out. */
public final class UnregisteredMigration implements Rule {

    private static final RuleId ID = new RuleId("unregistered-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        String tool = facts.project().system();
        return DiskThenIndex.check(
                facts,
                history -> history.manifest().unlisted().stream()
                        .map(file -> finding(file, tool))
                        .toList());
    }

    private static Finding finding(Manifest.Unlisted unlisted, String tool) {
        return Finding.inFile(
                ID,
                FileSpan.of(unlisted.file()),
                "no %s names '%s': %s never runs it"
                        .formatted(unlisted.list(), unlisted.file().name(), tool),
                unlisted.help());
    }
}
