package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.standing.Clash;
import dev.migtrue.model.RuleId;
import java.util.stream.Stream;

/** Reports replacements that replace nothing, because what is handed in has changed. */
public final class ReplaceCreatesOverload implements ScriptRule {

    private static final RuleId ID = new RuleId("replace-creates-overload");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        return Meeting.remarks(
                reviewed,
                Clash.Kind.OVERLOAD,
                ReplaceCreatesOverload::message,
                "drop the old one by its arguments: DROP FUNCTION IF EXISTS name(types)");
    }

    private static String message(Clash clash) {
        return "%s of %s takes %s and stays beside this one"
                .formatted(clash.object(), Meeting.place(clash), clash.detail());
    }
}
