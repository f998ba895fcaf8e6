package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.GitState;
import dev.migtrue.model.Finding;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports migrations that stand on disk in files which git is told not to see. */
public final class IgnoredMigration implements Rule {

    private static final RuleId ID = new RuleId("ignored-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.untracked().stream()
                .flatMap(migration ->
                        facts.ignoredBy(migration.at().path()).stream().map(rule -> finding(migration, rule)))
                .toList();
    }

    private static Finding finding(Migration migration, IgnoreRule rule) {
        return Finding.of(
                        ID,
                        migration,
                        "migration %s is ignored by %s".formatted(migration.id(), rule),
                        "add it by force, and narrow the ignore rule so that it does not hide the next one")
                .withFix(new GitState.Ignored(migration.at().path(), rule).nextStep());
    }
}
