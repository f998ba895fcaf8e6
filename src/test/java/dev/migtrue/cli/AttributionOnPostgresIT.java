package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not as it should be is told with the migration that last said how it should be. */
class AttributionOnPostgresIT {

    private static final List<String> MIGRATIONS = List.of("""
            CREATE TABLE people (id integer, name text, age integer);
            CREATE FUNCTION greeting() RETURNS text LANGUAGE sql AS $$ SELECT 'hello' $$;
            CREATE VIEW names AS SELECT name FROM people;
            """, """
            CREATE OR REPLACE FUNCTION greeting() RETURNS text LANGUAGE sql AS $$ SELECT 'good day' $$;
            ALTER TABLE people ALTER COLUMN age TYPE bigint;
            """, """
            DROP VIEW names;
            CREATE VIEW names AS SELECT name FROM people WHERE age > 17;
            ALTER TABLE people ALTER COLUMN name SET DEFAULT 'nobody';
            """);

    @AutoClose
    private final ServerDatabase database = PostgresServer.freshDatabase();

    private final TestRepository repository;
    private final Map<String, String> environment;

    AttributionOnPostgresIT(@TempDir Path folder) {
        repository = TestRepository.in(folder);
        environment = new HashMap<>(repository.environment());
        environment.put("DATABASE_URL", database.url());
        database.execute(
                "CREATE TABLE flyway_schema_history (installed_rank int, version text, description text, type text,"
                        + " script text, checksum int, success boolean)");
        for (int at = 1; at <= MIGRATIONS.size(); at++) {
            String sql = MIGRATIONS.get(at - 1);
            repository.write("db/migration/V%d__m.sql".formatted(at), sql);
            database.execute(
                    sql,
                    "INSERT INTO flyway_schema_history VALUES (%1$d, '%1$d', 'm', 'SQL', 'V%1$d__m.sql', NULL, true)"
                            .formatted(at));
        }
        repository.stage(".").commit("All");
        CommandRun kept = run("snapshot", "--schema");
        assertThat(kept.exitCode()).as(kept.errors()).isZero();
    }

    @Test
    void aFunctionIsToldWithTheMigrationThatReplacedItLast() {
        database.execute("CREATE OR REPLACE FUNCTION greeting() RETURNS text LANGUAGE sql AS $$ SELECT 'bye' $$");

        assertThat(drift())
                .contains("function public.greeting() is not as expected in database default")
                .contains("db/migration/V2__m.sql:1:1   migration '2' last changes it");
    }

    @Test
    void columnsAreToldWithWhatAlteredThemLast() {
        database.execute("ALTER TABLE people ALTER COLUMN name DROP DEFAULT, ALTER COLUMN id TYPE bigint");
        database.execute("DROP VIEW names", "ALTER TABLE people ALTER COLUMN age TYPE smallint");

        assertThat(drift())
                .containsSubsequence(
                        "column public.people.age", "db/migration/V2__m.sql:2:1   migration '2' last changes it")
                .containsSubsequence("column public.people.id", "db/migration/V1__m.sql:1:1   migration '1' makes it")
                .containsSubsequence(
                        "column public.people.name", "db/migration/V3__m.sql:3:1   migration '3' last changes it")
                .containsSubsequence(
                        "view public.names is not in database default",
                        "db/migration/V3__m.sql:2:1   migration '3' makes it");
    }

    @Test
    void aViewIsToldWithTheMigrationThatMadeItAnew() {
        database.execute("CREATE OR REPLACE VIEW names AS SELECT name FROM people WHERE age > 20");

        assertThat(drift())
                .contains("view public.names is not as expected")
                .contains("db/migration/V3__m.sql:2:1   migration '3' makes it");
    }

    private String drift() {
        return run("drift", "--road", "snapshot").output();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(repository.workTree(), environment, arguments);
    }
}
