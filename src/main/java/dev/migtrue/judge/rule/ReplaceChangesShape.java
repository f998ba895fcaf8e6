package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.standing.Clash;
import dev.migtrue.model.RuleId;
import java.util.stream.Stream;

/** Reports replacements that the database refuses. */
public final class ReplaceChangesShape implements ScriptRule {

    private static final RuleId ID = new RuleId("replace-changes-shape");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        return Meeting.remarks(
                reviewed,
                Clash.Kind.OTHER_SHAPE,
                ReplaceChangesShape::message,
                "drop it first, and build again what hangs on it");
    }

    private static String message(Clash clash) {
        return "%s, built at %s, cannot be replaced by this one: %s"
                .formatted(clash.object(), Meeting.place(clash), clash.detail());
    }
}
