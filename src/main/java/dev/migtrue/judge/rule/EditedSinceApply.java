package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.LaterEdit;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports migrations that were edited in git after a database ran them, where no checksum tells what was run. */
public final class EditedSinceApply implements Rule {

    private static final RuleId ID = new RuleId("edited-since-apply");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.circumstances().laterEdits().stream()
                .map(EditedSinceApply::finding)
                .toList();
    }

    private static Finding finding(LaterEdit edit) {
        return Finding.of(
                        ID,
                        edit.now(),
                        "migration %s was edited in git after the day when %s ran it"
                                .formatted(edit.now().id(), Phrases.databases(edit.databases())),
                        "look at the change: if it does something else to the schema, put it into a new migration and take it back here,"
                                + " for databases that have run this one never get it")
                .withRelated(List.of(
                        new Related("changed by " + Phrases.told(edit.change()), new Location.WholeRepository())))
                .withFix(new Fix.Command(
                        "see what changed since then",
                        List.of(
                                "git",
                                "diff",
                                edit.before(),
                                "HEAD",
                                "--",
                                edit.now().at().path().value())));
    }
}
