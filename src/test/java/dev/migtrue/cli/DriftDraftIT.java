package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.incident.RealDatabase;
import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a draft says, run where only the migrations were run, makes the same schema. */
class DriftDraftIT {

    private static final List<String> HISTORY = List.of(
            "CREATE TABLE flyway_schema_history (installed_rank int, version text, description text, type text,"
                    + " script text, checksum int, success int)",
            "INSERT INTO flyway_schema_history VALUES (1, '1', 'people', 'SQL', 'V1__people.sql', NULL, 1)");

    private static final List<String> PEOPLE = List.of(
            "CREATE TABLE people (id integer NOT NULL PRIMARY KEY, name text)",
            "CREATE INDEX people_by_name ON people (name)");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void onPostgresqlTheDraftMakesWhatIsThereAndRunsThereAgain() throws IOException {
        String draft = roundTrip(
                Engine.POSTGRESQL,
                List.of(
                        "ALTER TABLE people ADD COLUMN \"order\" varchar(9) NOT NULL DEFAULT 'a;b'",
                        "ALTER TABLE people ADD COLUMN counted serial",
                        "ALTER TABLE people ADD COLUMN twice integer GENERATED ALWAYS AS (id * 2) STORED",
                        "ALTER TABLE people ALTER COLUMN name SET NOT NULL",
                        "ALTER TABLE people ALTER COLUMN name TYPE varchar(80)",
                        "ALTER TABLE people ALTER COLUMN name SET DEFAULT 'it''s'",
                        "COMMENT ON COLUMN people.name IS 'who'",
                        "CREATE SCHEMA extra",
                        "CREATE TYPE extra.mood AS ENUM ('good', 'it''s bad')",
                        "CREATE DOMAIN positive AS integer DEFAULT 1 CONSTRAINT is_positive CHECK (VALUE > 0)",
                        "CREATE TABLE extra.\"Orders\" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mood extra.mood,"
                                + " amount positive, note text, person integer REFERENCES people (id) ON DELETE CASCADE"
                                + " DEFERRABLE INITIALLY DEFERRED, CHECK (id > 0), UNIQUE (person, mood))",
                        "CREATE UNIQUE INDEX some_orders ON extra.\"Orders\" ((person + 1), lower(note), person DESC NULLS LAST)"
                                + " INCLUDE (id) WHERE person > 1",
                        "CREATE VIEW names AS SELECT name FROM people WHERE name <> 'x''y'",
                        "CREATE MATERIALIZED VIEW all_names AS SELECT name FROM people",
                        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS"
                                + " $f$ BEGIN PERFORM $$a;b$$; RETURN NEW; END $f$",
                        "CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF name ON people FOR EACH ROW"
                                + " WHEN (NEW.name IS NOT NULL) EXECUTE FUNCTION touch()",
                        "CREATE POLICY own ON people FOR SELECT USING (id > 0)"));

        assertThat(draft)
                .startsWith("-- DRAFT, written by 'migtrue drift --draft'. Nothing of it was run")
                .contains("-- It could be called db/migration/V2__catch_up.sql.")
                .contains("ALTER TABLE public.people ADD COLUMN IF NOT EXISTS \"order\" character varying(9)"
                        + " DEFAULT 'a;b'::character varying NOT NULL;\n")
                .doesNotContain("by hand", "no guard");
    }

