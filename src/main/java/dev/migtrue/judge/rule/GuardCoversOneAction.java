package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.stream.Stream;

/** Reports lists of changes of which some are guarded and others are not. */
public final class GuardCoversOneAction implements ScriptRule {

    private static final RuleId ID = new RuleId("guard-covers-one-action");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        return SecondRun.succeeds(reviewed)
                ? Stream.empty()
                : reviewed.reading().passages().stream().flatMap(passage -> remarks(reviewed, passage));
    }

    private static Stream<Remark> remarks(ReviewedMigration reviewed, Passage passage) {
        if (!(passage.action() instanceof Action.Alter alter) || SecondRun.isSaved(passage)) {
            return Stream.empty();
        }
        List<Change> guarded =
                alter.changes().stream().filter(Members::isGuarded).toList();
        return alter.changes().stream()
                .filter(change -> !guarded.isEmpty() && Members.needsGuard(change))
                .filter(change -> guarded.stream().noneMatch(other -> Members.makesRoom(other, change)))
                .limit(1)
                .map(change -> Remark.of(
                        passage,
                        passage.span(change.place()),
                        "the guard of %s does not cover %s: where %s, the whole statement fails"
                                .formatted(
                                        Members.name(guarded.getFirst()),
                                        Members.name(change),
                                        Members.obstacle(change)),
                        Members.cure(change, reviewed.reading().dialect())));
    }
}
