package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change is made in a transaction of its own, and taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresCatalogueTest {

    private final Tally tally = new Tally("PostgreSQL");
    private final ServerDatabase server = PostgresServer.freshDatabase();
    private final String reader = server.role("secret");
    private final Connection connection;
    private Schema before = Schema.EMPTY;

    PostgresCatalogueTest() throws SQLException {
        connection = DriverManager.getConnection(server.jdbcUrl());
        connection.setAutoCommit(false);
    }

    @BeforeAll
    void make() {
        make(server);
        before = read(server);
    }

    private void make(ServerDatabase database) {
        database.execute(named(KnownChange.made("postgresql")));
    }

    /** Roles are not the database's own. */
    private String named(String sql) {
        return sql.replaceAll("\\breader\\b", reader);
    }

    private static Schema read(ServerDatabase database) {
        try (JdbiDatabase read = new JdbiDatabase(
                DatabaseName.DEFAULT, DatabaseAddress.parse(database.url(), Path.of("/nowhere")), Timeouts.DEFAULT)) {
            return switch (read.readSchema()) {
                case SchemaRead.Read done -> done.schema();
                case SchemaRead.NotRead unread -> throw new AssertionError(unread.why().reason());
            };
        }
    }

    static Stream<KnownChange> changes() {
        return KnownChange.of("postgresql");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsFoundAndNothingElse(KnownChange change) throws SQLException {
        KnownChange here = new KnownChange(
                named(change.sql()),
                change.differences().stream().map(this::named).toList());
        try (Statement statement = connection.createStatement()) {
            statement.execute(here.sql());
            Schema after = new JdbcQuestions(connection).schema(new PostgresCatalogue());
            tally.check(here, before, after);
        } finally {
            connection.rollback();
        }
    }

    @Test
    void whatIsMadeBySameStatementsIsTheSame() {
        try (ServerDatabase again = PostgresServer.freshDatabase()) {
            make(again);

            assertThat(Tally.told(before, read(again))).isEmpty();
            assertThat(read(again).text()).isEqualTo(before.text());
        }
    }

    @AfterAll
    void tell() throws SQLException {
        System.out.println(tally);
        connection.close();
        server.close();
    }
}
