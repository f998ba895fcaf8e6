package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.GitState;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.List;

/** Reports migrations that are staged with another text than the one on disk. */
public final class PartlyStagedMigration implements Rule {

    private static final RuleId ID = new RuleId("partly-staged-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.presences().stream()
                .filter(Presence::isTracked)
                .filter(presence -> isChanged(presence, Source.INDEX, Source.HEAD))
                .flatMap(presence -> presence.copy(Source.WORKING_TREE).stream()
                        .filter(copy -> isChanged(presence, Source.WORKING_TREE, Source.INDEX)))
                .map(PartlyStagedMigration::finding)
                .toList();
    }

    private static boolean isChanged(Presence presence, Source source, Source since) {
        return !presence.copy(source)
                .map(Migration::content)
                .equals(presence.copy(since).map(Migration::content));
    }

    private static Finding finding(Migration onDisk) {
        return Finding.of(
                        ID,
                        onDisk,
                        "migration %s is staged with another text than the one on disk".formatted(onDisk.id()),
                        "stage it again if the text on disk is the right one: a commit now would record the staged one")
                .withFix(new GitState.Unstaged(onDisk.at().path()).nextStep());
    }
}
