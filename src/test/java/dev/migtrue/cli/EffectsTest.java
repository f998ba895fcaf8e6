package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which migration made what, and whether it is there, on SQLite and by the texts of migrations alone. */
class EffectsTest {

    private static final String PEOPLE = "CREATE TABLE people (id INTEGER NOT NULL, name TEXT)";
    private static final String TRACES = "CREATE TABLE trace_mismatches (id INTEGER)";

    private final TestRepository repository;

    EffectsTest(@TempDir Path folder) {
        repository = TestRepository.in(folder).write("db/migration/V1__people.sql", PEOPLE + ";\n");
        repository.git("add", "--all");
        repository.commit("one");
    }

    @Test
    void aMigrationThatWasOnlyRecordedIsToldAtItsFile() throws SQLException {
        repository.write(
                "db/migration/V2__more.sql", "-- more\nALTER TABLE people ADD COLUMN nick TEXT;\n" + TRACES + ";\n");
        repository.git("add", "--all");
        repository.commit("two");
        live(List.of("1", "2"), PEOPLE);

        assertThat(drift())
                .contains(
                        "db/migration/V2__more.sql:3:1: error: migration 2 is applied to database default, but the table"
                                + " trace_mismatches and the column people.nick that it makes are not there [applied-without-effect]")
                .doesNotContain("schema-drift-missing");
    }

    @Test
    void whatIsThereAsItShouldBeIsNotTold() throws SQLException {
        live(List.of("1"), PEOPLE);

        assertThat(drift()).doesNotContain("error");
    }

    /** Whoever follows texts would take them for names with something before the dot. */
    @Test
    void whatAMigrationMakesWhoseNamesHaveDotsIsNotCompared() throws SQLException {
        String odd = "CREATE TABLE \"old.people\" (\"first.name\" TEXT, \"it\"\"s\" INTEGER)";
        repository.write("db/migration/V2__odd.sql", odd + ";\n");
        repository.git("add", "--all");
        repository.commit("two");
        live(List.of("1", "2"), PEOPLE, odd);

        assertThat(drift()).doesNotContain("error").contains("not compared in database default");
    }

    @Test
    void ofManyThatAreNotComparedSomeAreNamed() throws SQLException {
        String odd = "CREATE TABLE \"old.people\" (id INTEGER)";
        repository.write("db/migration/V2__odd.sql", odd + ";\n");
        repository.git("add", "--all");
        repository.commit("two");
        List<String> statements = new ArrayList<>(List.of(PEOPLE, odd));
        IntStream.rangeClosed(10, 99).forEach(number -> statements.add("CREATE TABLE t" + number + " (id INTEGER)"));
        live(List.of("1", "2"), statements.toArray(String[]::new));

        assertThat(drift()).contains("table t20 and 79 more (").doesNotContain("t21", "error");
    }

    @Test
    void dotsInTextsAndBetweenNamesAreNone() throws SQLException {
        String plain = "CREATE TABLE \"main\".\"towns\" (\"name\" TEXT DEFAULT 'a.b') /* \"x.y\" */";
        repository.write("db/migration/V2__towns.sql", plain + ";\n");
        repository.git("add", "--all");
        repository.commit("two");
        live(List.of("1", "2"), PEOPLE);

        assertThat(drift()).contains("table towns", "[applied-without-effect]");
    }

    @Test
    void whatWasAddedByHandIsNoMigrations() throws SQLException {
        live(List.of("1"), PEOPLE, "ALTER TABLE people ADD COLUMN hot_fix TEXT");

        assertThat(drift())
                .contains(
                        "column people.hot_fix is in database default, and no migration makes it [schema-drift-unexpected]");
    }

    @Test
    void whatAnOrphanMadeIsReadFromItsTextOnAnotherBranch() throws SQLException {
        orphan("V7__unnamed.sql", TRACES + ";\n");
        live(List.of("1", "7"), PEOPLE, TRACES);

        assertThat(drift())
                .contains(
                        "table trace_mismatches is in database default, and no migration makes it: the orphan '7' made it"
                                + " [schema-drift-unexpected]");
    }

    @Test
    void whatTheTextOfAnOrphanDoesNotMakeIsNotItsWork() throws SQLException {
        orphan("V7__unnamed.sql", TRACES + ";\n");
        live(List.of("1", "7"), PEOPLE, TRACES, "CREATE TABLE mine (a INTEGER)");

        assertThat(drift())
                .contains("table mine is in database default, and no migration makes it [schema-drift-unexpected]");
    }

    @Test
    void anOrphanWhoseTextMakesNothingIsNoSuspect() throws SQLException {
        orphan("V7__unnamed.sql", "INSERT INTO people VALUES (1, 'ada');\n");
        live(List.of("1", "7"), PEOPLE, "CREATE TABLE mine (a INTEGER)");

        assertThat(drift())
                .contains("table mine is in database default, and no migration makes it [schema-drift-unexpected]");
    }

