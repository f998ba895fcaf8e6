package dev.migtrue.judge.rule;

import java.util.List;

/** Every rule there is. */
public final class Rules {

    /** In the order of their ids. */
    public static final List<Rule> ALL = List.of(
            new AppliedButMissing(),
            new CaseCollision(),
            new ClaimedElsewhere(),
            Repetition.CONFLICT_CLAUSE_INEFFECTIVE,
            new ConflictMarkers(),
            Repetition.COPY_RUNS_AGAIN,
            new DanglingParent(),
            Repetition.DELETE_TAKES_NEXT_ROWS,
            new DeletedMigration(),
            new DependencyCycle(),
            Repetition.DROP_CREATE_LOSES_DATA,
            Repetition.DROP_CREATE_LOSES_DEPENDENTS,
            Repetition.DROP_CREATE_LOSES_GRANTS,
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
            Repetition.INSERT_RUNS_AGAIN,
            new LateMigration(),
            new MalformedName(),
            new MisleadingDocstring(),
            new MissingDown(),
            new MissingPackageMarker(),
            new ModifyRestatesDefinition(),
            new MultipleHeads(),
<<<<<<< HEAD
            new OpaqueStatement(),
=======
            new NotRestartable(),
>>>>>>> causes
            new OutOfOrderMigration(),
            new OverlappingRows(),
            new OverlongVersion(),
            new PartlyStagedMigration(),
            new PendingMigration(),
            new PrunedMigration(),
            new RegisteredButAbsent(),
            new RenamedAfterApply(),
            new RenamedMigration(),
<<<<<<< HEAD
            new ReplaceChangesShape(),
            new ReplaceCreatesOverload(),
            new ReplaceResetsAttributes(),
=======
            Repetition.RERUN_DESTROYS,
>>>>>>> causes
            new RerunFails(),
            Repetition.RERUN_MUTATES,
            new RewrittenMigration(),
            Repetition.SEQUENCE_MOVES,
            Repetition.SOURCE_DROPPED_IN_FILE,
            new StaleManifest(),
            new StuckLock(),
            new UncommittedButApplied(),
            new UnknownVersionTable(),
            new UnlikelyVersion(),
            new UnmergedButApplied(),
            Repetition.UNNAMED_OBJECT_DUPLICATES,
            new UnregisteredMigration(),
            new UntrackedMigration(),
            Repetition.UPDATE_NOT_IDEMPOTENT,
            Repetition.UPSERT_READS_STORED_VALUE,
            Repetition.USING_REAPPLIED,
            new VersionGap());

    private Rules() {}
}
