package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import dev.migtrue.testing.TestRepository.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real pushes to a bare repository whose hook is ours: what is pushed lies in quarantine while it is judged. */
class PreReceiveIT {

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;
    private Path server = Path.of("");

    /** The server's main has two migrations, and so has the clone. */
    @BeforeEach
    void startWithAServer() throws IOException {
        server = folder.resolve("a server.git");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        executable(bin.resolve("migtrue"), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(Program.migtrue()));
        repository = TestRepository.in(folder)
                .with("PATH", bin + File.pathSeparator + System.getenv("PATH"))
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "");
        migration("001", "None");
        migration("002", "'001'").stage(".").commit("Start");
        repository.git("init", "--quiet", "--bare", "--template=", "--initial-branch=main", server.toString());
        repository.git("remote", "add", "origin", server.toString());
        repository.git("push", "--quiet", "origin", "main");
        Program.Run install = Program.run(server, repository.environment(), Program.migtrue(), "hook", "install");
        assertThat(install.exitCode()).as(install.errors()).isZero();
    }

    @Test
    void whatIsWholeIsTakenOver() {
        repository.branch("work");
        migration("003", "'002'").stage(".").commit("Work");

        passes("work", "work:main");
        passes("work:refs/tags/v1");
        passes(":work", ":refs/tags/v1");
    }

    @Test
    void brokenGraphsAreRefusedOnBranchesThatAreNewAndOld() {
        migration("003", "'002'");
        migration("004", "'003'").stage(file("004")).commit("Forget 003");

        refuses("dangling-parent", "main");
        refuses("dangling-parent", "main:new");
        repository.stage(".").commit("Complete");
        passes("main", "main:new");
    }

    @Test
    void onlyTheBranchThatIsBrokenIsNamedAmongSeveralAndNoneIsTakenOver() {
        repository.branch("good");
        migration("003", "'002'").stage(".").commit("Good");
        repository.checkout("main").branch("bad");
        migration("004", "'000'").stage(".").commit("Bad");

        Run push = repository.execute("", "push", "origin", "good", "bad");

        assertThat(push.exitCode()).isEqualTo(1);
        assertThat(push.errors()).contains("dangling-parent").contains("004").doesNotContain("003");
        assertThat(repository.git("ls-remote", "origin")).doesNotContain("good");
    }

    @Test
    void whatTheDefaultBranchHasMayNotBeRewrittenOrTakenAway() {
        repository.branch("work");
        repository
                .write(file("001"), "# other\nrevision = '001'\ndown_revision = None\n")
                .stage(".")
                .commit("Rewrite");
        refuses("rewritten-migration", "work");
        repository.git("reset", "--quiet", "--hard", "main");
        repository.git("rm", "--quiet", file("002"));
        repository.commit("Delete");
        refuses("deleted-migration", "work:main");
    }

    @Test
    void aForcedPushIsJudgedByWhatItTakesFromItsBranch() {
        repository.branch("work");
        migration("003", "'002'").stage(".").commit("Work");
        passes("work", "work:main");
        repository.git("reset", "--quiet", "--hard", "HEAD^");
        repository.write("app.txt", "two\n").stage(".").commit("Instead");

        refuses("deleted-migration", "--force", "work:main");
        passes("--force", "work");
    }

    @Test
    void whatHasNothingInCommonWithTheDefaultBranchIsJudgedByItself() {
        repository.git("checkout", "--quiet", "--orphan", "island");
        repository.commit("Alone");
        passes("island");
        migration("003", "'000'").stage(".").commit("Break");
        refuses("dangling-parent", "island");
    }

    @Test
    void aServerWithoutAnyBranchTakesItsFirstOne() {
        Path empty = folder.resolve("empty.git");
        repository.git("init", "--quiet", "--bare", "--template=", "--initial-branch=main", empty.toString());
        Program.run(empty, repository.environment(), Program.migtrue(), "hook", "install");
        repository.git("remote", "set-url", "origin", empty.toString());

        passes("main");
        migration("003", "'000'").stage(".").commit("Break");
        refuses("dangling-parent", "main:other");
    }

    @Test
    void theHookForServersThatTakeFilesDoesTheSame() throws IOException {
        Program.run(server, repository.environment(), Program.migtrue(), "hook", "uninstall");
        Path hooks = Files.createDirectory(server.resolve("hooks"));
        executable(
                hooks.resolve("pre-receive"),
                Files.readString(Path.of("hooks").resolve("server").resolve("pre-receive")));
        migration("003", "'000'").stage(".").commit("Break");

        refuses("dangling-parent", "main");
        Files.delete(folder.resolve("bin").resolve("migtrue"));
        Run unchecked = repository.execute("", "push", "origin", "main");
        assertThat(unchecked.exitCode()).as(unchecked.errors()).isZero();
        assertThat(unchecked.errors()).contains("migrations were not checked");
    }

    private void passes(String... references) {
        Run push = push(references);
        assertThat(push.exitCode()).as(push.errors()).isZero();
        assertThat(push.errors()).doesNotContain("migtrue").doesNotContain("migration ");
    }

    private void refuses(String rule, String... references) {
        Run push = push(references);
        assertThat(push.exitCode()).as(push.errors()).isEqualTo(1);
        assertThat(push.errors())
                .contains(rule)
                .contains("migtrue refused this push")
                .contains("pre-receive hook declined");
    }

    private Run push(String... references) {
        String[] arguments = new String[references.length + 2];
        arguments[0] = "push";
        boolean isForced = references[0].equals("--force");
        arguments[1] = isForced ? "--force" : "origin";
        System.arraycopy(references, 0, arguments, 2, references.length);
        if (isForced) {
            arguments[2] = "origin";
        }
        return repository.execute("", arguments);
    }

    private TestRepository migration(String id, String parent) {
        return repository.write(file(id), "revision = '%s'\ndown_revision = %s\n".formatted(id, parent));
    }

    private static String file(String id) {
        return "migrations/versions/" + id + "_step.py";
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
