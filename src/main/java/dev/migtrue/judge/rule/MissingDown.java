package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Reversals;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Reversal;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports new migrations that cannot be taken back, in projects whose others can. */
public final class MissingDown implements Rule {

    private static final RuleId ID = new RuleId("missing-down");

    /** Fewer are no habit. */
    private static final int FEWEST = 3;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        Set<Migration> told = new HashSet<>();
        facts.circumstances().reversals().forEach((source, reversals) -> {
            if (isHabit(reversals)) {
                reversals.reviewed().forEach((migration, reversal) -> {
                    if (reversal == Reversal.MISSING && told.add(migration)) {
                        findings.add(
                                finding(migration, source, reversals.habit().size()));
                    }
                });
            }
        });
        return findings;
    }

    private static boolean isHabit(Reversals reversals) {
        return reversals.habit().size() >= FEWEST && !reversals.habit().contains(Reversal.MISSING);
    }

    private static Finding finding(Migration migration, Source source, int others) {
        return Finding.of(
                ID,
                migration,
                "%smigration %s has no down part, or an empty one, unlike the %d before it"
                        .formatted(source == Source.INDEX ? "in the index, " : "", migration.id(), others),
                "write what takes it back, or a comment there that says why nothing can; where it is a file of its own, stage"
                        + " that too");
    }
}
