package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.effect.Account;
import dev.migtrue.language.effect.Assessment;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaDiff;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What people write by hand in many ways, run on a server and read from its text: nothing is told of a database that was made of nothing
 * else.
 */
class OddStatementsTest {

    private static void expectSilence(Dialect dialect, String home, Catalogue catalogue, String file, String url)
            throws SQLException, IOException {
        String text = Files.readString(Path.of("src/test/resources/effect/odd", file));
        History history = History.of(dialect, home, List.of(text));
        Account account = history.account();
        try (Connection connection = DriverManager.getConnection(url)) {
            history.run(connection);
            Schema live = new JdbcQuestions(connection).schema(catalogue);
            Assessment assessment = account.against(live);
            assertThat(SchemaDiff.between(assessment.expected(), live).differences())
                    .isEmpty();
            assertThat(assessment.lost()).isEmpty();
            assertThat(assessment.unexplained()).isEmpty();
            assertThat(live.all()).hasSizeGreaterThan(50);
        }
    }

    @Test
    void postgresqlMakesWhatItsTextsAreReadAs() throws SQLException, IOException {
        try (ServerDatabase server = PostgresServer.freshDatabase()) {
            expectSilence(Dialect.POSTGRESQL, "public", new PostgresCatalogue(), "postgresql.sql", server.jdbcUrl());
        }
    }

    @Test
    void postgresqlMovesAndCopiesAsItsTextsAreReadAs() throws SQLException, IOException {
        try (ServerDatabase server = PostgresServer.freshDatabase()) {
            expectSilence(
                    Dialect.POSTGRESQL, "public", new PostgresCatalogue(), "postgresql-moves.sql", server.jdbcUrl());
        }
    }

    @Test
    void mariaDbMakesWhatItsTextsAreReadAs() throws SQLException, IOException {
        try (ServerDatabase server = MariaDbServer.freshDatabase()) {
            expectSilence(Dialect.MARIADB, "", new MariaDbCatalogue(), "mariadb.sql", server.jdbcUrl());
        }
    }

    @Test
    void aMariaDbIsToldFromAMySqlByWhatItSays() throws SQLException {
        try (ServerDatabase server = MariaDbServer.freshDatabase();
                Connection connection = DriverManager.getConnection(server.jdbcUrl())) {
            assertThat(new MariaDbCatalogue().spoken(new JdbcQuestions(connection)))
                    .contains("mariadb");
        }
    }

    @Test
    void sqliteMakesWhatItsTextsAreReadAs() throws SQLException, IOException {
        expectSilence(Dialect.SQLITE, "", new SqliteCatalogue(), "sqlite.sql", "jdbc:sqlite::memory:");
    }
}
