package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaDiff;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
class H2CatalogueTest {

    private final Tally tally = new Tally("H2");
    private Schema before = Schema.EMPTY;

    @BeforeAll
    void make() throws SQLException {
        try (Connection connection = made("jdbc:h2:mem:")) {
            before = read(connection);
        }
    }

    private static Connection made(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        execute(connection, KnownChange.made("h2").strip().split("\n\n"));
        return connection;
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Schema read(Connection connection) {
        return new JdbcQuestions(connection).schema(new H2Catalogue());
    }

    static Stream<KnownChange> changes() {
        return KnownChange.of("h2");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsFoundAndNothingElse(KnownChange change) throws SQLException {
        try (Connection connection = made("jdbc:h2:mem:")) {
            execute(connection, change.sql().split("; (?=create|alter)"));

            tally.check(change, before, read(connection));
        }
    }

    /** In a file, which is read as migtrue reads it; the names that H2 gives are others there. */
    @Test
    void whatIsMadeOfADumpIsTheSame(@TempDir Path folder) throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("app") + ";USER=sa";
        try (Connection from = made("jdbc:h2:mem:");
                Connection to = DriverManager.getConnection(url)) {
            execute(to, "create table other (a integer unique, b integer check (b > 1))");
            for (Row row : new JdbcQuestions(from).ask("script nodata nopasswords nosettings drop")) {
                execute(to, row.get("script").orElseThrow());
            }
            // H2 forgets synonyms in its dumps.
            execute(to, "drop table other", "create synonym called for known");
        }
        try (JdbiDatabase database = new JdbiDatabase(
                DatabaseName.DEFAULT, DatabaseAddress.parse(url, folder), Timeouts.DEFAULT)) {
            assertThat(database.readSchema())
                    .isInstanceOfSatisfying(SchemaRead.Read.class, read -> assertThat(
                                    Tally.told(before, read.schema()))
                            .isEmpty());
        }
    }

    /** By itself, as a compiler runs for each. */
    @Test
    void theBodyOfAFunctionIsCompared() throws SQLException {
        String alias = "create alias doubled as 'int doubled(int a) { return a * %d; }'";
        try (Connection two = DriverManager.getConnection("jdbc:h2:mem:");
                Connection three = DriverManager.getConnection("jdbc:h2:mem:")) {
            execute(two, alias.formatted(2));
            execute(three, alias.formatted(3));

            tally.check(
                    new KnownChange(
                            alias,
                            List.of("function PUBLIC.DOUBLED(INTEGER) body: int doubled(int a) { return a * 2; }"
                                    + " -> int doubled(int a) { return a * 3; }")),
                    read(two),
                    read(three));
        }
    }

    @Test
    void whoIsNoAdministratorComparesNothing() throws SQLException {
        try (Connection owner = made("jdbc:h2:mem:shared");
                Connection other = other(owner)) {
            SchemaDiff diff = SchemaDiff.between(before, read(other));

            assertThat(diff.differences()).isEqualTo(List.of());
            assertThat(diff.kindsNotCompared()).isNotEmpty();
        }
    }

    private static Connection other(Connection owner) throws SQLException {
        execute(owner, "create user other password 'x'");
        return DriverManager.getConnection("jdbc:h2:mem:shared", "other", "x");
    }

    @AfterAll
    void tell() {
        System.out.println(tally);
    }
}
