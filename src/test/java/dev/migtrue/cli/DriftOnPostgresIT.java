package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.incident.RealDatabase;
import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only PostgreSQL has, and drift knows of. */
class DriftOnPostgresIT {

    private final TestRepository repository;
    private final Map<String, String> environment;
    private final RealDatabase database;

    DriftOnPostgresIT(@TempDir Path folder) {
        repository = TestRepository.in(folder).write("db/migration/V1__events.sql", """
                CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
                CREATE TABLE people (name text);
                """);
        database = Engine.POSTGRESQL.open(folder);
        environment = new HashMap<>(repository.environment());
        environment.put("DATABASE_URL", database.url());
    }

    @BeforeEach
    void whatTheMigrationsBuildIsKept() {
        database.execute(List.of(
                "CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at)",
                "CREATE TABLE people (name text)",
                "CREATE TABLE flyway_schema_history (installed_rank int, version text, description text, type text,"
                        + " script text, checksum int, success boolean)",
                "INSERT INTO flyway_schema_history VALUES (1, '1', 'events', 'SQL', 'V1__events.sql', NULL, true)"));
        CommandRun kept = run("snapshot", "--schema");
        assertThat(kept.exitCode()).as(kept.errors()).isZero();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void schemasOfOtherOwnersAndPartitionsOfJobsAreLeftOutAndTold() {
        database.execute(List.of(
                "CREATE ROLE warehouse_of_drift",
                "CREATE SCHEMA warehouse AUTHORIZATION warehouse_of_drift",
                "CREATE TABLE warehouse.facts (id integer)",
                "ALTER TABLE warehouse.facts OWNER TO warehouse_of_drift",
                "CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')"));
        try {
            CommandRun run = run("drift", "--road", "snapshot");

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output()).isEmpty();
            assertThat(run.errors())
                    .contains(
                            "without schema warehouse: 'warehouse_of_drift' owns such schemas",
                            "without table public.events_2026: jobs make such partitions of a table that migrations make");
        } finally {
            database.execute(List.of("DROP OWNED BY warehouse_of_drift CASCADE", "DROP ROLE warehouse_of_drift"));
        }
    }

    @Test
    void ownSchemasAndTablesAreNot() {
        database.execute(List.of("CREATE SCHEMA extra", "CREATE TABLE extra.things (id integer)"));

        assertThat(run("drift", "--road", "snapshot", "--format", "concise").output())
                .isEqualTo("schema extra: error: schema extra is in database default, and no migration makes it"
                        + " [schema-drift-unexpected]\n");
    }

    @Test
    void anIndexWhoseBuildFailedIsFoundAndToldOnce() {
        database.execute(List.of("INSERT INTO people VALUES ('ada'), ('ada')"));
        assertThatThrownBy(
                        () -> database.execute(List.of("CREATE UNIQUE INDEX CONCURRENTLY one_name ON people (name)")))
                .hasStackTraceContaining("could not create unique index");

        assertThat(run("drift", "--road", "snapshot", "--format", "concise")
                        .output()
                        .lines())
                .contains("index public.people.one_name: warning: index public.people.one_name is not valid in database"
                        + " default: no query uses it, and every write still pays for it [invalid-index]")
                .hasSize(2);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(repository.workTree(), environment, arguments);
    }
}
