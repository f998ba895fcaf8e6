package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** The real pre-commit framework calls what the manifest of this repository offers. */
class PreCommitFrameworkIT {

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(
                Program.isInstalled("pre-commit") || System.getenv("CI") != null,
                "the pre-commit framework is not installed: its hooks are not tried");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        executable(bin.resolve("migtrue"), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(Program.migtrue()));
        // Builds what the hook's own clone is to have, as fast as a test can wait for.
        executable(
                bin.resolve("mvn"),
                "#!/bin/sh\nmkdir -p target/migtrue/bin && cp '%s' target/migtrue/bin/\n"
                        .formatted(bin.resolve("migtrue")));
        repository = TestRepository.in(folder)
                .with("PATH", bin + File.pathSeparator + System.getenv("PATH"))
                .with("PRE_COMMIT_HOME", folder.resolve("cache").toString())
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "");
        migration("001", "None").stage(".").commit("Start");
    }

    @Test
    void theInstalledMigtrueIsCalledAtCommitAndPush() throws IOException {
        use("migtrue-system");

        stopsWhatStaysBehindAndPassesWhatDoesNot();
    }

    @Test
    void theFrameworksOwnCloneBuildsMigtrueOnce() throws IOException {
        use("migtrue");

        stopsWhatStaysBehindAndPassesWhatDoesNot();
    }

    private void stopsWhatStaysBehindAndPassesWhatDoesNot() {
        migration("002", "'001'").write("app.txt", "two\n").stage("app.txt");
        Run forgotten = repository.execute("", "commit", "-m", "Forget");
        assertThat(forgotten.exitCode()).isEqualTo(1);
        assertThat(forgotten.output() + forgotten.errors()).contains("untracked-migration");

        repository.stage(".");
        Run complete = repository.execute("", "commit", "-m", "Complete");
        assertThat(complete.exitCode()).as(complete.errors()).isZero();

        Path remote = folder.resolve("remote.git");
        repository.git("init", "--quiet", "--bare", remote.toString());
        repository.git("push", "--quiet", "--no-verify", remote.toString(), "main");
        migration("003", "'000'").stage(".").git("commit", "--quiet", "--no-verify", "-m", "Break");
        Run push = repository.execute("", "push", remote.toString(), "main");
        assertThat(push.exitCode()).isEqualTo(1);
        assertThat(push.output() + push.errors()).contains("dangling-parent");
    }

    private void use(String hook) throws IOException {
        TestRepository ours = repository.at(folder.resolve("ours"));
        ours.git("init", "--quiet", "--template=");
        for (String file : new String[] {".pre-commit-hooks.yaml", "hooks/pre-commit/migtrue"}) {
            ours.write(file, Files.readAllBytes(Path.of(file)));
        }
        executable(ours.path("hooks/pre-commit/migtrue"), Files.readString(Path.of("hooks/pre-commit/migtrue")));
        ours.stage(".").commit("Offer hooks");
        repository
                .write(".pre-commit-config.yaml", """
                        repos:
                          - repo: '%s'
                            rev: %s
                            hooks:
                              - id: %s
                        """.formatted(ours.workTree(), ours.commitId("HEAD"), hook))
                .stage(".")
                .commit("Use hooks");
        Program.Run install = Program.run(
                repository.workTree(),
                repository.environment(),
                "pre-commit",
                "install",
                "--hook-type",
                "pre-commit",
                "--hook-type",
                "pre-push");
        assertThat(install.exitCode()).as(install.output() + install.errors()).isZero();
    }

    private TestRepository migration(String id, String parent) {
        return repository.write(
                "migrations/versions/" + id + "_step.py",
                "revision = '%s'\ndown_revision = %s\n".formatted(id, parent));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
