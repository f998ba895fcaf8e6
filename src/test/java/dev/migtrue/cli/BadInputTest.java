package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of bad input gets a clear line and the right exit code, and never a stack trace. */
class BadInputTest {

    @TempDir
    private Path folder = Path.of("");

    private CommandRun last = new CommandRun(0, "", "");

    @AfterEach
    void neverAStackTrace() {
        assertThat(last.output() + last.errors()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void noGitRepository() {
        run(folder, "check");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).contains("not in a git repository").contains(folder.toString());
    }

    @Test
    void aFolderThatIsNotThere() {
        run(folder, "check", "-C", "nowhere");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).contains("nowhere");
    }

    @Test
    void anEmptyRepositoryHasNoMigrations() {
        check(TestRepository.in(folder));

        assertThat(last.exitCode()).isZero();
        assertThat(last.errors()).contains("no migrations found");
    }

    @Test
    void noMigrationsIsWrongUseWhereTheyWereAskedFor() {
        TestRepository repository = TestRepository.in(folder).write("README.md", "hello\n");

        check(repository, "--system", "alembic");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).contains("no migrations found").contains("alembic");

        check(repository, ".");

        assertThat(last.exitCode()).isEqualTo(2);
    }

    @Test
    void anUnknownSystemIsNamedWithTheKnownOnes() {
        check(TestRepository.in(folder), "--system", "alembik");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).contains("'alembik'").contains("known are alembic");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() {
        TestRepository repository = alembic()
                .write("migrations/versions/002_b.py", "revision = \"ü\"\n".getBytes(StandardCharsets.ISO_8859_1));
        repository.stage(".").commit("Add 2");

        check(repository);

        assertThat(last.errors()).contains("migrations/versions/002_b.py").contains("UTF-8");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        TestRepository repository = alembic();
        Path unreadable = repository.path("migrations/versions/002_b.py");
        Files.createSymbolicLink(unreadable, Path.of("nowhere.py"));
        repository.stage(".").commit("Add a dangling link");

        check(repository);

        assertThat(last.errors()).contains("migrations/versions/002_b.py").contains("symbolic link");
    }

    @Test
    void aRevisionIdThatIsComputedIsSaidNotGuessed() {
        TestRepository repository = alembic()
                .write("migrations/versions/002_b.py", "revision = make_id()\ndown_revision = \"001_a\"\n")
                .write("migrations/versions/003_c.py", "revision = \"003_c\"\ndown_revision = \"002_b\"\n");
        repository.stage(".").commit("Add 2 and 3");

        check(repository);

        assertThat(last.exitCode()).isZero();
        assertThat(last.output()).isEmpty();
        assertThat(last.errors()).contains("migrations/versions/002_b.py");
    }

    @Test
    void aTruncatedSqliteFileIsAHardError() throws Exception {
        TestRepository repository = alembic();
        Path database = database("create table alembic_version (version_num text)");
        Files.write(database, java.util.Arrays.copyOf(Files.readAllBytes(database), 700));

        check(repository, "--db", "sqlite:///" + database);

        assertThat(last.exitCode()).isEqualTo(3);
        assertThat(last.errors()).contains("shared.db");
    }

    @Test
    void aMissingSqliteFileIsAHardErrorAndIsNotCreated() {
        check(alembic(), "--db", "sqlite:///missing.db");

        assertThat(last.exitCode()).isEqualTo(3);
        assertThat(last.errors()).contains("missing.db");
        assertThat(folder.resolve("work/missing.db")).doesNotExist();
    }

    @Test
    void aVersionTableWithUnexpectedColumnsIsAHardError() throws Exception {
        check(alembic(), "--db", "sqlite:///" + database("create table alembic_version (v text, w text)"));

        assertThat(last.exitCode()).isEqualTo(3);
        assertThat(last.errors()).contains("alembic_version").contains("version_num");
    }

    @Test
    void aDatabaseThatCannotBeReachedDegradesOrFailsByPolicy() {
        TestRepository repository = alembic();
        String closed = "postgresql://me:s3cret@localhost:1/shop";

        check(repository, "--db", closed);

        assertThat(last.exitCode()).isZero();
        assertThat(last.errors()).contains("localhost").doesNotContain("s3cret");

        check(repository, "--db", closed, "--unreachable", "fail");

        assertThat(last.exitCode()).isEqualTo(3);

        check(repository, "--db", closed, "--require", "database");

        assertThat(last.exitCode()).isEqualTo(3);
    }

    @Test
    void aMalformedAddressIsNotEchoed() {
        check(alembic(), "--db", "postgresql://me:s3cret@localhost:port/shop");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).doesNotContain("s3cret");
    }

    @Test
    void anUnknownBaseIsNamed() {
        check(alembic(), "--base", "origin/nowhere");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).contains("origin/nowhere");
    }

    @Test
    void misspeltWordsGetASuggestion() {
        run(folder, "chekc");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).contains("did you mean").contains("check");

        run(folder, "explain", "untracked-migratoin");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).contains("untracked-migration");
    }

    private TestRepository alembic() {
        TestRepository repository = TestRepository.in(folder)
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "")
                .write("migrations/versions/001_a.py", "revision = \"001_a\"\ndown_revision = None\n");
        return repository.stage(".").commit("Add 1");
    }

    private Path database(String table) throws SQLException {
        Path file = folder.resolve("shared.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute(table);
        }
        return file;
    }

    private void check(TestRepository repository, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "check";
        System.arraycopy(options, 0, arguments, 1, options.length);
        last = CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }

    private void run(Path where, String... arguments) {
        last = CommandRun.in(where, Map.of(), arguments);
    }
}
