package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of migrations that is a symbolic link, which git does not follow. */
class LinkedFolderTest {

    private static final String UNREAD = "migrations/versions: is a symbolic link";

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void link() {
        repository = TestRepository.in(folder)
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "")
                .write("shared/001_step.py", "revision = '001'\ndown_revision = None\n")
                .link("migrations/versions", "../shared")
                .stage(".")
                .commit("Share migrations");
    }

    @Test
    void isSaidNotToBeRead() {
        CommandRun run = check();

        assertThat(run.errors()).contains(UNREAD);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void isNotEnoughWhereFilesMustBeRead() {
        assertThat(check("--require", "files").exitCode()).isEqualTo(3);
    }

    @Test
    void aRealFolderIsRead() {
        repository
                .remove("migrations/versions")
                .write("migrations/versions/001_step.py", "revision = '001'\ndown_revision = None\n")
                .stage(".")
                .commit("Keep migrations");

        CommandRun run = check("--require", "files");

        assertThat(run.errors()).doesNotContain(UNREAD);
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    private CommandRun check(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "check";
        arguments[1] = "--no-db";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }
}
