package dev.migtrue.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MariaDbServerTest {

    @AutoClose
    private final ServerDatabase database = MariaDbServer.freshDatabase();

    @Test
    void everyDatabaseIsItsOwn() {
        database.execute("create table t (a int)");
        try (ServerDatabase other = MariaDbServer.freshDatabase()) {
            other.execute("create table t (a int)", "insert into t values (1)");

            assertThat(database.query("select * from t")).isEmpty();
        }
    }

    @Test
    void aRoleNeedsItsPassword() {
        String role = database.role("right");
        String url = "jdbc:mariadb://localhost:" + database.port() + "/" + database.name();

        assertThatThrownBy(() -> DriverManager.getConnection(url, role, "wrong").close())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theLogHoldsWhatARoleAskedFor() throws SQLException {
        String role = database.role("secret");
        database.execute("grant select on " + database.name() + ".* to " + role);
        String url = "jdbc:mariadb://localhost:" + database.port() + "/" + database.name();
        try (Connection connection = DriverManager.getConnection(url, role, "secret")) {
            connection.createStatement().execute("select 1,\n  2");
        }

        assertThat(MariaDbServer.logged(role)).contains("Query: select 1,\n  2");
    }

    @Test
    void whoDidMoreThanReadIsFoundOutAtTheEnd() throws SQLException {
        ServerDatabase other = MariaDbServer.freshDatabase();
        String role = other.role("secret");
        other.execute("create table t (a int)", "grant insert on t to " + role);
        run("jdbc:mariadb://localhost:" + other.port() + "/" + other.name(), role, "insert into t values (1)");

        assertThatThrownBy(other::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage("the server's log holds more than reads: Query: insert into t values (1)");
    }

    @Test
    void migtrueIsFoundOutEvenWhereItIsTheSuperuser() throws SQLException {
        ServerDatabase other = MariaDbServer.freshDatabase();
        run(
                "jdbc:mariadb://localhost:" + other.port() + "/" + other.name(),
                "root",
                "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
                "SET SESSION TRANSACTION READ WRITE");

        assertThatThrownBy(other::close).isInstanceOf(AssertionError.class).hasMessageContaining("READ WRITE");
    }

    private static void run(String url, String role, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, role.equals("root") ? "" : "secret")) {
            for (String sql : statements) {
                connection.createStatement().execute(sql);
            }
        }
    }
}
