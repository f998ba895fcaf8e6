package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migtrue snapshot}, and who goes by what it kept. */
class SnapshotTest {

    private final Path database;
    private final TestRepository repository;
    private CommandRun last = new CommandRun(-1, "", "");

    /** A migration that is applied and committed, and another one that is applied and was never staged. */
    SnapshotTest(@TempDir Path folder) throws SQLException {
        database = folder.resolve("shared.db");
        repository = TestRepository.in(folder.resolve("repository"))
                .write("db/migration/V1__a.sql", "create table a (id int);\n")
                .stage(".")
                .commit("Add 1")
                .write("db/migration/V2__b.sql", "create table b (id int);\n");
        execute("create table flyway_schema_history (installed_rank int, version text, description text, type text,"
                + " script text, checksum int, success int)");
        execute("insert into flyway_schema_history values (1, '1', 'a', 'SQL', 'V1__a.sql', null, 1),"
                + " (2, '2', 'b', 'SQL', 'V2__b.sql', null, 1)");
    }

    @Test
    void whatWasKeptIsCheckedWithoutTheDatabase() throws IOException {
        run("snapshot", "--db", url());

        assertThat(last.exitCode()).as(last.errors()).isZero();
        assertThat(last.errors()).contains("saved ").contains("2 rows in flyway_schema_history");

        assertThat(Files.readString(kept())).containsPattern("\"schemaFingerprint\" : \"sha256:[0-9a-f]{64}\"");

        Files.delete(database);
        run("check", "--db", "snapshot");

        assertThat(last.output()).contains("migration 2 is applied to database default");
        assertThat(last.errors()).contains("(snapshot, 0 minutes old)");

        run("check", "--db", "snapshot", "--format", "json");

        assertThat(last.output()).containsPattern("\"asOf\": \"20\\d\\d-\\d\\d-\\d\\dT[0-9:]{8}Z\"");
    }

    @Test
    void aHookGoesByItAndConnectsToNothing() throws IOException {
        run("hook", "run", "pre-commit");

        assertThat(last.output()).doesNotContain("applied to database");

        run("snapshot", "--db", url());
        Files.delete(database);
        run("hook", "run", "pre-commit");

        assertThat(last.output()).contains("migration 2 is applied to database default");
    }

    @Test
    void aFileOfItsOwnIsNamedByTheProjectOrTheCommandLine() throws IOException {
        repository.write("migtrue.yaml", "snapshot: { file: ops/applied.json }\n");

        run("snapshot", "--db", url());

        assertThat(repository.path("ops/applied.json")).exists();

        run("snapshot", "--db", url(), "-o", "other.json");
        run("check", "--db", "snapshot:other.json");

        assertThat(last.output()).contains("migration 2 is applied to database default");
        assertThat(Files.readString(repository.path("other.json")))
                .isEqualTo(Files.readString(repository.path("ops/applied.json"))
                        .replaceFirst("\"takenAt\" : \"[^\"]*\"", takenIn("other.json")));
    }

    private String takenIn(String file) throws IOException {
        return Files.readString(repository.path(file)).replaceFirst("(?s).*(\"takenAt\" : \"[^\"]*\").*", "$1");
    }

    @Test
    void anOldOneIsToldOf() throws IOException {
        run("snapshot", "--db", url(), "-o", "old.json");
        Path old = repository.path("old.json");
        Files.writeString(old, Files.readString(old).replaceFirst("(\"takenAt\" : \")20\\d\\d", "$12020"));

        run("check", "--db", "snapshot:old.json");

        assertThat(last.errors()).containsPattern("warning: the snapshot is \\d+ days old: take another");
    }

    @Test
    void withoutADatabaseNothingIsKept() throws IOException {
        run("snapshot", "--db", url());
        String before = Files.readString(kept());
        Files.delete(database);

        run("snapshot", "--db", url());

        assertThat(last.exitCode()).isEqualTo(3);
        assertThat(last.errors()).startsWith("migtrue: database default not read: ");
        assertThat(Files.readString(kept())).isEqualTo(before);

        run("snapshot");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).isEqualTo("migtrue: no database to save: name one with --db, or set DATABASE_URL\n");
    }

    @Test
    void whatIsNoSnapshotIsToldInOneLine() {
        run("check", "--db", "snapshot");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).containsOnlyOnce("\n").contains("there is no snapshot");

        repository.write("broken.json", "{ \"snapshotVersion\": 1, ");
        run("check", "--db", "snapshot:broken.json");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).containsOnlyOnce("\n").startsWith("migtrue: snapshot broken.json is damaged: ");
    }

    private Path kept() {
        return repository.path(".git/migtrue/snapshot.json");
    }

    private String url() {
        return "sqlite:///" + database;
    }

    private void run(String... arguments) {
        last = CommandRun.in(repository.path(""), new HashMap<>(Map.of("PATH", System.getenv("PATH"))), arguments);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection.createStatement().execute(sql);
        }
    }
}
