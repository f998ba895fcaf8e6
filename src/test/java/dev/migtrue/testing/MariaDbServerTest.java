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
}
