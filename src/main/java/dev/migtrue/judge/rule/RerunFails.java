package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.rerun.Cause;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports migrations of which a second run is refused. */
public final class RerunFails implements Rule {

    private static final RuleId ID = new RuleId("rerun-fails");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.circumstances().reviews().stream()
                .flatMap(reviewed -> reviewed.review().causes().stream()
                        .filter(cause -> cause.kind() == Cause.Kind.REFUSED)
                        .filter(cause -> !ToldByGuards.isTold(reviewed, cause.at()))
                        .map(cause -> finding(reviewed, cause)))
                .toList();
    }

    private static String help(Cause cause) {
        return cause.forms().stream()
                .findFirst()
                .map(form -> "write '" + form.words() + "'")
                .orElse("guard the statement, or drop first what it makes");
    }

    private static Finding finding(ReviewedMigration reviewed, Cause cause) {
        Finding finding = Finding.about(
                ID,
                reviewed.migration().id(),
                new Location.InFile(new FileSpan(reviewed.migration().at().path(), cause.at())),
                "a second run fails here: %s".formatted(cause.detail()),
                help(cause));
        return GuardedRewrite.of(reviewed, cause).map(finding::withFix).orElse(finding);
    }
}
