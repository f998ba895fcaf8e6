package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.DatabaseName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change is made to a database of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqliteCatalogueTest {

    /** A table and what is written instead of what in the statement that made it. */
    private static final Pattern REWRITE = Pattern.compile("(\\w+): (.+) -> ?(.*)");

    private final Tally tally = new Tally("SQLite");
    private Schema before = Schema.EMPTY;

    @BeforeAll
    void make() throws SQLException {
        try (Connection connection = made()) {
            before = read(connection);
        }
    }

    private static Connection made() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        for (String sql : statements(KnownChange.made("sqlite"))) {
            execute(connection, sql);
        }
        return connection;
    }

    /** Bodies of triggers stand in one line, or end with a line of their own. */
    private static List<String> statements(String script) {
        return List.of(script.strip().split(";\n(?=create)"));
    }

    private static Schema read(Connection connection) {
        return new JdbcQuestions(connection).schema(new SqliteCatalogue());
    }

    static Stream<KnownChange> changes() {
        return KnownChange.of("sqlite");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsFoundAndNothingElse(KnownChange change) throws SQLException {
        try (Connection connection = made()) {
            apply(change.sql(), connection);
            tally.check(change, before, read(connection));
        }
    }

    private static void apply(String change, Connection connection) throws SQLException {
        Matcher rewrite = REWRITE.matcher(change);
        if (!rewrite.matches()) {
            execute(connection, change);
            return;
        }
        String text = sql(connection, rewrite.group(1));
        assertThat(text).contains(rewrite.group(2));
        execute(connection, "pragma writable_schema = on");
        execute(
                connection,
                "update sqlite_schema set sql = '%s' where name = '%s'"
                        .formatted(
                                text.replace(rewrite.group(2), rewrite.group(3)).replace("'", "''"), rewrite.group(1)));
    }

    private static String sql(Connection connection, String table) {
        return new JdbcQuestions(connection)
                .ask("select sql from sqlite_schema where name = '" + table + "'")
                .getFirst()
                .get("sql")
                .orElseThrow();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** As a dump has it: the statements that SQLite kept, in a file that migtrue opens itself. */
    @Test
    void whatIsMadeOfTheStatementsThatWereKeptIsTheSame(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("app.db");
        try (Connection from = made();
                Connection to = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (var row : new JdbcQuestions(from)
                    .ask("select sql from sqlite_schema where sql is not null"
                            + " and name not like 'sqlite_%' and name not like 'searched_%'")) {
                execute(to, row.get("sql").orElseThrow());
            }
        }
        try (JdbiDatabase database = new JdbiDatabase(
                DatabaseName.DEFAULT, DatabaseAddress.parse("sqlite:" + file, folder), Timeouts.DEFAULT)) {
            assertThat(database.readSchema())
                    .isInstanceOfSatisfying(
                            SchemaRead.Read.class,
                            read -> assertThat(Tally.told(before, read.schema()))
                                    .isEmpty());
        }
    }

    /** How a statement is written is nobody's business. */
    @Test
    void blanksCommentsQuotesAndLetterCaseDoNotCount() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            for (String sql : statements(KnownChange.made("sqlite"))) {
                execute(
                        connection,
                        sql.replace("create ", "CREATE /* so */ ")
                                .replace(" not null", "\n  NOT\tNULL")
                                .replace(" (age)", "(\"age\" ASC)")
                                .replace("people (name", "[people]( `name`"));
            }

            assertThat(Tally.told(before, read(connection))).isEmpty();
        }
    }

    @AfterAll
    void tell() {
        System.out.println(tally);
    }
}
