package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.GitState;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.List;

/** Reports migrations that a database has run and HEAD does not have. */
public final class UncommittedButApplied implements Rule {

    private static final RuleId ID = new RuleId("uncommitted-but-applied");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.presences().stream()
                .filter(presence -> presence.isApplied() && !presence.isIn(Source.HEAD))
                .flatMap(presence -> GitState.of(presence, facts).stream()
                        .filter(state ->
                                facts.history(Source.HEAD).stream().noneMatch(head -> head.isUnread(state.file())))
                        .flatMap(state ->
                                presence.firstCopy().stream().map(copy -> finding(facts, presence, copy, state))))
                .toList();
    }

    private static Finding finding(Facts facts, Presence presence, Migration copy, GitState state) {
        return Finding.of(
                        ID,
                        copy,
                        "migration %s is applied to %s but not in HEAD: %s"
                                .formatted(
                                        presence.id(),
                                        Phrases.databases(presence.applied().keySet()),
                                        state.words()),
                        cure(state) + "; " + facts.project().databaseAhead())
                .withFix(state.nextStep());
    }

    private static String cure(GitState state) {
        return switch (state) {
            case GitState.Untracked untracked -> "stage and commit it";
            case GitState.Ignored ignored -> "add it by force, commit it and narrow the ignore rule";
            case GitState.Unstaged unstaged -> "stage and commit it";
            case GitState.Staged staged -> "commit it";
            case GitState.OnlyInIndex index -> "commit it, then bring it back to disk with git restore";
        };
    }
}