    @Test
    void onMariaDbTheDraftMakesWhatIsThereAndRunsThereAgain() throws IOException {
        String draft = roundTrip(
                Engine.MARIADB,
                List.of(
                        "ALTER TABLE people ADD COLUMN `order` varchar(9) NOT NULL DEFAULT 'a;b' COMMENT 'it''s \\\\ so'",
                        "ALTER TABLE people ADD COLUMN twice int GENERATED ALWAYS AS (id * 2) VIRTUAL",
                        "ALTER TABLE people ADD COLUMN seen timestamp NULL DEFAULT current_timestamp() ON UPDATE"
                                + " current_timestamp()",
                        "ALTER TABLE people MODIFY COLUMN name mediumtext CHECK (name <> 'x')",
                        "ALTER TABLE people COMMENT = 'everybody'",
                        "CREATE TABLE `Orders` (id bigint AUTO_INCREMENT PRIMARY KEY, data json, mood enum('a', 'it''s b'),"
                                + " person int, note text, amount decimal(8, 2) UNSIGNED, CONSTRAINT positive CHECK (amount > 0),"
                                + " UNIQUE KEY once (person, mood DESC), FULLTEXT KEY words (note), KEY start (note(5)),"
                                + " CONSTRAINT whose FOREIGN KEY (person) REFERENCES people (id) ON DELETE CASCADE)"
                                + " ENGINE = InnoDB DEFAULT COLLATE = utf8mb4_bin ROW_FORMAT = COMPRESSED",
                        "CREATE VIEW names AS SELECT name FROM people WHERE name <> 'x''y'",
                        "CREATE SEQUENCE tickets START WITH 5 INCREMENT BY 3 CYCLE",
                        "CREATE FUNCTION doubled(a int) RETURNS int DETERMINISTIC RETURN a * 2",
                        "CREATE PROCEDURE tidy(out b varchar(10)) COMMENT 'tidies' BEGIN SET b = 'x'; DELETE FROM people; END",
                        "CREATE TRIGGER touched BEFORE INSERT ON people FOR EACH ROW BEGIN SET NEW.name = 'a;b'; END",
                        "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM people"));

        assertThat(draft)
                .contains("ALTER TABLE `people` ADD COLUMN IF NOT EXISTS `order` varchar(9)")
                .doesNotContain("by hand", "no guard");
    }

    @Test
    void onH2TheDraftMakesWhatIsThereAndRunsThereAgain() throws IOException {
        String draft = roundTrip(
                Engine.H2,
                List.of(
                        "ALTER TABLE people ADD COLUMN \"order\" varchar(9) DEFAULT 'a;b' NOT NULL",
                        "ALTER TABLE people ADD COLUMN seen timestamp(3) with time zone ON UPDATE current_timestamp",
                        "ALTER TABLE people ALTER COLUMN name SET DEFAULT 'it''s'",
                        "COMMENT ON COLUMN people.name IS 'who'",
                        "CREATE SCHEMA extra",
                        "CREATE DOMAIN positive AS integer DEFAULT 1 CHECK (VALUE > 0)",
                        "CREATE TABLE extra.\"Orders\" (id bigint GENERATED ALWAYS AS IDENTITY, mood enum('a', 'it''s b'),"
                                + " amount positive, tags varchar(5) array[3], person integer, born date,"
                                + " CONSTRAINT orders_key PRIMARY KEY (id), CONSTRAINT fits CHECK (id > 0),"
                                + " CONSTRAINT once UNIQUE NULLS NOT DISTINCT (person, mood),"
                                + " CONSTRAINT whose FOREIGN KEY (person) REFERENCES public.people (id)"
                                + " ON DELETE CASCADE)",
                        "CREATE UNIQUE INDEX some_orders ON extra.\"Orders\" (mood, person DESC NULLS LAST)",
                        "CREATE VIEW names AS SELECT name FROM people WHERE name <> 'x''y'",
                        "CREATE SEQUENCE tickets START WITH 5 INCREMENT BY 3 CYCLE",
                        "CREATE CONSTANT most VALUE 3",
                        "CREATE ALIAS root FOR 'java.lang.Math.sqrt'",
                        "CREATE SYNONYM called FOR people"));

        assertThat(draft)
                .contains("ALTER TABLE \"PUBLIC\".\"PEOPLE\" ADD COLUMN IF NOT EXISTS \"order\" CHARACTER VARYING(9)"
                        + " DEFAULT 'a;b' NOT NULL;\n")
                .doesNotContain("by hand", "no guard");
    }

