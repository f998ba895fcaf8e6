package dev.migtrue.judge.rule;

import dev.migtrue.facts.AppliedRename;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.Finding;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports migrations that a version table names and of which no file is left in any place looked at, not even under another id. */
public final class AppliedButMissing implements Rule {

    private static final RuleId ID = new RuleId("applied-but-missing");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        Set<MigrationId> renamed = AppliedRename.of(facts).stream()
                .map(rename -> rename.row().id())
                .collect(Collectors.toSet());
        return facts.presences().stream()
                .filter(presence -> presence.copies().isEmpty() && !renamed.contains(presence.id()))
                .flatMap(presence -> firstRow(presence).stream().map(row -> finding(facts, presence, row)))
                .toList();
    }

    private static Optional<AppliedMigration> firstRow(Presence presence) {
        return presence.applied().values().stream()
                .filter(applied -> applied.evidence() == Evidence.RECORDED)
                .findFirst();
    }

    private static Finding finding(Facts facts, Presence presence, AppliedMigration row) {
        return Finding.about(
                        ID,
                        presence.id(),
                        row.at(),
                        "migration %s is applied to %s, but has no file in %s"
                                .formatted(
                                        presence.id(),
                                        Phrases.databases(presence.applied().keySet()),
                                        Phrases.anyOf(facts.histories().keySet())),
                        "find the file first, in other branches, stashes and clones or with whoever ran it, then restore and"
                                + " commit it; leave the version table as it is: it is the only witness")
                .withRelated(presence.evidence());
    }
}
