package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code drift}, {@code snapshot --schema} and {@code check --schema} on SQLite. */
class DriftTest {

    private static final String PEOPLE = "CREATE TABLE people (id INTEGER NOT NULL, name TEXT)";
    private static final String INDEX = "CREATE INDEX people_by_name ON people (name)";

    private final TestRepository repository;

    DriftTest(@TempDir Path folder) throws SQLException {
        repository = TestRepository.in(folder)
                .write("db/migration/V1__people.sql", PEOPLE + ";\n")
                .write("db/migration/V2__index.sql", INDEX + ";\n");
        repository.git("add", "--all");
        repository.commit("two");
        execute("right.db", PEOPLE, INDEX);
        applied("right.db", "1", "2");
    }

    @Test
    void aDatabaseIsHeldAgainstTheSchemaThatWasKept() throws SQLException {
        assertThat(run("snapshot", "--schema", "--db", "sqlite:right.db").errors())
                .isEqualTo("migtrue: kept 4 objects of database default in migtrue.schema\n");
        execute("live.db", PEOPLE);
        applied("live.db", "1", "2");

        CommandRun same = run("drift", "--road", "snapshot", "--db", "sqlite:right.db", "--require", "schema");
        CommandRun other = run("drift", "--road", "snapshot", "--db", "sqlite:live.db", "--format", "concise");

        assertThat(same.output()).isEmpty();
        assertThat(same.exitCode()).as(same.errors()).isZero();
        assertThat(same.errors())
                .contains(
                        "schema of database default: 13 objects, compared with a snapshot of the schema: what migtrue.schema holds",
                        "without table flyway_schema_history: migration tools keep them for themselves");
        assertThat(other.output())
                .isEqualTo("index people.people_by_name: error: index people.people_by_name is not in database default"
                        + " [schema-drift-missing]\n");
        assertThat(other.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "replay"})
    void whatIsMissingIsTracedToTheMigrationThatMakesIt(String road) throws SQLException {
        run("snapshot", "--schema", "--db", "sqlite:right.db");
        execute("right.db", "DROP INDEX people_by_name");

        assertThat(run("drift", "--road", road, "--db", "sqlite:right.db").output())
                .contains("index people.people_by_name is not in database default")
                .contains("db/migration/V2__index.sql:1:1   migration '2' makes it");
    }

    @Test
    void aKeptSchemaOfOtherMigrationsIsNotWhatIsExpected() throws SQLException {
        execute("older.db", PEOPLE);
        applied("older.db", "1");
        run("snapshot", "--schema", "--db", "sqlite:older.db");

        CommandRun behind = run("drift", "--road", "snapshot", "--db", "sqlite:right.db", "--format", "concise");
        run("snapshot", "--schema", "--db", "sqlite:right.db");
        CommandRun ahead = run("drift", "--road", "snapshot", "--db", "sqlite:older.db", "--format", "concise");

        assertThat(behind.output())
                .contains(
                        "a snapshot of the schema: migtrue.schema was kept before '2' was applied [schema-not-compared]");
        assertThat(behind.exitCode()).as("nothing was compared").isEqualTo(3);
        assertThat(ahead.output())
                .contains("migtrue.schema was kept where '2' was applied, which is not so here [schema-not-compared]");
    }

    @Test
    void whatCouldNotBeComparedFailsUnlessTheDatabaseIsEnough() {
        CommandRun tolerated = run("drift", "--road", "snapshot", "--db", "sqlite:right.db", "--require", "database");
        CommandRun required = run("drift", "--road", "snapshot", "--db", "sqlite:right.db");
        CommandRun gone = run("drift", "--db", "sqlite:none.db");

        assertThat(tolerated.exitCode()).as("only a note").isZero();
        assertThat(required.exitCode()).isEqualTo(3);
        assertThat(required.errors()).contains("schema of database default", "(required)", "none is kept");
        assertThat(gone.exitCode()).isEqualTo(3);
    }

    @Test
    void withoutADatabaseThereIsNothingToCompare() {
        CommandRun run = run("drift");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("no database to compare: name one with --db, or set DATABASE_URL");
    }

