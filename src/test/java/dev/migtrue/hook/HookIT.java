package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import dev.migtrue.testing.TestRepository.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The installed hooks and the packaged program around a commit or a push: what else there is to call, to pass on and to
 * read. The states that git can be in are the matrix's. Half the paths here hold a space.
 */
class HookIT {

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void install() throws IOException {
        repository = TestRepository.in(Files.createDirectory(folder.resolve("a folder")))
                .with("GIT_MERGE_AUTOEDIT", "no")
                .with("GIT_EDITOR", "true")
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "");
        migration("001", "None").stage(".").commit("Start");
        Path launcher =
                executable(folder.resolve("my migtrue"), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(Program.migtrue()));
        Program.Run run = Program.run(
                repository.workTree(),
                repository.environment(),
                Program.migtrue(),
                "hook",
                "install",
                "--launcher",
                launcher.toString());
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).contains("starts " + launcher);
    }

    @Test
    void codeAloneIsCommittedWithoutStartingJavaUnlessAllRunsAreFull() {
        TestRepository withoutJava = repository.with("MIGTRUE_JAVA_OPTS", "-XX:NoSuchOption");
        // So that the next one has something to go by.
        repository.write("app.txt", "two\n").stage(".");
        passes("commit", "--quiet", "-m", "Read me");

        repository.write("app.txt", "three\n").stage(".");
        Run full = withoutJava.with("MIGTRUE_FULL", "1").execute("", "commit", "--quiet", "-m", "Go on");
        Run early = withoutJava.execute("", "commit", "--quiet", "-m", "Go on");
        migration("002", "'001'").stage(".");
        Run business = withoutJava.execute("", "commit", "--quiet", "-m", "Migrate");

        assertThat(full.exitCode()).as(full.errors()).isEqualTo(1);
        assertThat(early.exitCode()).as(early.errors()).isZero();
        assertThat(business.exitCode()).as(business.errors()).isEqualTo(1);
    }

    @Test
    void aPushIsStoppedForWhatItBringsAndFedToTheHookBeforeOurs() throws IOException {
        Path remote = folder.resolve("remote.git");
        repository.git("init", "--quiet", "--bare", remote.toString());
        repository.git("remote", "add", "origin", remote.toString());
        Program.run(repository.workTree(), repository.environment(), Program.migtrue(), "hook", "uninstall");
        hook("pre-push", "#!/bin/sh\necho \"$@\" >> '%s'\ncat >> '%s'\n".formatted(seen(), seen()));
        Program.run(repository.workTree(), repository.environment(), Program.migtrue(), "hook", "install");

        passes("push", "--quiet", "origin", "main");
        assertThat(seen())
                .hasContent("origin %s\nrefs/heads/main %s refs/heads/main %s\n"
                        .formatted(remote, repository.commitId("HEAD"), "0".repeat(40)));
        migration("002", "'000'").stage(".").git("commit", "--quiet", "--no-verify", "-m", "Break");
        stops("dangling-parent", "push", "origin", "main");
        passes("push", "--quiet", "origin", "HEAD^:refs/heads/other");
        passes("push", "--quiet", "origin", ":other");
    }

    @Test
    void theHookBeforeOursDecidesFirst() throws IOException {
        Program.run(repository.workTree(), repository.environment(), Program.migtrue(), "hook", "uninstall");
        hook("pre-commit", "#!/bin/sh\necho theirs >> '%s'\nexit 7\n".formatted(seen()));
        Program.run(repository.workTree(), repository.environment(), Program.migtrue(), "hook", "install");
        repository.write("app.txt", "two\n");

        assertThat(repository.execute("", "commit", "-a", "-m", "No").exitCode())
                .isEqualTo(1);
        assertThat(seen()).hasContent("theirs\n");
    }

    @Test
    void aProgramThatIsGoneStopsACommitOnlyWhereItIsRequired() throws IOException {
        Files.delete(folder.resolve("my migtrue"));
        repository.write("app.txt", "two\n");

        Run run = repository.execute("", "commit", "-a", "-m", "Unchecked");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).contains("migrations were not checked at pre-commit");
        Program.run(
                repository.workTree(),
                repository.environment(),
                Program.migtrue(),
                "hook",
                "install",
                "--required",
                "--launcher",
                folder.resolve("gone").toString());
        repository.write("app.txt", "three\n");
        assertThat(repository.execute("", "commit", "-a", "-m", "Unchecked").exitCode())
                .isEqualTo(1);
    }

    @Test
    void theDatabaseOfTheHookIsTheOneOfItsVariable() {
        Program.run(
                repository.workTree(),
                repository.environment(),
                Program.migtrue(),
                "hook",
                "install",
                "--db",
                "$SHOP_URL");
        migration("002", "'001'").stage(".");

        passes("commit", "--quiet", "-m", "Good");
        migration("003", "'002'").stage(".");
        Run run = repository
                .with("SHOP_URL", "postgresql://127.0.0.1:1/shop")
                .execute("", "commit", "--quiet", "-m", "Unreachable");
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.errors()).contains("database default not read");
    }

    private Path seen() {
        return folder.resolve("seen.txt");
    }

    private void hook(String name, String text) throws IOException {
        executable(Files.createDirectories(repository.path(".git/hooks")).resolve(name), text);
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void passes(String... arguments) {
        Run run = repository.execute("", arguments);
        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        assertThat(run.output() + run.errors()).doesNotContain("migtrue").doesNotContain("migration ");
    }

    private void stops(String rule, String... arguments) {
        Run run = repository.execute("", arguments);
        assertThat(run.exitCode()).as(run.output() + run.errors()).isEqualTo(1);
        assertThat(run.output() + run.errors()).contains(rule).contains("--no-verify");
    }

    private TestRepository migration(String id, String parent) {
        return repository.write(file(id), content(id, parent));
    }

    private static String content(String id, String parent) {
        return "revision = '%s'\ndown_revision = %s\n".formatted(id, parent);
    }

    private static String file(String id) {
        return "migrations/versions/" + id + "_step.py";
    }
}
