package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was in a database before its migrations began is no drift, by whatever road. */
class BaselinedDriftTest {

    private static final String LEGACY = "CREATE TABLE legacy (id INTEGER, name TEXT)";
    private static final String ORDERS = "CREATE TABLE orders (id INTEGER)";
    private static final String BASELINE =
            "(1, '1', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 1)";
    private static final String SECOND = "(2, '2', 'orders', 'SQL', 'V2__orders.sql', NULL, 1)";

    private final TestRepository repository;

    BaselinedDriftTest(@TempDir Path folder) {
        repository = TestRepository.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbolic", "replay"})
    void whatABaselineFoundIsNotCompared(String road) throws SQLException {
        migrations("V2__orders.sql", ORDERS);
        live(List.of(LEGACY, ORDERS), BASELINE, SECOND);

        CommandRun run = drift(road);

        assertThat(run.output()).doesNotContain("error").contains("not compared in database default");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aReplaySaysWhy() throws SQLException {
        migrations("V2__orders.sql", ORDERS);
        live(List.of(LEGACY, ORDERS), BASELINE, SECOND);

        assertThat(drift("replay").output())
                .contains(
                        "what is there and no migration is known to make (the database was not empty when it was baselined at"
                                + " '1', and no file makes what was there)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbolic", "replay"})
    void whatMigrationsMadeSinceIsMissedAllTheSame(String road) throws SQLException {
        migrations("V2__orders.sql", ORDERS);
        live(List.of(LEGACY), BASELINE, SECOND);

        CommandRun run = drift(road);

        assertThat(run.output())
                .containsPattern("table orders (is not in database default|that it makes is not there)");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void migrationsThatNeedWhatABaselineFoundCannotBeReplayedAndTheReasonIsTold() throws SQLException {
        migrations("V2__orders.sql", "ALTER TABLE legacy ADD COLUMN more INTEGER");
        live(List.of(LEGACY, "ALTER TABLE legacy ADD COLUMN more INTEGER"), BASELINE, SECOND);

        CommandRun run = drift("replay");

        assertThat(run.output())
                .doesNotContain("error")
                .contains("legacy", "the database was not empty when it was baselined at '1'");
        assertThat(run.errors())
                .contains("schema of database default not read though required: ")
                .doesNotContain("schema not read", "more not read");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbolic", "replay"})
    void whereFilesTellWhatABaselineFoundItIsComparedWithThem(String road) throws SQLException {
        migrations("V1__legacy.sql", LEGACY);
        migrations("V2__orders.sql", ORDERS);
        live(List.of(LEGACY, ORDERS, "CREATE TABLE mine (id INTEGER)"), BASELINE, SECOND);

        CommandRun run = drift(road);

        assertThat(run.output())
                .contains("table mine is in database default, and no migration makes it [schema-drift-unexpected]")
                .doesNotContain("table legacy");
        assertThat(run.errors())
                .contains("what was there when it was baselined at '1' is taken to be what the files up to there make");
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbolic", "replay"})
    void whereTheFirstThatWasRunHasNoFileNothingIsUnexpected(String road) throws SQLException {
        migrations("V2__orders.sql", ORDERS);
        live(List.of(LEGACY, ORDERS), "(1, '1', 'legacy', 'SQL', 'V1__legacy.sql', NULL, 1)", SECOND);

        assertThat(drift(road).output()).doesNotContain("schema-drift-unexpected");
    }

    private void migrations(String file, String sql) {
        repository.write("db/migration/" + file, sql + ";\n").stage(".").commit(file);
    }

    private CommandRun drift(String road) {
        return CommandRun.in(
                repository.workTree(),
                repository.environment(),
                "drift",
                "--road",
                road,
                "--db",
                "sqlite:live.db",
                "--format",
                "concise");
    }

    private void live(List<String> statements, String... rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + repository.workTree().resolve("live.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute(
                    "CREATE TABLE flyway_schema_history (installed_rank INTEGER, version TEXT, description TEXT,"
                            + " type TEXT, script TEXT, checksum INTEGER, success INTEGER)");
            for (String row : rows) {
                statement.execute("INSERT INTO flyway_schema_history VALUES " + row);
            }
        }
    }
}
