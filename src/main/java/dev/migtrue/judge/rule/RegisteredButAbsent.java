package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Manifest;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports files that the list which the tool goes by names, and that are not there. */
public final class RegisteredButAbsent implements Rule {

    private static final RuleId ID = new RuleId("registered-but-absent");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        String tool = facts.project().system();
        return DiskThenIndex.check(
                facts,
                history -> history.manifest().absent().stream()
                        .map(entry -> finding(entry, tool))
                        .toList());
    }

    private static Finding finding(Manifest.Absent absent, String tool) {
        return Finding.inFile(
                ID,
                absent.at(),
                "the %s names '%s', which is not there".formatted(absent.list(), absent.named()),
                "add the file with the change that names it, or take the entry out: until then %s refuses to run"
                        .formatted(tool));
    }
}
