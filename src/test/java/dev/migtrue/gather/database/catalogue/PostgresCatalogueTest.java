package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
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
        return schema(database.url());
    }

    private static Schema schema(String url) {
        try (JdbiDatabase database = database(url)) {
            return switch (database.readSchema()) {
                case SchemaRead.Read done -> done.schema();
                case SchemaRead.NotRead unread ->
                    throw new AssertionError(unread.why().reason());
            };
        }
    }

    private static JdbiDatabase database(ServerDatabase database) {
        return database(database.url());
    }

    private static JdbiDatabase database(String url) {
        return new JdbiDatabase(
                DatabaseName.DEFAULT, DatabaseAddress.parse(url, Path.of("/nowhere")), Timeouts.DEFAULT);
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

    /** As a dump does it: every expression is written anew as the server prints it. */
    @Test
    void whatIsMadeOfItsOwnPrintedTextsIsTheSame() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(KnownChange.text("postgresql", "restored.sql"));

            assertThat(Tally.told(before, new JdbcQuestions(connection).schema(new PostgresCatalogue())))
                    .isEmpty();
        } finally {
            connection.rollback();
        }
    }

    /** Settings for reading the catalogue do not outlive it. */
    @Test
    void versionTablesAreReadAsBeforeOnceTheCatalogueWasRead() {
        VersionTable table =
                new VersionTable(Optional.empty(), "spare_versions", List.of("version"), List.of(), List.of("version"));
        try (ServerDatabase own = PostgresServer.freshDatabase();
                JdbiDatabase database = database(own)) {
            own.execute(
                    "create table spare_versions (version text)",
                    "create schema x",
                    "create table x.spare_versions (version text)");

            assertThat(database.readSchema()).isInstanceOf(SchemaRead.Read.class);
            assertThat(database.read(table)).isEqualTo(new TableRead.Rows("spare_versions", List.of()));
        }
    }

    /** The catalogue is open to everybody: a role without any right reads the same as its owner. */
    @Test
    void aRoleWithoutRightsReadsTheSame() {
        ServerDatabase own = PostgresServer.freshDatabase();
        try (own) {
            own.execute(
                    "create schema hidden",
                    "create table hidden.t (a integer check (a > 0))",
                    "create function hidden.f() returns integer language sql as 'select 1'");
            String role = own.role("secret");

            assertThat(schema(own.url(role, "secret")).text())
                    .isEqualTo(read(own).text());
        }
    }

    @AfterAll
    void tell() throws SQLException {
        System.out.println(tally);
        connection.close();
        server.close();
    }
}
