package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.gather.scratch.Servers;
import dev.migtrue.incident.RealDatabase;
import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void partsOfPartitionsOfJobsAreLeftOutToo() {
        database.execute(List.of(
                "CREATE TABLE \"Events 2026\" PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')"
                        + " PARTITION BY LIST (id)",
                "CREATE TABLE events_2026_one PARTITION OF \"Events 2026\" FOR VALUES IN (1)"));

        assertThat(run("drift", "--road", "snapshot").output()).isEmpty();
    }

    @Test
    void tablesThatAreNoPartitionsAreNotOfJobs() {
        database.execute(List.of("CREATE TABLE events_2026 (id integer, at date)"));

        assertThat(run("drift", "--road", "snapshot", "--format", "concise").output())
                .contains("table public.events_2026 is in database default, and no migration makes it");
    }

    @Test
    void schemasThatAKeptOneLacksAreToldOf() {
        database.execute(List.of("CREATE SCHEMA extra", "CREATE TABLE extra.things (id integer)"));

        assertThat(run("drift", "--road", "snapshot", "--format", "concise").output())
                .isEqualTo("schema extra: error: schema extra is in database default, and no migration makes it"
                        + " [schema-drift-unexpected]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbolic", "replay"})
    void schemasThatNoMigrationNamesAreOthers(String road) {
        database.execute(List.of(
                "CREATE SCHEMA auth",
                "CREATE TABLE auth.users (id integer)",
                "CREATE SCHEMA storage",
                "CREATE FUNCTION storage.search() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$"));

        CommandRun run = drift(road);

        assertThat(run.output()).doesNotContain("error", "auth", "storage");
        assertThat(run.errors()).contains("without schema auth, schema storage: no migration names such schemas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "symbolic", "replay"})
    void whatLiesInTheSchemaOfAnExtensionIsIts(String road) {
        database.execute(List.of(
                "CREATE SCHEMA _internal",
                "ALTER EXTENSION plpgsql ADD SCHEMA _internal",
                "CREATE TABLE _internal.chunk_1 (id integer)",
                "CREATE INDEX chunk_by_id ON _internal.chunk_1 (id)"));

        CommandRun run = drift(road);

        assertThat(run.output()).doesNotContain("error", "_internal");
        assertThat(run.errors()).contains("without table _internal.chunk_1: an extension looks after such schemas");
    }

    @Test
    void aSchemaThatAMigrationDroppedIsNotAnothers() {
        database.execute(List.of(
                "CREATE SCHEMA extra",
                "CREATE TABLE extra.things (id integer)",
                "INSERT INTO flyway_schema_history VALUES (2, '2', 'm', 'SQL', 'V2__m.sql', NULL, true),"
                        + " (3, '3', 'm', 'SQL', 'V3__m.sql', NULL, true)"));
        repository.write("db/migration/V2__m.sql", "CREATE SCHEMA extra;\n");
        repository.write("db/migration/V3__m.sql", "DROP SCHEMA extra;\n");

        assertThat(drift("replay").output()).contains("schema extra is in database default, and no migration makes it");
    }

    @Test
    void whatIsMadeByHandInASchemaOfTheMigrationsIsTold() {
        database.execute(List.of("CREATE TABLE public.things (id integer)"));

        assertThat(run("drift", "--road", "snapshot", "--format", "concise").output())
                .isEqualTo("table public.things: error: table public.things is in database default, and no migration"
                        + " makes it [schema-drift-unexpected]\n");
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

    /** Replays run on a server of their own, which is started for them. */
    private CommandRun drift(String road) {
        return run("drift", "--road", road, "--scratch-server", jar());
    }

    private static String jar() {
        return Servers.programs(Dialect.POSTGRESQL).orElseThrow().toString();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(repository.workTree(), environment, arguments);
    }
}
