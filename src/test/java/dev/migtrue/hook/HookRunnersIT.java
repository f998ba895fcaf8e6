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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real husky and lefthook call migtrue when a user has copied from the folder of hooks what it offers for them. */
class HookRunnersIT {

    private static final Path HOOKS = Path.of("hooks");

    @TempDir
    private Path folder = Path.of("");

    /** A program from npm that looks after hooks. */
    enum Runner {
        HUSKY("husky") {
            @Override
            void offer(TestRepository repository) throws IOException {
                try (Stream<Path> files = Files.list(HOOKS.resolve("husky"))) {
                    for (Path file : files.toList()) {
                        repository.write(".husky/" + file.getFileName(), Files.readAllBytes(file));
                    }
                }
                succeed(repository, "husky");
            }
        },
        LEFTHOOK("lefthook") {
            @Override
            void offer(TestRepository repository) throws IOException {
                repository.write("lefthook.yml", Files.readAllBytes(HOOKS.resolve("lefthook/lefthook.yml")));
                succeed(repository, "lefthook", "validate");
                succeed(repository, "lefthook", "install");
            }
        };

        private final String program;

        Runner(String program) {
            this.program = program;
        }

        /** Does what a user does: copies our files, and installs by the program itself. */
        abstract void offer(TestRepository repository) throws IOException;

        private static void succeed(TestRepository repository, String... command) {
            Program.Run run = Program.run(repository.workTree(), repository.environment(), command);
            assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAUserCopiesIsRunAtCommitMergeAndPush(Runner runner) throws IOException {
        TestRepository repository = with(runner);
        migration(repository, "002", "'001'").write("app.txt", "two\n");

        stops(repository, "untracked-migration", "commit", "-a", "-m", "Forget");
        repository.stage(".");
        passes(repository, "commit", "-m", "Complete");

        repository.branch("theirs");
        migration(repository, "003", "'002'").stage(".");
        passes(repository, "commit", "-m", "Theirs");
        repository.checkout("main");
        migration(repository, "004", "'002'").stage(".");
        passes(repository, "commit", "-m", "Ours");
        stops(repository, "multiple-heads", "merge", "theirs");
        repository.git("merge", "--abort");

        Path remote = folder.resolve("remote.git");
        repository.git("init", "--quiet", "--bare", remote.toString());
        passes(repository, "push", remote.toString(), "main");
        migration(repository, "005", "'000'").stage(".").git("commit", "--quiet", "--no-verify", "-m", "Break");
        stops(repository, "dangling-parent", "push", remote.toString(), "main");
    }

    private TestRepository with(Runner runner) throws IOException {
        assumeTrue(
                Program.isInstalled(runner.program) || System.getenv("CI") != null,
                runner.program + " is not installed: its hooks are not tried");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path launcher = bin.resolve("migtrue");
        Files.writeString(launcher, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(Program.migtrue()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        TestRepository repository = TestRepository.in(folder)
                .with("PATH", bin + File.pathSeparator + System.getenv("PATH"))
                .with("GIT_MERGE_AUTOEDIT", "no")
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "");
        migration(repository, "001", "None");
        runner.offer(repository);
        repository.stage(".").git("commit", "--quiet", "--no-verify", "-m", "Start");
        return repository;
    }

    private static void passes(TestRepository repository, String... arguments) {
        Run run = repository.execute("", arguments);
        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        assertThat(run.output() + run.errors()).doesNotContain("error:").doesNotContain("migtrue stopped");
    }

    private static void stops(TestRepository repository, String rule, String... arguments) {
        Run run = repository.execute("", arguments);
        assertThat(run.exitCode()).as(run.output() + run.errors()).isEqualTo(1);
        assertThat(run.output() + run.errors()).contains(rule).contains("migtrue stopped this");
    }

    private static TestRepository migration(TestRepository repository, String id, String parent) {
        return repository.write(
                "migrations/versions/" + id + "_step.py",
                "revision = '%s'\ndown_revision = %s\n".formatted(id, parent));
    }
}