    @Test
    void twoEnvironmentsAreComparedWithEachOther() throws SQLException {
        execute("staging.db", PEOPLE, INDEX, "CREATE VIEW names AS SELECT name FROM people");
        applied("staging.db", "1");

        CommandRun run =
                run("drift", "--db", "sqlite:staging.db", "--against", "sqlite:right.db", "--format", "concise");

        assertThat(run.output())
                .isEqualTo(
                        "view names: error: view names is in database default, and not in the database at sqlite:right.db"
                                + " [schema-drift-unexpected]\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void twoKeptSchemasAreComparedWithoutAnyDatabase() throws SQLException {
        run("snapshot", "--schema", "--output", "production.schema", "--db", "sqlite:right.db");
        execute("right.db", "ALTER TABLE people ADD COLUMN nick TEXT");
        run("snapshot", "--schema", "--output", "staging.schema", "--db", "sqlite:right.db");

        CommandRun run = run(
                "drift",
                "--db",
                "schema:staging.schema",
                "--against",
                "schema:production.schema",
                "--format",
                "concise");

        assertThat(run.output())
                .contains("column people.nick is in database default, and not in the schema kept in production.schema");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void databasesOfDifferentKindsAreNotCompared() throws IOException {
        repository.write("other.schema", "migtrue schema 1\ndialect postgresql\n");

        CommandRun run =
                run("drift", "--db", "sqlite:right.db", "--against", "schema:other.schema", "--require", "schema");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.output())
                .contains("what --against names: the schema kept in other.schema is of another kind of database");
    }

    @Test
    void theSchemaOfADatabaseWithAnOrphanIsNotKept() throws SQLException {
        applied("right.db", "14");

        CommandRun run = run("snapshot", "--schema", "--db", "sqlite:right.db");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errors()).contains("migration '14' was run there and has no file");
        assertThat(repository.workTree().resolve("migtrue.schema")).doesNotExist();
    }

    @Test
    void whatOthersLookAfterIsLeftOutAndTold() throws SQLException {
        run("snapshot", "--schema", "--db", "sqlite:right.db");
        execute("right.db", "CREATE TABLE audit_people (id INTEGER)", "CREATE INDEX by_id ON audit_people (id)");
        repository.write("migtrue.yaml", """
                schema:
                  ignore:
                    - { objects: "audit_*", reason: the audit service makes them }
                """);

        CommandRun run = run("drift", "--road", "snapshot", "--db", "sqlite:right.db", "--format", "json");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .containsIgnoringWhitespaces(
                        "\"schema\": { \"state\": \"compared\", \"reason\": null, \"road\": \"snapshot\","
                                + " \"expected\": \"what migtrue.schema holds\"",
                        "\"leftOut\": [ { \"objects\": [ \"table audit_people\" ],"
                                + " \"reason\": \"migtrue.yaml says so: the audit service makes them\" }");
    }

    @Test
    void aCheckLooksAtSchemasOnlyIfAsked() throws SQLException {
        run("snapshot", "--schema", "--db", "sqlite:right.db");
        execute("right.db", "DROP INDEX people_by_name");

        CommandRun usual = run("check", "--db", "sqlite:right.db", "--format", "concise");
        CommandRun asked = run("check", "--schema", "--db", "sqlite:right.db", "--format", "concise");

        assertThat(usual.output()).doesNotContain("schema-");
        assertThat(usual.errors()).doesNotContain("schema of");
        assertThat(asked.output()).contains("[schema-drift-missing]");
        assertThat(asked.exitCode()).isEqualTo(1);
    }

    @Test
    void anAuditSaysWhatStayedUnverified() throws IOException {
        CommandRun run = run("audit", "--no-db", "--no-proof", "--html", "audit.html");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.errors()).contains("databases: none was named", "no second run was proven: --no-proof");
        assertThat(Files.readString(repository.workTree().resolve("audit.html")))
                .contains("databases: none was named", "not proven: --no-proof")
                .doesNotContain("<script", "http");
    }

    @Test
    void anAuditProvesSecondRuns() {
        CommandRun run = run("audit", "--db", "sqlite:right.db", "--road", "snapshot");

        assertThat(run.output())
                .contains("proven on SQLite", "a second run fails at line 1: table people already exists");
        assertThat(run.errors()).contains("second runs: 2 of 2 proven, 2 of them must not be run twice");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }

    private void execute(String file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + repository.workTree().resolve(file));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void applied(String file, String... versions) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE TABLE IF NOT EXISTS flyway_schema_history (installed_rank INTEGER PRIMARY KEY, version TEXT,"
                        + " description TEXT, type TEXT, script TEXT, checksum INTEGER, success INTEGER)");
        Arrays.stream(versions)
                .forEach(version ->
                        statements.add("INSERT INTO flyway_schema_history (version, description, type, script,"
                                + " success) VALUES ('" + version + "', 'x', 'SQL', 'V" + version + "__x.sql', 1)"));
        execute(file, statements.toArray(String[]::new));
    }
}
