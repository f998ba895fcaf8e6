package dev.migtrue.system.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.reader.StatementReader;
import dev.migtrue.model.GeneratedSql;
import dev.migtrue.model.Migration;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL that is generated offline against what Liquibase prints with the real database at hand, and against that database. */
class GeneratedSqlTest {

    private static final Path PROJECT = Path.of("src/test/resources/liquibase-generation");
    private static final String CHANGELOG = "db/changelog/changelog.xml";

    private static final String BOOKKEEPING = "(?is)(?:insert into|update) databasechangelog .*";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isThatOfPostgres() throws Exception {
        try (ServerDatabase database = PostgresServer.freshDatabase()) {
            assertThat(printedAndRun("postgresql", database.jdbcUrl(), "public"))
                    .isEqualTo(37);
        }
    }

    @Test
    void isThatOfMariaDb() throws Exception {
        try (ServerDatabase database = MariaDbServer.freshDatabase()) {
            assertThat(printedAndRun("mariadb", database.jdbcUrl(), database.name()))
                    .isEqualTo(36);
        }
    }

    @Test
    void isThatOfH2() throws Exception {
        assertThat(printedAndRun("h2", "jdbc:h2:" + folder.resolve("app"), "PUBLIC"))
                .isEqualTo(35);
    }

    @Test
    void isThatOfSqlite() throws Exception {
        assertThat(printedAndRun("sqlite", "jdbc:sqlite:" + folder.resolve("app.db"), "main"))
                .isEqualTo(16);
    }

    @Test
    void nothingIsWrittenToTheWorkingDirectory() throws Exception {
        generated("postgresql");

        assertThat(Path.of("databasechangelog.csv")).doesNotExist();
    }

    @Test
    void whatNeedsADatabaseOrCodeOfTheProjectIsSaid() {
        Map<String, String> reasons = Map.of(
                "<customChange class=\"com.example.Change\"/>",
                "'customChange' runs code of the project's own",
                "<executeCommand executable=\"true\"/>",
                "'executeCommand' runs code of the project's own",
                "<loadData tableName=\"a\" file=\"a.csv\"/>",
                "'loadData' asks the database for the types of columns",
                "<dropAllForeignKeyConstraints baseTableName=\"a\"/>",
                "'dropAllForeignKeyConstraints' depends on what the database holds",
                "<sql>select ${x}</sql>",
                "only a run can tell what '${x}' stands for",
                "<createTable/>",
                "'createTable' is refused: No columns defined for createTable on postgresql",
                "<pro:createFunction xmlns:pro=\"p\"/>",
                "liquibase cannot parse it here",
                "<sql>x</sql><modifySql context=\"a\"><append value=\"b\"/></modifySql>",
                "how it modifies SQL depends on the contexts of the run");
        reasons.forEach((changes, reason) ->
                assertThat(of(changes, "postgresql")).as(changes).isEqualTo(new GeneratedSql.NotGenerated(reason)));
        assertThat(of("<addColumn tableName=\"a\"><column name=\"b\" type=\"int\"/></addColumn>", "sqlite"))
                .isEqualTo(new GeneratedSql.NotGenerated("'addColumn' depends on what the database holds"));
        assertThat(of("<dropTable tableName=\"a\"/>", "nonesuch"))
                .isEqualTo(new GeneratedSql.NotGenerated("liquibase gives up without a database"));
    }

    @Test
    void whatIsForOtherDatabasesIsNothing() {
        assertThat(of("<sql dbms=\"h2\">select 1</sql>", "postgresql"))
                .isEqualTo(new GeneratedSql.Statements("postgresql", List.of()));
    }

    private static GeneratedSql of(String changes, String dialect) {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                CHANGELOG,
                "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\">"
                        + "<changeSet id=\"1\" author=\"a\">" + changes + "</changeSet></databaseChangeLog>"));
        Layout layout = new LiquibaseSystem().detect(tree).getFirst();
        Migration only = layout.history(tree).migrations().getFirst();
        return layout.generated(only, tree, dialect).orElseThrow();
    }

    /**
     * How many changesets have SQL here, all of which the real Liquibase prints, and which the database accepts.
     *
     * @param schema what Liquibase puts in front of names because the connection begins there
     */
    private static long printedAndRun(String dialect, String url, String schema) throws Exception {
        SequencedMap<String, List<String>> generated = generated(dialect);
        Map<String, String> printed;
        try (Connection connection = DriverManager.getConnection(url)) {
            printed = printed(new RealLiquibase(PROJECT, connection, "DATABASECHANGELOG")
                    .updateSql(CHANGELOG)
                    .replaceAll("[\"`]?" + schema + "[\"`]?\\.", ""));
        }
        generated.forEach((id, statements) ->
                assertThat(joined(statements)).as(dialect + " " + id).isEqualTo(printed.getOrDefault(id, "")));
        generated.values().forEach(statements -> statements.forEach(sql -> assertUnderstood(sql, dialect)));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (List<String> statements : generated.values()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }
        return generated.values().stream()
                .filter(statements -> !statements.isEmpty())
                .count();
    }

    /** What is generated is there to be read as steps. */
    private static void assertUnderstood(String sql, String dialect) {
        List<Action> actions = Script.of(sql, Dialect.valueOf(dialect.toUpperCase(Locale.ROOT))).statements().stream()
                .map(StatementReader::read)
                .toList();
        assertThat(actions).as(sql).hasSize(1);
        assertThat(actions).as(sql).noneMatch(Action.Unrecognized.class::isInstance);
        assertThat(actions)
                .as(sql)
                .noneMatch(action -> action instanceof Action.Alter alter
                        && alter.changes().stream().anyMatch(Change.Unrecognized.class::isInstance));
    }

    /** The statements of each changeset by its id. */
    private static SequencedMap<String, List<String>> generated(String dialect) throws Exception {
        InMemoryTree tree = RecordedCasesTest.read(PROJECT);
        Layout layout = new LiquibaseSystem().detect(tree).getFirst();
        SequencedMap<String, List<String>> all = new LinkedHashMap<>();
        for (Migration migration : layout.history(tree).migrations()) {
            GeneratedSql sql = layout.generated(migration, tree, dialect).orElseThrow();
            assertThat(sql).as(migration.id().value()).isInstanceOf(GeneratedSql.Statements.class);
            all.put(migration.id().value(), ((GeneratedSql.Statements) sql).statements());
        }
        return all;
    }

    private static String joined(List<String> statements) {
        StringBuilder all = new StringBuilder();
        statements.forEach(sql -> all.append(sql).append(sql.endsWith(";") ? "\n" : ";\n"));
        return plain(all.toString());
    }

    /** What stands between the comment that names a changeset and the row that it leaves. */
    private static Map<String, String> printed(String script) {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        for (String part : script.split("(?m)^-- +Changeset ", -1)) {
            String id = part.lines().findFirst().orElse("");
            all.put(id, plain(part.substring(id.length()).replaceFirst(BOOKKEEPING, "")));
        }
        return all;
    }

    private static String plain(String sql) {
        return sql.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (one, other) -> one + other + "\n");
    }
}
