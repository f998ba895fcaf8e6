package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.scratch.Servers;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each tenant of a database is held against what the migrations build, and what differs in many is told once. */
class TenantDriftIT {

    private static final String FIRST = """
            CREATE TYPE mood AS ENUM ('fine', 'bad');
            CREATE TABLE people (id serial PRIMARY KEY, name text NOT NULL DEFAULT 'nobody', mood mood);
            CREATE TABLE pets (id integer PRIMARY KEY, owner integer REFERENCES people (id));
            CREATE INDEX people_by_name ON people (name);
            CREATE VIEW owners AS SELECT p.name FROM people p JOIN pets ON pets.owner = p.id;
            CREATE FUNCTION feeling(mood) RETURNS text LANGUAGE sql AS $$ SELECT 'hello' $$;
            """;

    private static final String SECOND = "ALTER TABLE people ADD COLUMN age integer;\n";

    @AutoClose
    private final ServerDatabase database = PostgresServer.freshDatabase();

    private final TestRepository repository;

    TenantDriftIT(@TempDir Path folder) {
        repository = TestRepository.in(folder).write("db/migration/V1__first.sql", FIRST);
        repository.stage(".").commit("one");
        configured("schemas: t_%");
    }

    @Test
    void tenantsThatAreAsTheyShouldBeAreClean() {
        tenants(1, 3, FIRST);

        CommandRun run = drift("replay");

        assertThat(run.output()).isEmpty();
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.errors())
                .contains(
                        "schema of database app (tenants t_01, t_02, t_03): ",
                        "; compared is what lies in the schema of each tenant, told as if that were 'public'");
    }

    @Test
    void whatDiffersInManyTenantsIsToldOnceAndTheFewAreNamed() {
        tenants(1, 40, FIRST);
        each(1, 37, at -> database.execute("ALTER TABLE t_%02d.people ADD COLUMN nick text".formatted(at)));
        database.execute(
                "DROP INDEX t_05.people_by_name",
                "ALTER TABLE t_39.people ALTER COLUMN name SET DEFAULT 'somebody'",
                "CREATE OR REPLACE FUNCTION t_39.feeling(t_39.mood) RETURNS text LANGUAGE sql AS $$ SELECT 'bye' $$");

        CommandRun run = drift("replay");

        assertThat(run.output().lines())
                .containsExactlyInAnyOrder(
                        "column public.people.nick: error: column public.people.nick is in 37 of 40 tenants of database app"
                                + " (tenant t_01 and 36 others), and no migration makes it [schema-drift-unexpected]",
                        "index public.people.people_by_name: error: index public.people.people_by_name is not in database app"
                                + " (tenant t_05) [schema-drift-missing]",
                        "column public.people.name: error: column public.people.name is not as expected in database app (tenant"
                                + " t_39): default is ''somebody'::text', expected ''nobody'::text' [schema-drift-changed]",
                        "function public.feeling(public.mood): error: function public.feeling(public.mood) is not as expected in"
                                + " database app (tenant t_39): body is 'SELECT 'bye'', expected 'SELECT 'hello''"
                                + " [schema-drift-changed]");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void tenantsThatLagBehindAreHeldAgainstWhatTheyHaveRun() {
        repository.write("db/migration/V2__second.sql", SECOND);
        tenants(1, 3, FIRST, SECOND);
        tenants(4, 5, FIRST);
        each(1, 5, at -> database.execute("CREATE TABLE t_%02d.mine (id integer)".formatted(at)));

        CommandRun run = drift("replay");

        assertThat(run.output())
                .isEqualTo(
                        "table public.mine: error: table public.mine is in all 5 tenants of database app, and no migration"
                                + " makes it [schema-drift-unexpected]\n");
    }

    @Test
    void theTextsOfMigrationsTellToo() {
        tenants(1, 3, FIRST);
        database.execute("ALTER TABLE t_02.people ADD COLUMN nick text", "DROP TABLE t_03.pets CASCADE");

        CommandRun run = drift("symbolic");

        assertThat(run.output())
                .contains("column public.people.nick is in database app (tenant t_02), and no migration makes it")
                .contains("migration 1 is applied to database app (tenant t_03), but the table public.pets");
    }

    @Test
    void whatAllTenantsShareIsMissingInNone() {
        tenants(1, 3, FIRST);
        database.execute("CREATE TABLE public.pets (id integer)");
        each(1, 3, at -> database.execute("DROP TABLE t_%02d.pets CASCADE".formatted(at)));
        database.execute("DROP INDEX t_01.people_by_name");

        CommandRun run = drift("replay");

        assertThat(run.output())
                .contains("index public.people.people_by_name is not in database app (tenant t_01)")
                .doesNotContain("pets is not in");
        assertThat(run.errors()).contains("no tenant has such, and schema 'public' has it for all");
    }

    @Test
    void whatLiesBesideTheTenantsIsNoDriftOfTheirs() {
        tenants(1, 2, FIRST);
        database.execute(
                "CREATE TABLE public.billing (id integer)", "CREATE SCHEMA other", "CREATE TABLE other.x (id int)");

        assertThat(drift("replay").output()).isEmpty();
    }

    @Test
    void jsonTellsOfEachKindOfTenant() {
        tenants(1, 3, FIRST);
        database.execute("ALTER TABLE t_02.people ADD COLUMN nick text");

        String json = run("drift", "--road", "symbolic", "--format", "json").output();

        assertThat(json.replaceAll("\\s+", " "))
                .contains("\"schemas\": [ { \"tenants\": [ \"t_01\", \"t_03\" ], \"schema\": { \"state\": ")
                .contains(
                        "\"object\": \"column public.people.nick\", \"database\": \"app\", \"tenants\": [ \"t_02\" ]");
    }

    @Test
    void onMariaDbEachTenantIsADatabase() {
        String people = "CREATE TABLE people (id integer NOT NULL, name varchar(40));\n";
        repository.write("db/migration/V1__first.sql", people);
        try (ServerDatabase one = MariaDbServer.freshDatabase();
                ServerDatabase two = MariaDbServer.freshDatabase();
                ServerDatabase three = MariaDbServer.freshDatabase()) {
            for (ServerDatabase tenant : List.of(one, two, three)) {
                tenant.execute(
                        people,
                        "CREATE TABLE flyway_schema_history (installed_rank int, version varchar(50), description text,"
                                + " type text, script text, checksum int, success bool)",
                        "INSERT INTO flyway_schema_history VALUES (1, '1', 'm', 'SQL', 'V1__first.sql', NULL, true)");
            }
            two.execute("ALTER TABLE people ADD COLUMN nick text");
            three.execute("ALTER TABLE people ADD COLUMN nick text");
            configured("query: select '%s' union select '%s' union select '%s' order by 1"
                    .formatted(one.name(), two.name(), three.name()));

            CommandRun run = run(Map.of("APP_URL", one.url()), "drift", "--road", "symbolic", "--format", "concise");

            assertThat(run.output())
                    .contains(
                            "column people.nick is in 2 of 3 tenants of database app (tenants %s, %s), and no migration makes it"
                                    .formatted(two.name(), three.name()));
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void databasesOfTheServerAreComparedToo() {
        try (ServerDatabase other = PostgresServer.freshDatabase()) {
            for (ServerDatabase tenant : List.of(database, other)) {
                tenant.execute(FIRST);
                tenant.execute(history("public", 1));
            }
            other.execute("DROP VIEW owners");
            configured("databases: " + other.name());

            CommandRun run = drift("replay");

            assertThat(run.output())
                    .contains("view public.owners is not in database app (tenant " + other.name() + ")");
        }
    }

    private void tenants(int first, int last, String... migrations) {
        List<String> statements = new ArrayList<>();
        for (int at = first; at <= last; at++) {
            String schema = "t_%02d".formatted(at);
            statements.add("CREATE SCHEMA " + schema);
            statements.add("SET search_path = " + schema + ";" + String.join("", migrations));
            statements.add(history(schema, migrations.length));
        }
        database.execute(statements.toArray(String[]::new));
    }

    private static void each(int first, int last, IntConsumer work) {
        IntStream.rangeClosed(first, last).forEach(work);
    }

    private static String history(String schema, int migrations) {
        StringBuilder sql =
                new StringBuilder(("CREATE TABLE %s.flyway_schema_history (installed_rank int, version text,"
                                + " description text, type text, script text, checksum int, success bool);")
                        .formatted(schema));
        for (int at = 1; at <= migrations; at++) {
            sql.append(
                    "INSERT INTO %1$s.flyway_schema_history VALUES (%2$d, '%2$d', 'm', 'SQL', 'V%2$d__m.sql', NULL, true);"
                            .formatted(schema, at));
        }
        return sql.toString();
    }

    private void configured(String tenants) {
        repository.write("migtrue.yaml", """
                databases:
                  app:
                    urlEnv: APP_URL
                    tenants:
                      %s
                """.formatted(tenants));
    }

    /** Replays run on a server of their own, which is started for them. */
    private CommandRun drift(String road) {
        return run(
                "drift",
                "--road",
                road,
                "--format",
                "concise",
                "--scratch-server",
                Servers.programs(Dialect.POSTGRESQL).orElseThrow().toString());
    }

    private CommandRun run(String... arguments) {
        return run(Map.of("APP_URL", database.url()), arguments);
    }

    private CommandRun run(Map<String, String> environment, String... arguments) {
        Map<String, String> all = new HashMap<>(repository.environment());
        all.putAll(environment);
        return CommandRun.in(repository.workTree(), all, arguments);
    }
}
