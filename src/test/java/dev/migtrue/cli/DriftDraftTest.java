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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which form {@code drift --draft} writes, and where to. */
class DriftDraftTest {

    private static final String PEOPLE = "CREATE TABLE people (id INTEGER)";
    private static final String INDEX = "CREATE INDEX by_id ON people (id) WHERE id <> ' :b'";

    private final TestRepository repository;

    DriftDraftTest(@TempDir Path folder) throws SQLException {
        repository = TestRepository.in(folder);
        execute("right.db", PEOPLE);
        execute("live.db", PEOPLE, INDEX);
    }

    @Test
    void flywayIsGivenTheNextVersion() {
        repository.write("db/migration/V009__people.sql", PEOPLE + ";\n");

        assertThat(draft())
                .contains("-- It could be called db/migration/V010__catch_up.sql.\n")
                .endsWith("\nCREATE INDEX IF NOT EXISTS by_id ON people (id) WHERE id <> ' :b';\n");
    }

    @Test
    void aTimeIsFollowedByATime() {
        repository.write("db/migration/V20260101120000__people.sql", PEOPLE + ";\n");

        assertThat(draft()).containsPattern("db/migration/V20\\d{12}__catch_up\\.sql");
    }

    @Test
    void liquibaseIsGivenAChangeSetForEachStatement() throws SQLException {
        repository.write(
                "db/changelog.sql",
                "--liquibase formatted sql\n\n--changeset me:1\n" + PEOPLE + ";\n--rollback DROP TABLE people;\n");
        execute("live.db", "CREATE VIEW ids AS SELECT id FROM people");

        assertThat(draft("--system", "liquibase"))
                .startsWith("--liquibase formatted sql\n-- DRAFT")
                .containsPattern("\n--changeset migtrue:catch-up-\\d{14}-1 splitStatements:false\nCREATE INDEX ")
                .containsPattern("\n--changeset migtrue:catch-up-\\d{14}-2 splitStatements:false\nCREATE VIEW ");
    }

    @Test
    void alembicIsGivenARevisionAfterItsHead() {
        repository
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "")
                .write("migrations/versions/a1.py", """
                        revision = "a1"
                        down_revision = None

                        def upgrade():
                            pass
                        """);

        assertThat(draft())
                .startsWith("# DRAFT")
                .contains("\ndown_revision = \"a1\"\n", "\ndef upgrade() -> None:\n", "\ndef downgrade() -> None:\n")
                .contains(
                        "    op.execute(\"\"\"CREATE INDEX IF NOT EXISTS by_id ON people (id) WHERE id <> ' \\\\:b'\"\"\")\n");
    }

    @Test
    void gooseDbmateAndGolangMigrateAreGivenTheirMarks() {
        repository.write("migrations/00001_people.sql", "-- +goose Up\n" + PEOPLE + ";\n");

        assertThat(draft())
                .startsWith("-- +goose Up\n-- DRAFT")
                .contains("migrations/00002_catch_up.sql")
                .contains(
                        "\n-- +goose StatementBegin\nCREATE INDEX",
                        ";\n-- +goose StatementEnd\n",
                        "\n-- +goose Down\n");

        repository.remove("migrations/00001_people.sql");
        repository.write(
                "db/migrations/20260101120000_people.sql", "-- migrate:up\n" + PEOPLE + ";\n-- migrate:down\n");

        assertThat(draft()).startsWith("-- migrate:up\n-- DRAFT").contains("\n-- migrate:down\n");

        repository.remove("db/migrations/20260101120000_people.sql");
        repository
                .write("migrations/000001_people.up.sql", PEOPLE + ";\n")
                .write("migrations/000001_people.down.sql", "");

        assertThat(draft()).startsWith("-- DRAFT").contains("migrations/000002_catch_up.up.sql");
    }

    @Test
    void aFileIsWrittenAndNeverOverAnother() throws IOException {
        repository.write("db/migration/V1__people.sql", PEOPLE + ";\n");

        CommandRun first = run("--db", "sqlite:live.db", "--against", "sqlite:right.db", "--draft=V2__catch_up.sql");
        Path file = repository.workTree().resolve("V2__catch_up.sql");
        String written = Files.readString(file);
        CommandRun second = run("--db", "sqlite:live.db", "--against", "sqlite:right.db", "--draft=V2__catch_up.sql");

        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.output()).contains("by_id").doesNotContain("DRAFT");
        assertThat(first.errors()).contains("V2__catch_up.sql; nothing was run");
        assertThat(written).contains("CREATE INDEX IF NOT EXISTS by_id");
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.errors()).contains("is there already, and nothing is written over");
        assertThat(file).hasContent(written);
    }

    @Test
    void whereNothingDiffersThereIsNoDraft() {
        repository.write("db/migration/V1__people.sql", PEOPLE + ";\n");

        CommandRun run = run("--db", "sqlite:live.db", "--against", "sqlite:live.db", "--draft");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("no draft: the migrations say all that is there");
    }

    @Test
    void whereNothingWasComparedThereIsNoDraft() {
        repository.write("db/migration/V1__people.sql", PEOPLE + ";\n");

        CommandRun run = run("--db", "sqlite:live.db", "--road", "snapshot", "--draft");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("no draft: the schema of database default was not compared: ");
    }

    @Test
    void aDatabaseWithoutStatementsOfItsOwnIsToldInWords() {
        repository
                .write("db/migration/V1__people.sql", PEOPLE + ";\n")
                .write("right.schema", "migtrue schema 1\ndialect mysql\n")
                .write("live.schema", "migtrue schema 1\ndialect mysql\ntable people\n  engine: InnoDB\n");

        CommandRun run = run("--db", "schema:live.schema", "--against", "schema:right.schema", "--draft");

        assertThat(run.output())
                .as(run.errors())
                .contains("-- make by hand what is there: table people\n--   engine: InnoDB\n")
                .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.isEmpty() || line.startsWith("--")));
    }

    private String draft(String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(
                new String[] {"--db", "sqlite:live.db", "--against", "sqlite:right.db", "--draft"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        CommandRun run = run(arguments);
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
        assertThat(run.errors()).contains("schema-drift-unexpected");
        return run.output();
    }

    private CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "drift";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.in(repository.workTree(), repository.environment(), all);
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
}
