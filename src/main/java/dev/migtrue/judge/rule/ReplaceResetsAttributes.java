package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.standing.Clash;
import dev.migtrue.model.RuleId;
import java.util.stream.Stream;

/** Reports replacements by which something is lost that was set on the object. */
public final class ReplaceResetsAttributes implements ScriptRule {

    private static final RuleId ID = new RuleId("replace-resets-attributes");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        return Meeting.remarks(
                reviewed, Clash.Kind.RESET, ReplaceResetsAttributes::message, "say it again in this statement");
    }

    private static String message(Clash clash) {
        return "%s of %s loses what is not said again: %s"
                .formatted(clash.object(), Meeting.place(clash), clash.detail());
    }
}
