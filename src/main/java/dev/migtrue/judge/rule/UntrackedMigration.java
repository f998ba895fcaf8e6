package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.GitState;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports migrations that stand on disk in files which git neither has nor ignores. */
public final class UntrackedMigration implements Rule {

    private static final RuleId ID = new RuleId("untracked-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.untracked().stream()
                .filter(migration -> facts.ignoredBy(migration.at().path()).isEmpty())
                .map(UntrackedMigration::finding)
                .toList();
    }

    private static Finding finding(Migration migration) {
        return Finding.of(
                        ID,
                        migration,
                        "migration %s is not tracked by git".formatted(migration.id()),
                        "stage it with the change that needs it: a clean checkout does not have it")
                .withFix(new GitState.Untracked(migration.at().path()).nextStep());
    }
}
