package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.incident.RealDatabase;
import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to live schemas behind the back of their migrations is told apart in one audit, on every engine. */
class AuditOnServersIT {

    @TempDir
    private Path folder = Path.of("");

    /** What an engine has that holds code: how it is made, how it is changed behind the migrations' back, and what it is called. */
    private record Routine(String made, List<String> changed, String name, String change) {}

    private static Routine routine(Engine engine) {
        return switch (engine) {
            case POSTGRESQL ->
                new Routine(
                        "CREATE FUNCTION greeting() RETURNS text LANGUAGE sql AS $$ SELECT 'hello' $$",
                        List.of(
                                "CREATE OR REPLACE FUNCTION greeting() RETURNS text LANGUAGE sql AS $$ SELECT 'bye' $$"),
                        "function public.greeting()",
                        "body is 'SELECT 'bye'', expected 'SELECT 'hello''");
            case MARIADB ->
                new Routine(
                        "CREATE FUNCTION greeting() RETURNS varchar(9) DETERMINISTIC RETURN 'hello'",
                        List.of(
                                "DROP FUNCTION greeting",
                                "CREATE FUNCTION greeting() RETURNS varchar(9) DETERMINISTIC RETURN 'bye'"),
                        "function greeting",
                        "body is 'RETURN 'bye'', expected 'RETURN 'hello''");
            case SQLITE ->
                new Routine(
                        "CREATE TRIGGER greeting AFTER INSERT ON people BEGIN DELETE FROM people WHERE name = 'hello'; END",
                        List.of(
                                "DROP TRIGGER greeting",
                                "CREATE TRIGGER greeting AFTER INSERT ON people BEGIN DELETE FROM people WHERE name = 'bye'; END"),
                        "trigger people.greeting",
                        "'hello'");
            case H2 ->
                new Routine(
                        "CREATE VIEW greeting AS SELECT 'hello' AS word",
                        List.of("DROP VIEW greeting", "CREATE VIEW greeting AS SELECT 'bye' AS word"),
                        "view PUBLIC.GREETING",
                        "'hello'");
        };
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void oneAuditTellsFourWaysToDriftApart(Engine engine) throws Exception {
        Routine routine = routine(engine);
        List<String> migration = List.of(
                "CREATE TABLE people (id INTEGER NOT NULL, name VARCHAR(40))",
                "CREATE INDEX people_by_name ON people (name)",
                routine.made());
        TestRepository repository =
                TestRepository.in(folder).write("db/migration/V1__people.sql", String.join(";\n", migration) + ";\n");
        try (RealDatabase database = engine.open(folder)) {
            database.execute(with(
                    migration,
                    "CREATE TABLE flyway_schema_history (installed_rank INT, version VARCHAR(50), description VARCHAR(200),"
                            + " type VARCHAR(20), script VARCHAR(1000), checksum INT, success INT)",
                    "INSERT INTO flyway_schema_history VALUES (1, '1', 'people', 'SQL', 'V1__people.sql', NULL, 1)"));
            Map<String, String> environment = new HashMap<>(repository.environment());
            environment.put("DATABASE_URL", database.url());
            CommandRun kept = CommandRun.in(repository.workTree(), environment, "snapshot", "--schema");
            assertThat(kept.exitCode()).as(kept.errors()).isZero();
            repository.git("add", "--all");
            repository.commit("people");
            assertThat(audit(repository, environment).output()).as("before").doesNotContain("schema-");

            database.execute(with(
                    routine.changed(),
                    "ALTER TABLE people ADD COLUMN nick VARCHAR(20)",
                    engine == Engine.MARIADB ? "DROP INDEX people_by_name ON people" : "DROP INDEX people_by_name",
                    "CREATE TABLE trace_mismatches (id INTEGER)",
                    "INSERT INTO flyway_schema_history VALUES"
                            + " (2, '014', 'trace mismatches', 'SQL', 'V014__trace_mismatches.sql', NULL, 1)"));
            CommandRun audit = audit(repository, environment);

            assertThat(findings(audit))
                    .as(audit.errors())
                    .filteredOn(line -> line.contains("[schema-"))
                    .satisfiesExactlyInAnyOrder(
                            column -> assertThat(column)
                                    .containsIgnoringCase(
                                            "people.nick is in database default, and no migration makes it [")
                                    .endsWith("[schema-drift-unexpected]"),
                            table -> assertThat(table)
                                    .containsIgnoringCase(
                                            "trace_mismatches is in database default, and no migration makes"
                                                    + " it: probably the orphan '14'")
                                    .endsWith("[schema-drift-unexpected]"),
                            index -> assertThat(index)
                                    .containsIgnoringCase("people_by_name is not in database default")
                                    .endsWith("[schema-drift-missing]"),
                            body -> assertThat(body)
                                    .contains(routine.name() + " is not as expected in database default: ")
                                    .contains(routine.change())
                                    .endsWith("[schema-drift-changed]"));
            assertThat(findings(audit))
                    .anyMatch(line -> line.contains("(014)") && line.endsWith("[applied-but-missing]"));
            assertThat(audit.exitCode()).isEqualTo(1);
            assertThat(Files.readString(repository.workTree().resolve("audit.html")))
                    .contains("probably the orphan &#39;14&#39;");
        }
    }

    private static CommandRun audit(TestRepository repository, Map<String, String> environment) {
        return CommandRun.in(
                repository.workTree(),
                environment,
                "audit",
                "--road",
                "snapshot",
                "--no-proof",
                "--format",
                "concise",
                "--html",
                "audit.html");
    }

    private static List<String> findings(CommandRun run) {
        return run.output().lines().toList();
    }

    private static List<String> with(List<String> statements, String... more) {
        List<String> all = new ArrayList<>(statements);
        all.addAll(List.of(more));
        return all;
    }
}
