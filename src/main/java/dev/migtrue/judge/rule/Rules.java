package dev.migtrue.judge.rule;

import java.util.List;

/** Every rule there is. */
public final class Rules {

    /** In the order of their ids. */
    public static final List<Rule> ALL = List.of(
            new AppliedButMissing(),
            new CaseCollision(),
            new ClaimedElsewhere(),
            new ConflictMarkers(),
            new DanglingParent(),
            new DeletedMigration(),
            new DependencyCycle(),
            new DuplicateVersion(),
            new EditedAfterApply(),
            new EditedSinceApply(),
            new EnvironmentPlaceholder(),
            new EnvironmentsDiffer(),
            new FailedMigration(),
            new GuardAcceptsInvalidIndex(),
            new GuardBlockTooWide(),
            new GuardCoversOneAction(),
            new GuardHidesDrift(),
            new GuardOnTableNotMember(),
            new GuardSwallowsAll(),
            new GuardUnknownToDialect(),
            new GuardWithoutSchema(),
            new GuardWrongCondition(),
            new IgnoredMigration(),
            new LateMigration(),
            new MalformedName(),
            new MisleadingDocstring(),
            new MissingDown(),
            new MissingPackageMarker(),
            new ModifyRestatesDefinition(),
            new MultipleHeads(),
            new OpaqueStatement(),
            new OutOfOrderMigration(),
            new OverlappingRows(),
            new OverlongVersion(),
            new PartlyStagedMigration(),
            new PendingMigration(),
            new PrunedMigration(),
            new RegisteredButAbsent(),
            new RenamedAfterApply(),
            new RenamedMigration(),
            new ReplaceChangesShape(),
            new ReplaceCreatesOverload(),
            new ReplaceResetsAttributes(),
            new RerunFails(),
            new RewrittenMigration(),
            new StaleManifest(),
            new StuckLock(),
            new UncommittedButApplied(),
            new UnknownVersionTable(),
            new UnlikelyVersion(),
            new UnmergedButApplied(),
            new UnregisteredMigration(),
            new UntrackedMigration(),
            new VersionGap());

    private Rules() {}
}
