package dev.migtrue.judge.rule;

import java.util.List;

/** Every rule there is. */
public final class Rules {

    /** In the order of their ids. */
    public static final List<Rule> ALL = List.of(
            new AppliedButMissing(),
            new DanglingParent(),
            new DependencyCycle(),
            new DuplicateVersion(),
            new EditedAfterApply(),
            new FailedMigration(),
            new IgnoredMigration(),
            new MalformedName(),
            new MultipleHeads(),
            new OutOfOrderMigration(),
            new PartlyStagedMigration(),
            new PendingMigration(),
            new UncommittedButApplied(),
            new UnlikelyVersion(),
            new UntrackedMigration());

    private Rules() {}
}
