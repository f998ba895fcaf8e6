package dev.migtrue.gather.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.gather.scratch.ScratchUrl.Consent;
import dev.migtrue.gather.scratch.server.LocalServer;
import dev.migtrue.gather.scratch.server.ServerKind;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs leave on a server of others: nothing, or what the next one takes away. */
class LeaseIT {

    private static final String GONE = "shop_test_migtrue_00000001";
    private static final String IN_USE = "shop_test_migtrue_fffffffe";
    private static final String NOT_OURS = "shop_test_migtrue_old";

    @Test
    void onPostgresWhatAnEndedRunLeftIsDroppedAndWhatIsInUseIsNot() throws SQLException {
        try (LocalServer server = LocalServer.start(ServerKind.POSTGRESQL, Servers.search(Dialect.POSTGRESQL));
                Connection session = session(server, "postgresql", "postgres")) {
            Questions questions = new Questions(session);
            for (String name : List.of("shop_test", GONE, GONE + "_kept", IN_USE, NOT_OURS)) {
                questions.run("create database " + name);
            }
            questions.run("create role reader");
            questions.run("comment on role reader is 'made by migtrue for " + GONE + "'");
            try (Connection inUse = session(server, "postgresql", "shop_test")) {
                assertThat(new Housekeeping.Postgres(new Questions(inUse)).lock(IN_USE))
                        .isTrue();

                scratch(server, "postgresql", Dialect.POSTGRESQL).close();

                assertThat(questions.column("select datname from pg_database where datname like 'shop%' order by oid"))
                        .containsExactly("shop_test", IN_USE, NOT_OURS);
                assertThat(questions.column("select rolname from pg_roles where rolname = 'reader'"))
                        .isEmpty();
            }
        }
    }

    @Test
    void onMariaDbWhatAnEndedRunLeftIsDroppedAndWhatIsInUseIsNot() throws SQLException {
        try (LocalServer server = LocalServer.start(ServerKind.MARIADB, Servers.search(Dialect.MARIADB));
                Connection session = session(server, "mariadb", "mysql")) {
            Questions questions = new Questions(session);
            for (String name : List.of("shop_test", GONE, IN_USE, NOT_OURS)) {
                questions.run("create database " + name);
            }
            assertThat(new Housekeeping.MariaDb(questions).lock(IN_USE)).isTrue();

            scratch(server, "mariadb", Dialect.MARIADB).close();

            assertThat(questions.column("select schema_name from information_schema.schemata"
                            + " where schema_name like 'shop%' order by 1"))
                    .containsExactly("shop_test", IN_USE, NOT_OURS);
        }
    }

    @Test
    void whoeverIsStillInADatabaseDoesNotKeepIt() throws SQLException {
        try (LocalServer server = LocalServer.start(ServerKind.MARIADB, Servers.search(Dialect.MARIADB));
                Connection session = session(server, "mariadb", "mysql")) {
            Questions questions = new Questions(session);
            questions.run("create database shop_test");
            Scratch scratch = scratch(server, "mariadb", Dialect.MARIADB);
            try (Connection within = scratch.open()) {
                within.setAutoCommit(false);
                new Questions(within).run("create table a (id int)");
                new Questions(within).run("insert into a values (1)");

                scratch.close();

                assertThat(questions.column("select schema_name from information_schema.schemata"
                                + " where schema_name like 'shop%'"))
                        .containsExactly("shop_test");
            }
        }
    }

    /** What was not made cannot be dropped, and that it cannot is not the reason. */
    @Test
    void whereNothingMayBeWrittenThatIsToldAndNotThatNothingCanBeDropped() throws SQLException {
        try (LocalServer server = LocalServer.start(ServerKind.POSTGRESQL, Servers.search(Dialect.POSTGRESQL));
                Connection session = session(server, "postgresql", "postgres")) {
            Questions questions = new Questions(session);
            questions.run("create database shop_test");
            questions.run("alter database shop_test set default_transaction_read_only = on");

            assertThatThrownBy(() ->
                            scratch(server, "postgresql", Dialect.POSTGRESQL).close())
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.problem())
                                    .startsWith("the throw-away database cannot be used: ")
                                    .contains("in a read-only transaction"));
        }
    }

    private static Connection session(LocalServer server, String scheme, String database) throws SQLException {
        LocalServer.Login login = server.login();
        return DriverManager.getConnection(
                "jdbc:%s://127.0.0.1:%d/%s".formatted(scheme, login.port(), database), login.user(), login.password());
    }

    private static Scratch scratch(LocalServer server, String scheme, Dialect dialect) {
        LocalServer.Login login = server.login();
        String url =
                "%s://%s:%s@127.0.0.1:%d/shop_test".formatted(scheme, login.user(), login.password(), login.port());
        return Scratches.at(ScratchUrl.of(url, Path.of(""), Consent.BY_NAME, List.of()), dialect);
    }
}