    @Test
    void ofOneOrphanThatNobodyFoundItIsSaidThatItProbablyMadeTheTables() throws SQLException {
        live(List.of("1", "7"), PEOPLE, "CREATE TABLE mine (a INTEGER)", "CREATE TABLE yours (a INTEGER)");

        assertThat(drift())
                .contains("table mine is in database default, and no migration makes it: probably the orphan '7' [")
                .contains("table yours is in database default, and no migration makes it: probably the orphan '7' [");
    }

    @Test
    void severalOrphansThatNobodyFoundAreNamedOnce() throws SQLException {
        live(
                List.of("1", "7", "8", "9"),
                PEOPLE,
                "CREATE TABLE mine (a INTEGER)",
                "ALTER TABLE people ADD COLUMN hot_fix TEXT",
                "CREATE TABLE yours (a INTEGER)");

        assertThat(drift())
                .contains(
                        "table mine is in database default, and no migration makes it: nobody knows what the 3 orphans"
                                + " made, '7', '8' and '9' [")
                .contains("table yours is in database default, and no migration makes it [")
                .contains("column people.hot_fix is in database default, and no migration makes it [");
    }

    @Test
    void ofSeveralOrphansEachIsJoinedToWhatItsTextMakes() throws SQLException {
        orphan("V7__unnamed.sql", TRACES + ";\n");
        live(List.of("1", "7", "8"), PEOPLE, TRACES, "CREATE TABLE mine (a INTEGER)");

        assertThat(drift())
                .contains(
                        "table trace_mismatches is in database default, and no migration makes it: the orphan '7' made it [")
                .contains("table mine is in database default, and no migration makes it: probably the orphan '8' [");
    }

    @Test
    void whatTheRowOfAnOrphanNamesIsProbablyItsWork() throws SQLException {
        live(List.of("1", "7", "8"), PEOPLE, TRACES, "CREATE TABLE mine (a INTEGER)");
        execute("UPDATE flyway_schema_history SET script = 'V7__trace_mismatches.sql' WHERE version = '7'");

        assertThat(drift())
                .contains(
                        "table trace_mismatches is in database default, and no migration makes it: probably the orphan '7' [")
                .contains("table mine is in database default, and no migration makes it: probably the orphan '8' [");
    }

    @Test
    void anOrphanThatChangedSomethingIsToldWithIt() throws SQLException {
        repository.write("db/migration/V1__people.sql", PEOPLE + ";\nCREATE VIEW names AS SELECT name FROM people;\n");
        repository.stage(".").commit("with a view");
        orphan("V7__unnamed.sql", "DROP VIEW names;\nCREATE VIEW names AS SELECT id FROM people;\n");
        live(List.of("1", "7"), PEOPLE, "CREATE VIEW names AS SELECT id FROM people");

        assertThat(run("drift", "--road", "replay", "--db", "sqlite:live.db").output())
                .contains("view names is not as expected in database default")
                .contains("flyway_schema_history(7)   the orphan '7' makes it");
    }

    @Test
    void whatAnOrphanTookBackIsNotLost() throws SQLException {
        orphan("V7__unnamed.sql", "DROP TABLE people;\n");
        live(List.of("1", "7"));

        assertThat(drift()).doesNotContain("applied-without-effect");
    }

    @Test
    void behindAnOrphanThatNobodyFindsNothingIsSaidToBeLost() throws SQLException {
        live(List.of("1", "7"));

        assertThat(drift()).doesNotContain("applied-without-effect");
    }

    /** A migration that only another branch has. */
    private void orphan(String file, String sql) {
        repository.git("checkout", "-q", "-b", "other");
        repository.write("db/migration/" + file, sql);
        repository.git("add", "--all");
        repository.commit("elsewhere");
        repository.git("checkout", "-q", "-");
    }

    private String drift() {
        return run("drift", "--road", "symbolic", "--db", "sqlite:live.db", "--format", "concise")
                .output();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }

    private void live(List<String> applied, String... statements) throws SQLException {
        List<String> all = new ArrayList<>(Arrays.asList(statements));
        all.add("CREATE TABLE flyway_schema_history (installed_rank INTEGER, version TEXT, description TEXT, type TEXT,"
                + " script TEXT, checksum INTEGER, success INTEGER)");
        for (int at = 0; at < applied.size(); at++) {
            all.add("INSERT INTO flyway_schema_history VALUES (%d, '%s', 'x', 'SQL', 'V%s__x.sql', NULL, 1)"
                    .formatted(at + 1, applied.get(at), applied.get(at)));
        }
        execute(all.toArray(String[]::new));
    }

    private void execute(String... all) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + repository.workTree().resolve("live.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : all) {
                statement.execute(sql);
            }
        }
    }
}
