package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.List;

/** Reports migrations that a database has run and that are committed, but not on base. */
public final class UnmergedButApplied implements Rule {

    private static final RuleId ID = new RuleId("unmerged-but-applied");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.presences().stream()
                .filter(presence -> presence.isApplied() && !presence.isIn(Source.BASE))
                .flatMap(presence -> presence.copy(Source.HEAD).stream()
                        .filter(copy -> facts.history(Source.BASE).stream()
                                .noneMatch(base -> base.isUnread(copy.at().path())))
                        .map(copy -> finding(facts, presence, copy)))
                .toList();
    }

    private static Finding finding(Facts facts, Presence presence, Migration copy) {
        return Finding.of(
                        ID,
                        copy,
                        "migration %s is applied to %s but not on base"
                                .formatted(
                                        presence.id(),
                                        Phrases.databases(presence.applied().keySet())),
                        "merge it before others use that database; in a checkout of base, "
                                + facts.project().databaseAhead())
                .withRelated(presence.evidence());
    }
}
