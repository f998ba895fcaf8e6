package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.CommandRun;
import dev.migtrue.model.RepoPath;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit without files, whose tree git knows by heart and need not have stored. */
class EmptyTreeTest {

    private static final String EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void commitNothing() {
        repository = TestRepository.in(folder)
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "")
                .write("migrations/versions/001_step.py", "revision = '001'\ndown_revision = None\n")
                .stage(".")
                .commit("Add everything");
        String commit = repository.git("commit-tree", EMPTY, "-p", "HEAD", "-m", "Remove everything");
        repository.git("update-ref", "HEAD", commit.strip());
        assertThat(repository.path(".git/objects/4b/" + EMPTY.substring(2))).doesNotExist();
    }

    @Test
    void isReadAsHead() {
        try (Opened opened = Opened.of(repository)) {
            assertThat(opened.head().files()).isEmpty();
            assertThat(opened.head().filesUnder(new RepoPath("migrations"))).isEmpty();
        }
    }

    @Test
    void isReadAsAPartOfHistory() throws SQLException {
        repository.git("rm", "--quiet", "--force", "-r", "migrations/versions");
        Path database = folder.resolve("app.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection.createStatement().execute("create table alembic_version as select '001' as version_num");
        }

        CommandRun run = CommandRun.in(
                repository.workTree(), repository.environment(), "check", "--db", "sqlite:///" + database);

        assertThat(run.output()).contains("[applied-but-missing]").contains("Remove everything");
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
    }
}
