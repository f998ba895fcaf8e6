package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told after git has put other migrations into the working tree, and that nothing ever fails there. */
class HookAdviceTest {

    private static final CommandRun SILENCE = new CommandRun(0, "", "");
    private static final String NOTHING = "0".repeat(40);

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    /** Branch {@code main} has one migration, {@code work} three, and work is checked out. */
    @BeforeEach
    void startWithABranch() {
        repository = TestRepository.in(folder)
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "");
        migration("001", "None").stage(".").commit("Start");
        repository.branch("work");
        migration("002", "'001'");
        migration("003", "'002'").stage(".").commit("Work");
    }

    @Test
    void aCheckoutTellsWhichMigrationsCameIn() {
        CommandRun run = checkedOutFrom("main");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).isEqualTo("migtrue: 2 migrations came in (alembic): 002 'step', 003 'step'\n");
    }

    @Test
    void aCheckoutThatOnlyTakesMigrationsAwayIsNoNewsWhereNoDatabaseIsKnown() {
        repository.checkout("main");

        assertThat(checkedOutFrom("work")).isEqualTo(SILENCE);
    }

    @Test
    void stepsThatLeadNowhereAreSilent() {
        String here = repository.commitId("work");
        String main = repository.commitId("main");

        assertThat(run("", "post-checkout", main, here, "0")).isEqualTo(SILENCE);
        assertThat(run("", "post-checkout", here, here, "1")).isEqualTo(SILENCE);
        assertThat(run("", "post-checkout", NOTHING, here, "1")).isEqualTo(SILENCE);
        assertThat(run("", "post-checkout", "1".repeat(40), here, "1")).isEqualTo(SILENCE);
        assertThat(run("", "post-merge", "0")).isEqualTo(SILENCE);
        assertThat(run(main + " " + here + "\n", "post-rewrite", "amend")).isEqualTo(SILENCE);
        assertThat(run("", "post-rewrite", "rebase")).isEqualTo(SILENCE);
        repository.git("update-ref", "ORIG_HEAD", "main");
        assertThat(run("", "post-merge", "1")).isEqualTo(SILENCE);
    }

    @Test
    void aStepThatBringsNoMigrationIsSilentWhateverLiesAround() {
        migration("004", "'003'").write("app.txt", "two\n").stage("app.txt").commit("Only code");

        assertThat(checkedOutFrom("work~1")).isEqualTo(SILENCE);
    }

    @Test
    void whileGitOnlyPassesThroughNothingIsTold() throws IOException {
        for (String undertaking : List.of("rebase-merge", "rebase-apply", "BISECT_LOG")) {
            Path mark = Files.createDirectory(repository.path(".git").resolve(undertaking));

            assertThat(checkedOutFrom("main")).as(undertaking).isEqualTo(SILENCE);
            Files.delete(mark);
        }
    }

    @Test
    void whatTheDatabaseHasNotRunOfItIsTold() throws SQLException {
        assertThat(checkedOutFrom("main", "--db", database("001")).errors().lines())
                .containsExactly(
                        "migtrue: 2 migrations came in (alembic): 002 'step', 003 'step'",
                        "migtrue: database default has not run them yet");
        assertThat(checkedOutFrom("main", "--db", database("002")).errors())
                .contains("database default has not run 1 of them yet: 003");
        assertThat(checkedOutFrom("main", "--db", database("003")).errors()).doesNotContain("database");
    }

    @Test
    void whatTheDatabaseHasRunAndWentAwayIsTold() throws SQLException {
        repository.checkout("main");

        CommandRun run = checkedOutFrom("work", "--db", database("003"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors())
                .isEqualTo(
                        "migtrue: database default has run 2 migrations, whose files are not here any more: 002 'step',"
                                + " 003 'step'\n");
    }

    @Test
    void whatLiesUntrackedInTheWorkingTreeIsToldBesides() {
        migration("004", "'003'").ignore("005*");
        migration("005", "'004'");

        assertThat(checkedOutFrom("main").errors())
                .contains("left in the working tree, and not tracked here: " + file("004") + ", " + file("005"));
    }

    @Test
    void anotherTextOfTheSameMigrationIsTold() {
        repository
                .write(file("001"), "# fixed\nrevision = '001'\ndown_revision = None\n")
                .stage(".")
                .commit("Fix");

        assertThat(checkedOutFrom("work~1").errors()).contains("1 migration now has another text (alembic): 001");
    }

    @Test
    void manyAreCounted() {
        for (int number = 4; number < 10; number++) {
            migration("00" + number, "'00" + (number - 1) + "'");
        }
        repository.stage(".").commit("More");

        assertThat(checkedOutFrom("main").errors())
                .contains(
                        "8 migrations came in (alembic): 002 'step', 003 'step', 004 'step', 005 'step', 006 'step' and 3 more");
    }

    @Test
    void aMergeTellsTheHeadsThatItLeaves() {
        repository.checkout("main");
        migration("004", "'001'").stage(".").commit("Meanwhile");
        repository.git("merge", "--quiet", "--no-edit", "work");

        CommandRun run = run("", "post-merge", "0");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).contains("2 migrations came in (alembic): 002 'step', 003 'step'");
        assertThat(run.output() + run.errors()).contains("multiple-heads").doesNotContain("--no-verify");
    }

    @Test
    void aRebaseTellsWhatItWasPutUpon() {
        String before = repository.commitId("work");
        repository.checkout("main");
        migration("004", "'001'").stage(".").commit("Meanwhile");
        repository.checkout("work").git("rebase", "--quiet", "main");
        String pairs = "%s %s\n%s %s\n"
                .formatted(repository.commitId("main"), "1".repeat(40), before, repository.commitId("work"));

        assertThat(run(pairs, "post-rewrite", "rebase").errors()).contains("1 migration came in (alembic): 004");
    }

    @Test
    void whatThePreCommitFrameworkTellsOfAStepIsUnderstood() {
        TestRepository checkout = repository
                .with("PRE_COMMIT_FROM_REF", repository.commitId("main"))
                .with("PRE_COMMIT_TO_REF", repository.commitId("work"))
                .with("PRE_COMMIT_CHECKOUT_TYPE", "1");

        assertThat(run(checkout, "", "post-checkout").errors()).contains("2 migrations came in");
        assertThat(run(checkout, "", "pre-commit")).isEqualTo(SILENCE);
        repository.git("update-ref", "ORIG_HEAD", "main");
        assertThat(run(repository.with("PRE_COMMIT_REWRITE_COMMAND", "rebase"), "", "post-rewrite")
                        .errors())
                .contains("2 migrations came in");
        assertThat(run(repository.with("PRE_COMMIT_REWRITE_COMMAND", "amend"), "", "post-rewrite"))
                .isEqualTo(SILENCE);
    }

    @Test
    void nothingThatCannotBeReadMakesItFail() throws IOException {
        CommandRun unreachable =
                checkedOutFrom("main", "--db", "postgresql://127.0.0.1:1/shop", "--unreachable", "fail");
        Files.writeString(repository.path(".git/index"), "DIRC?");
        CommandRun broken = checkedOutFrom("main");

        assertThat(unreachable.exitCode()).isZero();
        assertThat(unreachable.errors()).contains("2 migrations came in").contains("not read");
        assertThat(broken.exitCode()).isZero();
        assertThat(broken.errors()).contains("no advice");
    }

    private CommandRun checkedOutFrom(String before, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addFirst("post-checkout");
        arguments.addAll(List.of(repository.commitId(before), repository.commitId("HEAD"), "1"));
        return run("", arguments.toArray(String[]::new));
    }

    private CommandRun run(String input, String... arguments) {
        return run(repository, input, arguments);
    }

    private static CommandRun run(TestRepository at, String input, String... arguments) {
        List<String> all = new ArrayList<>(List.of("hook", "run"));
        all.addAll(List.of(arguments));
        return CommandRun.fed(input, at.workTree(), at.environment(), all.toArray(String[]::new));
    }

    /** The address of a database that has run everything up to a migration. */
    private String database(String last) throws SQLException {
        Path file = folder.resolve(last + ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("create table alembic_version (version_num varchar(32))");
            connection.createStatement().execute("insert into alembic_version values ('" + last + "')");
        }
        return "sqlite:///" + file;
    }

    private TestRepository migration(String id, String parent) {
        return repository.write(file(id), "revision = '%s'\ndown_revision = %s\n".formatted(id, parent));
    }

    private static String file(String id) {
        return "migrations/versions/" + id + "_step.py";
    }
}
