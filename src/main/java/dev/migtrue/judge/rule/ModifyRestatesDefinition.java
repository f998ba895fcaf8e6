package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.standing.Clash;
import dev.migtrue.model.RuleId;
import java.util.stream.Stream;

/** Reports new definitions of a column that leave out what it had. */
public final class ModifyRestatesDefinition implements ScriptRule {

    private static final RuleId ID = new RuleId("modify-restates-definition");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        return Meeting.remarks(
                reviewed, Clash.Kind.RESTATED, ModifyRestatesDefinition::message, "repeat it in the new definition");
    }

    private static String message(Clash clash) {
        return "%s, as %s had it, loses what is not said again: %s"
                .formatted(clash.object(), Meeting.place(clash), clash.detail());
    }
}
