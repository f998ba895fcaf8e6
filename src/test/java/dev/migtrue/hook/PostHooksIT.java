package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import dev.migtrue.testing.TestRepository.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hooks that only advise, called by real git after it has moved HEAD: each step is told once, and git never fails for them. */
class PostHooksIT {

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    /** Branch {@code work} has a migration more than {@code main}, which is checked out. */
    @BeforeEach
    void install() throws IOException {
        repository = TestRepository.in(Files.createDirectory(folder.resolve("a folder")))
                .with("GIT_MERGE_AUTOEDIT", "no")
                .with("GIT_EDITOR", "true")
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "");
        migration("001", "None").stage(".").commit("Start");
        repository.branch("work");
        migration("002", "'001'").stage(".").commit("Work");
        repository.checkout("main");
        install(repository.workTree(), "--launcher", Program.migtrue());
    }

    private void install(Path at, String... options) {
        String[] command = new String[options.length + 6];
        System.arraycopy(
                new String[] {Program.migtrue(), "hook", "install", "post-checkout", "post-merge", "post-rewrite"},
                0,
                command,
                0,
                6);
        System.arraycopy(options, 0, command, 6, options.length);
        Program.Run run = Program.run(at, repository.environment(), command);
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    @Test
    void switchingBranchesTellsWhatCameIn() {
        tells("1 migration came in (alembic): 002", "checkout", "--quiet", "work");
        isSilent("checkout", "--quiet", "main");
        tells("1 migration came in", "switch", "--quiet", "work");
        isSilent("checkout", "--quiet", "-b", "more");
        isSilent("checkout", "--quiet", "main", "--", file("001"));
        isSilent("worktree", "add", "--quiet", folder.resolve("linked").toString(), "main");
        TestRepository linked = repository.at(folder.resolve("linked"));
        assertThat(linked.execute("", "checkout", "--quiet", "work").errors()).contains("1 migration came in");
    }

    @Test
    void mergesTellWhatCameInAndTheHeadsThatTheyLeave() {
        tells("1 migration came in", "merge", "--quiet", "work");
        repository.git("reset", "--quiet", "--hard", "HEAD^");
        migration("003", "'001'").stage(".").commit("Meanwhile");
        tells("multiple-heads", "merge", "--quiet", "work");
        isSilent("merge", "--quiet", "work");
    }

    @Test
    void pullingTellsWhatCameIn() {
        Path clone = folder.resolve("clone");
        repository.git("clone", "--quiet", repository.workTree().toString(), clone.toString());
        install(clone);
        repository.git("merge", "--quiet", "work");

        Run pull = repository.at(clone).execute("", "pull", "--quiet");

        assertThat(pull.exitCode()).isZero();
        assertThat(pull.errors()).contains("1 migration came in");
    }

    @Test
    void aRebaseTellsOnceWhatItWasPutUpon() {
        repository.branch("mine").write("app.txt", "two\n").stage(".").commit("One");
        repository.write("app.txt", "three\n").stage(".").commit("Two");

        Run rebase = repository.execute("", "rebase", "--quiet", "work");

        assertThat(rebase.exitCode()).isZero();
        assertThat(rebase.output() + rebase.errors()).containsOnlyOnce("1 migration came in (alembic): 002");
        isSilent("commit", "--quiet", "--amend", "-m", "Reword");
        isSilent("rebase", "--quiet", "--apply", "--force-rebase", "HEAD~1");
    }

    @Test
    void bisectingIsLeftAlone() {
        repository.git("checkout", "--quiet", "work");
        repository.write("app.txt", "two\n").stage(".").commit("More");
        repository.write("app.txt", "three\n").stage(".").commit("Still more");

        isSilent("bisect", "start", "work", "main");
        isSilent("bisect", "bad");
        isSilent("bisect", "reset");
    }

    @Test
    void theDatabaseOfTheHookIsAskedWhatItHasRun() throws SQLException {
        Path file = folder.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("create table alembic_version (version_num varchar(32))");
            connection.createStatement().execute("insert into alembic_version values ('002')");
        }
        install(repository.workTree(), "--db", "$SHOP_URL");
        repository = repository.with("SHOP_URL", "sqlite:///" + file);

        repository.git("checkout", "--quiet", "work");
        tells("database default has run 1 migration, whose file is not here any more: 002", "checkout", "main");
    }

    @Test
    void gitSucceedsWhateverBecomesOfTheHook() throws IOException {
        Path launcher = folder.resolve("broken");
        Files.writeString(launcher, "#!/bin/sh\nexit 9\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        install(repository.workTree(), "--launcher", launcher.toString(), "--required");

        isSilent("checkout", "--quiet", "work");
        Files.delete(launcher);
        isSilent("checkout", "--quiet", "main");
    }

    private void tells(String advice, String... command) {
        Run run = repository.execute("", command);
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output() + run.errors()).contains(advice);
    }

    private void isSilent(String... command) {
        Run run = repository.execute("", command);
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output() + run.errors()).doesNotContain("migtrue").doesNotContain("migration ");
    }

    private TestRepository migration(String id, String parent) {
        return repository.write(file(id), "revision = '%s'\ndown_revision = %s\n".formatted(id, parent));
    }

    private static String file(String id) {
        return "migrations/versions/" + id + "_step.py";
    }
}
