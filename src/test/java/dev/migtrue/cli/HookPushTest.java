package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A push is judged against the branch that it will be merged into, and by what a database has run from this clone. */
class HookPushTest {

    private static final CommandRun SILENCE = new CommandRun(0, "", "");
    private static final String NOTHING = "0".repeat(40);

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    /** The remote's main has two migrations, and branch {@code work} starts there. */
    @BeforeEach
    void startWithARemote() {
        Path remote = folder.resolve("remote.git");
        repository = TestRepository.in(folder)
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "");
        migration("001", "None");
        migration("002", "'001'").stage(".").commit("Start");
        repository.git("init", "--quiet", "--bare", "--initial-branch=main", remote.toString());
        repository.git("remote", "add", "origin", remote.toString());
        repository.git("push", "--quiet", "origin", "main");
        repository.git("remote", "set-head", "origin", "main");
        repository.branch("work");
    }

    @Test
    void aBranchThatRewritesWhatBaseHasIsStopped() {
        rewrite("001").stage(".").commit("Rewrite");

        CommandRun run = push("work", "HEAD", NOTHING);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("rewritten-migration").contains("001");
        assertThat(run.errors()).contains("git push --no-verify");
    }

    @Test
    void aBranchThatDeletesWhatBaseHasIsStoppedOnce() {
        repository.git("rm", "--quiet", file("002"));
        repository.commit("Delete");
        String before = repository.commitId("HEAD");
        migration("003", "'001'").stage(".").commit("Go on");

        assertThat(push("work", before, NOTHING).output()).contains("deleted-migration");
        assertThat(push("work", "HEAD", before)).isEqualTo(SILENCE);
    }

    @Test
    void aBranchThatOnlyLagsBehindBaseIsLeftAlone() {
        migration("003", "'002'").stage(".").commit("Work");
        repository.checkout("main");
        migration("004", "'002'").stage(".").commit("Meanwhile");
        repository.git("push", "--quiet", "origin", "main");

        assertThat(push("work", "work", NOTHING)).isEqualTo(SILENCE);
    }

    @Test
    void baseItselfMustKeepWhatItHas() {
        String before = repository.commitId("main");
        migration("003", "'002'").stage(".").commit("Work");
        String after = repository.commitId("HEAD");
        repository.git("reset", "--quiet", "--hard", "main");
        repository.write("app.txt", "two\n").stage(".").commit("Something else");
        repository.git("fetch", "--quiet", "origin");

        assertThat(push("main", after, before)).isEqualTo(SILENCE);
        CommandRun forced = push("main", "HEAD", after);
        assertThat(forced.exitCode()).isEqualTo(1);
        assertThat(forced.output()).contains("deleted-migration").contains("003");
        assertThat(push("topic", "HEAD", after)).isEqualTo(SILENCE);
    }

    @Test
    void whatHasNoCommitInCommonWithTheBranchOneIsOnIsJudgedToo() {
        repository.git("checkout", "--quiet", "--orphan", "island");
        migration("003", "'000'").stage(".").commit("Alone");
        repository.checkout("work");

        CommandRun run = push("island", "island", NOTHING);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("dangling-parent");
    }

    @Test
    void eachOfSeveralReferencesIsToldByItsName() {
        migration("003", "'000'").stage(".").commit("Break");
        repository.branch("other");
        rewrite("001").stage(".").commit("Rewrite");
        String lines = line("work", repository.commitId("work"), NOTHING)
                + line("other", repository.commitId("other"), NOTHING);

        CommandRun run = fed(lines);

        assertThat(run.errors()).contains("work:\n").contains("other:\n");
        assertThat(run.output()).contains("dangling-parent").contains("rewritten-migration");
    }

    @Test
    void whatADatabaseHasRunFromTheWorkingTreeStopsAPushOfItsProject() throws SQLException {
        migration("003", "'002'").stage(".").commit("Work");
        migration("004", "'003'");
        String database = database("004");

        CommandRun run = push("work", "HEAD", NOTHING, "--db", database);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("uncommitted-but-applied")
                .contains("untracked")
                .contains("git add");
        repository.stage(".").commit("Complete");
        assertThat(push("work", "HEAD", NOTHING, "--db", database)).isEqualTo(SILENCE);
    }

    @Test
    void aPushThatHasNothingToDoWithItOnlyMentionsIt() throws SQLException {
        repository
                .write("service/alembic.ini", "[alembic]\nscript_location = db\n")
                .write("service/db/env.py", "");
        repository.write("service/db/versions/001_a.py", "revision = '901'\ndown_revision = None\n");
        repository.stage(".").commit("A service");
        repository.git("push", "--quiet", "origin", "HEAD:main");
        repository.write("service/db/versions/002_b.py", "revision = '902'\ndown_revision = '901'\n");
        repository.write("app.txt", "two\n").stage("app.txt").commit("Elsewhere");

        CommandRun run = push("work", "HEAD", NOTHING, "--db", database("902"));

        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        assertThat(run.output()).contains("note").contains("uncommitted-but-applied");
    }

    @Test
    void whatADatabaseHasRunFromAnotherBranchOrAStashIsNotForgotten() throws SQLException {
        repository.branch("other");
        migration("004", "'002'").stage(".").commit("Other");
        repository.checkout("work");
        migration("003", "'002'").stage(".").commit("Work");

        CommandRun branch = push("work", "work", NOTHING, "--db", database("004"));

        assertThat(branch.exitCode()).isEqualTo(1);
        assertThat(branch.output()).contains("applied-but-missing").contains("branch other");
        migration("005", "'003'");
        repository.git("stash", "--quiet", "--include-untracked");
        assertThat(push("work", "work", NOTHING, "--db", database("005")).output())
                .contains("applied-but-missing")
                .contains("stash@{0}");
    }

    @Test
    void whatTheRemoteHasOnAnotherBranchIsNobodysFault() throws SQLException {
        repository.branch("other");
        migration("004", "'002'").stage(".").commit("Other");
        String database = database("004");
        repository.git("push", "--quiet", "origin", "other");
        repository.checkout("work");
        migration("003", "'002'").stage(".").commit("Work");

        assertThat(push("work", "work", NOTHING, "--db", database)).isEqualTo(SILENCE);
        repository.git("branch", "--quiet", "-D", "other");
        assertThat(push("work", "work", NOTHING, "--db", database)).isEqualTo(SILENCE);
    }

    @Test
    void whatIsOnlyInTheBranchThatStaysHereIsToldAsNotMerged() throws SQLException {
        repository.branch("other");
        migration("003", "'002'").stage(".").commit("Other");
        repository.checkout("work");
        migration("004", "'002'").stage(".").commit("Work");

        CommandRun run = push("other", "other", NOTHING, "--db", database("004"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains("warning")
                .contains("unmerged-but-applied")
                .contains("004");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaidAndStopsNothing() {
        migration("003", "'002'").stage(".").commit("Work");

        CommandRun run = push("work", "HEAD", NOTHING, "--db", "postgresql://127.0.0.1:1/db");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).contains("not read");
    }

    private CommandRun push(String branch, String sent, String replaced, String... options) {
        return fed(line(branch, repository.commitId(sent), replaced), options);
    }

    private static String line(String branch, String sent, String replaced) {
        return "refs/heads/%s %s refs/heads/%s %s\n".formatted(branch, sent, branch, replaced);
    }

    private CommandRun fed(String lines, String... options) {
        List<String> arguments = new ArrayList<>(List.of("hook", "run"));
        arguments.addAll(List.of(options));
        arguments.addAll(
                List.of("pre-push", "origin", folder.resolve("remote.git").toString()));
        return CommandRun.fed(lines, repository.workTree(), repository.environment(), arguments.toArray(String[]::new));
    }

    private String database(String last) throws SQLException {
        Path file = folder.resolve(last + ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("create table alembic_version (version_num varchar(32))");
            connection.createStatement().execute("insert into alembic_version values ('" + last + "')");
        }
        return "sqlite:///" + file;
    }

    private TestRepository rewrite(String id) {
        return repository.write(file(id), "# other\nrevision = '%s'\ndown_revision = None\n".formatted(id));
    }

    private TestRepository migration(String id, String parent) {
        return repository.write(file(id), "revision = '%s'\ndown_revision = %s\n".formatted(id, parent));
    }

    private static String file(String id) {
        return "migrations/versions/" + id + "_step.py";
    }
}