    @Test
    void onSqliteTheDraftMakesWhatIsThere() throws IOException {
        String draft = roundTrip(
                Engine.SQLITE,
                List.of(
                        "ALTER TABLE people ADD COLUMN nick TEXT COLLATE nocase DEFAULT 'a;b'",
                        "CREATE TABLE \"Order\" (id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL"
                                + " REFERENCES people (id) ON DELETE SET NULL, amount REAL CHECK (amount > 0),"
                                + " twice REAL GENERATED ALWAYS AS (amount * 2) STORED,"
                                + " CONSTRAINT once UNIQUE (person, amount), CHECK (person <> id))",
                        "CREATE TABLE pairs (a TEXT, b TEXT, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID",
                        "CREATE UNIQUE INDEX some_orders ON \"Order\" (lower(person), amount DESC) WHERE amount > 1",
                        "CREATE VIEW names (called) AS SELECT name FROM people",
                        "CREATE TRIGGER touched AFTER UPDATE OF name ON people WHEN new.name <> 'x'"
                                + " BEGIN DELETE FROM pairs WHERE a = 'y'; DELETE FROM pairs WHERE b = 'y'; END"));

        assertThat(draft)
                .contains("-- no guard:\nALTER TABLE people ADD COLUMN nick text COLLATE nocase DEFAULT 'a;b';\n")
                .doesNotContain("by hand");
    }

    @Test
    void whatWouldDestroyIsAComment() {
        try (RealDatabase live = Engine.SQLITE.open(folder.resolve("."))) {
            live.execute(HISTORY);
            live.execute(PEOPLE);
            TestRepository repository = repository();
            Map<String, String> environment = environment(repository, live);
            run(repository, environment, "snapshot", "--schema");
            live.execute(List.of("DROP INDEX people_by_name"));

            CommandRun run = run(repository, environment, "drift", "--road", "snapshot", "--draft");

            assertThat(run.output())
                    .contains("-- WARNING: this destroys. index people.people_by_name is not there")
                    .contains("-- DROP INDEX IF EXISTS people_by_name;\n")
                    .satisfies(
                            text -> assertThat(text.lines()).allMatch(line -> line.isEmpty() || line.startsWith("--")));
            assertThat(run.errors()).contains("schema-drift-missing");
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    /** The draft, after it was held against what is there. */
    private String roundTrip(Engine engine, List<String> behindTheirBack) throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectory(folder.resolve("other"));
        try (RealDatabase live = engine.open(one);
                RealDatabase built = engine.open(other)) {
            List.of(live, built).forEach(database -> {
                database.execute(HISTORY);
                database.execute(PEOPLE);
            });
            TestRepository repository = repository();
            Map<String, String> environment = environment(repository, live);
            run(repository, environment, "snapshot", "--schema");
            live.execute(behindTheirBack);
            CommandRun drafted = run(repository, environment, "drift", "--road", "snapshot", "--draft");
            assertThat(drafted.exitCode()).as(drafted.errors()).isEqualTo(1);

            built.execute(statements(engine, drafted.output()));

            CommandRun same = run(repository, environment, "drift", "--against", built.url(), "--require", "schema");
            assertThat(same.output()).as(drafted.output()).isEmpty();
            assertThat(same.exitCode()).as(same.errors()).isZero();
            if (engine != Engine.SQLITE) {
                live.execute(statements(engine, drafted.output()));
            }
            return drafted.output();
        }
    }

    /** The drivers take one at a time, and SQLite's is silent about the rest. */
    private static List<String> statements(Engine engine, String draft) {
        return engine == Engine.POSTGRESQL
                ? List.of(draft)
                : Arrays.stream(draft.split(";\n"))
                        .filter(part -> part.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("--")))
                        .toList();
    }

    private TestRepository repository() {
        return TestRepository.in(folder.resolve("."))
                .write("db/migration/V1__people.sql", String.join(";\n", PEOPLE) + ";\n");
    }

    private static Map<String, String> environment(TestRepository repository, RealDatabase live) {
        Map<String, String> environment = new HashMap<>(repository.environment());
        environment.put("DATABASE_URL", live.url());
        return environment;
    }

    private static CommandRun run(TestRepository repository, Map<String, String> environment, String... arguments) {
        return CommandRun.in(repository.workTree(), environment, arguments);
    }
}
