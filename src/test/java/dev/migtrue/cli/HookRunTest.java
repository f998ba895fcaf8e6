package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.QuickQuestion;
import dev.migtrue.testing.QuickQuestion.Answer;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a commit or a push, and what is only said. The states of git that a hook is called in are played by the integration tests. */
class HookRunTest {

    private static final String NOTHING = "0".repeat(40);
    private static final CommandRun SILENCE = new CommandRun(0, "", "");

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void startWithOneMigration() {
        repository = TestRepository.in(folder)
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "");
        migration("001", "None").stage(".").commit("Start");
        if (ask() instanceof Answer.Start start) {
            CommandRun.in(repository.workTree(), start.environment(), "hook", "run", "pre-commit");
        }
    }

    @Test
    void aCommitThatHasNothingToDoWithMigrationsIsLeftAlone() {
        repository.write("app.txt", "two\n").stage("app.txt");

        assertThat(run("pre-commit")).isEqualTo(SILENCE);
        assertThat(ask()).isInstanceOf(Answer.Leave.class);
    }

    @Test
    void aCommitOfAGoodMigrationIsLeftAlone() {
        migration("002", "'001'").stage(".");

        assertThat(run("pre-commit")).isEqualTo(SILENCE);
    }

    @Test
    void anUntrackedMigrationStopsTheCommitOfTheCodeThatNeedsIt() {
        migration("002", "'001'").write("app.txt", "two\n").stage("app.txt");

        CommandRun run = run("pre-commit");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("untracked-migration").contains("git add -- " + file("002"));
        assertThat(run.errors()).contains("git commit --no-verify");
    }

    @Test
    void anIgnoredMigrationStopsTheCommitOfTheCodeThatNeedsIt() {
        repository.ignore("002*");
        migration("002", "'001'").write("app.txt", "two\n").stage("app.txt", ".gitignore");

        CommandRun run = run("pre-commit");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("ignored-migration").contains(".gitignore:1: 002*");
    }

    @Test
    void anUntrackedMigrationIsOnlyANoteWhereNothingIsCommittedInItsProject() {
        migration("002", "'001'");

        CommandRun run = run("pre-commit");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("note").contains("untracked-migration");
    }

    @Test
    void aMigrationThatIsStagedForAnotherCommitIsNotForgotten() {
        migration("002", "'001'").stage(".").write("app.txt", "two\n");
        TestRepository onlyTheCode = repository.with("GIT_INDEX_FILE", ".git/next-index-1.lock");
        onlyTheCode.git("read-tree", "HEAD");
        onlyTheCode.stage("app.txt");

        assertThat(CommandRun.in(repository.workTree(), onlyTheCode.environment(), "hook", "run", "pre-commit"))
                .isEqualTo(SILENCE);
    }

    @Test
    void aMigrationThatIsStagedWithAnotherTextThanOnDiskIsSaidAndStopsNothing() {
        migration("002", "'001'").stage(".");
        repository.write(file("002"), "revision = '002'\ndown_revision = '001'\nbranch_labels = None\n");

        CommandRun run = run("pre-commit");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("warning").contains("partly-staged-migration");
    }

    @Test
    void aParentThatStaysBehindStopsTheCommit() {
        migration("002", "'001'");
        migration("003", "'002'").stage(file("003"));

        CommandRun run = run("pre-commit");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("dangling-parent").contains("git add -- " + file("002"));
    }

    @Test
    void secondHeadsInTheIndexStopTheCommitAlthoughTheWorkingTreeHasOne() {
        migration("002", "'001'");
        migration("003", "'001'").stage(".");
        repository.remove(file("003"));

        CommandRun run = run("pre-commit");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("multiple-heads").contains("002 and 003");
    }

    @Test
    void whatWasWrongBeforeDoesNotStopACommit() {
        migration("002", "'000'").stage(".").commit("Break");
        repository
                .write(file("002"), "# reworded\nrevision = '002'\ndown_revision = '000'\n")
                .stage(".");

        assertThat(run("pre-commit")).isEqualTo(SILENCE);
    }

    @Test
    void whatIsMergedInIsNotTheFaultOfTheMerge() {
        repository.branch("theirs");
        migration("002", "'000'").stage(".").commit("Break");
        repository.checkout("main").write("app.txt", "two\n").stage(".").commit("Go on");
        repository.git("merge", "--quiet", "--no-commit", "theirs");

        assertThat(run("pre-commit")).isEqualTo(SILENCE);
        String theirs = repository.commitId("theirs");
        assertThat(CommandRun.in(
                        repository.workTree(),
                        repository.with("GITHEAD_" + theirs, "theirs").environment(),
                        "hook",
                        "run",
                        "pre-merge-commit"))
                .isEqualTo(SILENCE);
    }

    @Test
    void aMergeThatLeavesTwoHeadsIsStoppedAndWhatIsUntrackedIsANote() {
        repository.branch("theirs");
        migration("002", "'001'").stage(".").commit("Theirs");
        repository.checkout("main");
        migration("003", "'001'").stage(".").commit("Ours");
        repository.git("merge", "--quiet", "--no-commit", "theirs");

        CommandRun run = run("pre-merge-commit");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("multiple-heads");
        assertThat(run.errors()).contains("git merge --no-verify");

        repository.git("merge", "--abort");
        migration("004", "'003'");
        repository.branch("third").write("app.txt", "three\n").stage("app.txt").commit("Third");
        repository.checkout("main").git("merge", "--quiet", "--no-ff", "--no-commit", "third");
        CommandRun second = run("pre-commit");

        assertThat(second.exitCode()).isZero();
        assertThat(second.output()).contains("note").contains("untracked-migration");
    }

    @Test
    void aPushIsJudgedByWhatIsPushedAndNotByWhatLiesAround() {
        String before = repository.commitId("HEAD");
        migration("002", "'001'");
        migration("003", "'002'").stage(file("003")).commit("Forget 002");
        String after = repository.commitId("HEAD");
        repository.stage(".");

        CommandRun run = push(after, before);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("dangling-parent").contains("003 needs 002");
        assertThat(run.errors()).contains("git push --no-verify");
    }

    @Test
    void aPushThatTouchesNoMigrationIsLeftAlone() {
        migration("002", "'000'").stage(".").commit("Break");
        String before = repository.commitId("HEAD");
        repository.write("app.txt", "two\n").stage(".").commit("Go on");

        assertThat(push(repository.commitId("HEAD"), before)).isEqualTo(SILENCE);
    }

    @Test
    void aPushOfANewBranchIsJudgedAsAWholeWhereNothingElseIsKnownOfTheOtherSide() {
        migration("002", "'000'").stage(".").commit("Break");

        assertThat(push(repository.commitId("HEAD"), NOTHING).exitCode()).isEqualTo(1);
        assertThat(push(repository.commitId("HEAD"), "1".repeat(40)).exitCode()).isEqualTo(1);
    }

    @Test
    void aPushThatDeletesIsLeftAlone() {
        assertThat(push(NOTHING, repository.commitId("HEAD"))).isEqualTo(SILENCE);
    }

    @Test
    void theRangeThatThePreCommitFrameworkNamesIsJudgedAsAPush() {
        String before = repository.commitId("HEAD");
        migration("002", "'000'").stage(".").commit("Break");
        Map<String, String> environment = repository
                .with("PRE_COMMIT_FROM_REF", before)
                .with("PRE_COMMIT_TO_REF", repository.commitId("HEAD"))
                .environment();

        CommandRun run = CommandRun.in(repository.workTree(), environment, "hook", "run", "pre-commit");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("dangling-parent");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaidAndStopsNothing() {
        migration("002", "'001'").stage(".");

        CommandRun run = run("pre-commit", "--db", "postgresql://127.0.0.1:1/db");
        CommandRun strict = run("pre-commit", "--db", "postgresql://127.0.0.1:1/db", "--unreachable", "fail");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).contains("not read");
        assertThat(strict.exitCode()).isEqualTo(3);
    }

    @Test
    void aRepositoryThatCannotBeReadIsSaidAndStopsNothing() {
        repository.git("config", "core.repositoryFormatVersion", "99");
        migration("002", "'001'");

        CommandRun run = run("pre-commit");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).contains("not checked: the repository cannot be read: ");
    }

    @Test
    void theDatabaseUrlOfTheEnvironmentIsNotLookedAt() {
        migration("002", "'001'").stage(".");
        Map<String, String> environment =
                repository.with("DATABASE_URL", "postgresql://127.0.0.1:1/db").environment();

        assertThat(CommandRun.in(repository.workTree(), environment, "hook", "run", "pre-commit"))
                .isEqualTo(SILENCE);
    }

    @Test
    void whatADatabaseHasRunStopsTheCommitThatLeavesItBehindAndNotTheOneThatBringsIt() throws SQLException {
        Path file = folder.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("create table alembic_version (version_num varchar(32))");
            connection.createStatement().execute("insert into alembic_version values ('002')");
        }
        migration("002", "'001'").write("app.txt", "two\n").stage("app.txt");
        CommandRun forgotten = run("pre-commit", "--db", "sqlite:///" + file);
        repository.stage(".");
        CommandRun complete = run("pre-commit", "--db", "sqlite:///" + file);

        assertThat(forgotten.exitCode()).isEqualTo(1);
        assertThat(forgotten.output()).contains("uncommitted-but-applied");
        assertThat(complete).isEqualTo(SILENCE);
    }

    @Test
    void aFileThatCannotBeReadWithoutRunningItIsNotToldAtEveryCommit() {
        repository
                .write(file("002"), "revision = make()\ndown_revision = '001'\n")
                .stage(".");

        assertThat(run("pre-commit")).isEqualTo(SILENCE);
    }

    @Test
    void aStageThatMigtrueHasNothingToSayAtIsWrongUse() {
        CommandRun run = run("commit-msg");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("commit-msg").contains("pre-commit, pre-merge-commit, pre-push");
    }

    private TestRepository migration(String id, String parent) {
        return repository.write(file(id), "revision = '%s'\ndown_revision = %s\n".formatted(id, parent));
    }

    private static String file(String id) {
        return "migrations/versions/" + id + "_step.py";
    }

    private CommandRun push(String sent, String known) {
        String line = "refs/heads/main %s refs/heads/main %s\n".formatted(sent, known);
        return CommandRun.fed(
                line, repository.workTree(), repository.environment(), "hook", "run", "pre-push", "origin", "url");
    }

    private CommandRun run(String stage, String... options) {
        String[] arguments = new String[3 + options.length];
        arguments[0] = "hook";
        arguments[1] = "run";
        arguments[2] = stage;
        System.arraycopy(options, 0, arguments, 3, options.length);
        CommandRun run = CommandRun.in(repository.workTree(), repository.environment(), arguments);
        // Where the launcher would not have started this at all, it must have been for nothing.
        if (stage.startsWith("pre-") && options.length == 0 && ask() instanceof Answer.Leave) {
            assertThat(run).isEqualTo(SILENCE);
        }
        return run;
    }

    private Answer ask() {
        return QuickQuestion.ask("sh", repository.workTree(), repository.environment());
    }
}
