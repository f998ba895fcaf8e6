package dev.migtrue.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

    @AutoClose
    private final ServerDatabase database = PostgresServer.freshDatabase();

    @Test
    void everyDatabaseIsItsOwn() {
        database.execute("create table t (a int)");
        try (ServerDatabase other = PostgresServer.freshDatabase()) {
            other.execute("create table t (a int)", "insert into t values (1)");

            assertThat(database.query("select * from t")).isEmpty();
        }
    }

    @Test
    void aRoleNeedsItsPassword() {
        String role = database.role("right");
        String url = "jdbc:postgresql://localhost:" + database.port() + "/" + database.name();

        assertThatThrownBy(() -> DriverManager.getConnection(url, role, "wrong").close())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theLogHoldsWhatARoleAskedFor() throws SQLException {
        String role = database.role("secret");
        String url = "jdbc:postgresql://localhost:" + database.port() + "/" + database.name();
        try (Connection connection = DriverManager.getConnection(url, role, "secret")) {
            connection.createStatement().execute("select 1,\n  2");
        }

        assertThat(PostgresServer.logged(role)).contains("execute <unnamed>: select 1,\n  2");
    }

    @Test
    void whoDidMoreThanReadIsFoundOutAtTheEnd() throws SQLException {
        ServerDatabase other = PostgresServer.freshDatabase();
        String role = other.role("secret");
        other.execute("create table t (a int)", "grant insert on t to " + role);
        run("jdbc:postgresql://localhost:" + other.port() + "/" + other.name(), role, "insert into t values (1)");

        assertThatThrownBy(other::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage("the server's log holds more than reads: execute <unnamed>: insert into t values (1)");
    }

    @Test
    void migtrueIsFoundOutEvenWhereItIsTheSuperuser() throws SQLException {
        ServerDatabase other = PostgresServer.freshDatabase();
        run(
                "jdbc:postgresql://localhost:" + other.port() + "/" + other.name() + "?ApplicationName=migtrue",
                "postgres",
                "create table t (a int)");

        assertThatThrownBy(other::close).isInstanceOf(AssertionError.class).hasMessageContaining("create table t");
    }

    private static void run(String url, String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, "secret")) {
            connection.createStatement().execute(sql);
        }
    }
}
