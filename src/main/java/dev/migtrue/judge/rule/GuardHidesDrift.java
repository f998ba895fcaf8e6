package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.standing.Clash;
import dev.migtrue.model.RuleId;
import java.util.stream.Stream;

/** Reports guards that pass over an object with another definition. */
public final class GuardHidesDrift implements ScriptRule {

    private static final RuleId ID = new RuleId("guard-hides-drift");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        return Meeting.remarks(
                reviewed,
                Clash.Kind.HIDDEN,
                GuardHidesDrift::message,
                "say in a statement of its own what is to change: ALTER …");
    }

    private static String message(Clash clash) {
        return "the guard keeps %s as %s built it: %s".formatted(clash.object(), Meeting.place(clash), clash.detail());
    }
}
