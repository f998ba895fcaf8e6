package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.ClickHouseAnswers;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code snapshot --schema} and {@code drift} on ClickHouse: its real driver, and answers in the server's format. */
class ClickHouseDriftTest {

    private static final String STATEMENT =
            "CREATE TABLE events (`at` DateTime, `kind` String%s) ENGINE = MergeTree ORDER BY at";

    private static final String NOTE =
            "database: note: not compared in database default: every function, every policy; grants of every table"
                    + " (it belongs to the server, not to a database); settings, statistics of every column (no table of ClickHouse tells it)"
                    + " [schema-not-compared]\n";

    private final ClickHouseAnswers server = new ClickHouseAnswers();
    private final TestRepository repository;
    private final Map<String, String> environment;

    ClickHouseDriftTest(@TempDir Path folder) {
        repository = TestRepository.in(folder)
                .write(
                        "migrations/000001_events.up.sql",
                        "CREATE TABLE events (at DateTime) ENGINE = MergeTree ORDER BY at;\n")
                .write("migrations/000001_events.down.sql", "DROP TABLE events;\n");
        repository.git("add", "--all");
        repository.commit("one");
        environment = new HashMap<>(repository.environment());
        environment.put(
                "MIGTRUE_DRIVERS", Path.of("target/drivers").toAbsolutePath().toString());
        server.rows(
                        "lower(c.table) IN",
                        List.of("database String", "table String", "place String", "name String"),
                        List.of(
                                List.of("shop", "schema_migrations", "HOME", "version"),
                                List.of("shop", "schema_migrations", "HOME", "dirty")))
                .rows(
                        "\"shop\".\"schema_migrations\"",
                        List.of("version Int64", "dirty UInt8"),
                        List.of(List.of("1", "0")))
                .rows(
                        "AS storage",
                        List.of(
                                "kind String",
                                "name String",
                                "storage Nullable(String)",
                                "definition Nullable(String)"),
                        List.of(
                                List.of("table", "events", "MergeTree ORDER BY at", ""),
                                List.of("view", "kinds", "", "CREATE VIEW kinds AS SELECT kind FROM events")));
        serves("String", "");
    }

    private void serves(String type, String more) {
        server.rows(
                        "'column' AS kind",
                        List.of("kind String", "table String", "name String", "type String"),
                        List.of(
                                List.of("column", "events", "at", "DateTime"),
                                List.of("column", "events", "kind", type)))
                .rows(
                        "AS statement",
                        List.of("name String", "statement String"),
                        List.of(List.of("events", STATEMENT.formatted(more))));
    }

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(repository.workTree(), environment, arguments);
    }

    private String url() {
        return "clickhouse://us3r:s3cret@127.0.0.1:" + server.port() + "/shop";
    }

    @Test
    void aKeptSchemaIsWhatIsExpected() throws IOException {
        CommandRun kept = run("snapshot", "--schema", "--db", url());
        CommandRun same = run("drift", "--db", url(), "--format", "concise");
        serves("LowCardinality(String)", ", INDEX by_kind kind TYPE set(100) GRANULARITY 4");
        CommandRun other = run("drift", "--db", url(), "--format", "concise");

        assertThat(kept.exitCode()).as(kept.errors()).isZero();
        assertThat(Files.readString(repository.workTree().resolve("migtrue.schema")))
                .contains("dialect clickhouse\n")
                .contains("column kind of events\n  type: String\n")
                .doesNotContain("s3cret");
        assertThat(same.output()).isEqualTo(NOTE);
        assertThat(same.exitCode()).as(same.errors()).isZero();
        assertThat(other.output())
                .contains("column events.kind", "type", "LowCardinality(String)", "[schema-drift-changed]")
                .contains("index events.by_kind", "[schema-drift-unexpected]")
                .contains(NOTE)
                .hasLineCount(3);
        assertThat(server.asked()).allSatisfy(sql -> assertThat(sql).startsWith("SELECT "));
    }

    @Test
    void noOtherRoadLeadsToASchema() {
        CommandRun drift = run("drift", "--db", url(), "--format", "concise");

        assertThat(drift.exitCode()).isEqualTo(3);
        assertThat(drift.output())
                .contains("there are no throw-away databases of the kind 'clickhouse'")
                .contains("what clickhouse calls its objects is not followed");
    }
}
