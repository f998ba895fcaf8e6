package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.program.Around;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.language.sql.rerun.Verdict;

/** What is known of a second run before a rule speaks of one. */
final class SecondRun {

    private SecondRun() {}

    /** Whether it is known to go through, whatever its guards look like. */
    static boolean succeeds(ReviewedMigration reviewed) {
        return switch (reviewed.review().verdict()) {
            case Verdict.Repeats repeats -> true;
            case Verdict.Mutates mutates -> true;
            case Verdict.Fails fails -> false;
            case Verdict.NeverRuns never -> false;
            case Verdict.Unsure unsure -> false;
        };
    }

    /** Whether it fails where its work is done already. */
    static boolean isRefused(Action action) {
        return switch (action) {
            case Action.Create create ->
                !create.modifiers().has(Modifier.IF_NOT_EXISTS)
                        && !create.modifiers().has(Modifier.OR_REPLACE)
                        && !create.modifiers().has(Modifier.TEMPORARY);
            case Action.Drop drop -> !drop.modifiers().has(Modifier.IF_EXISTS);
            case Action.Rename rename -> !rename.modifiers().has(Modifier.IF_EXISTS);
            case Action.Alter alter -> alter.changes().stream().anyMatch(Members::needsGuard);
            default -> false;
        };
    }

    /** Whether something around the statement asks first, or goes on after an error. */
    static boolean isSaved(Passage passage) {
        return passage.isConditional()
                || passage.around().stream()
                        .anyMatch(one -> one instanceof Around.Tried || one instanceof Around.Attempted);
    }
}
