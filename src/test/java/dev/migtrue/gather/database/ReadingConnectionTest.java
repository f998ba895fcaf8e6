package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingConnectionTest {

    private interface Use {
        void of(Connection shared, ReadingConnection reading, Connection connection) throws SQLException;
    }

    /** Has a connection to a database with one table, in a transaction. */
    private static void use(Use use) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            execute(connection, "create table people (id integer)");
            connection.setAutoCommit(false);
            ReadingConnection reading =
                    new ReadingConnection(connection, new Watch(connection, Duration.ofMinutes(1), Connection::close));
            use.of(reading.shared(), reading, connection);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void queriesPass() throws SQLException {
        use((shared, reading, connection) -> {
            execute(shared, "SELECT  /*+rule*/ count(*) FROM people");
            try (ResultSet tables = shared.getMetaData().getTables(null, "PUBLIC", "PEOPLE", null)) {
                assertThat(tables.next()).isTrue();
            }
            assertThat(reading.failure()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table databasechangelog (id integer)",
                "insert into people values (1)",
                "select id into other from people",
                "select 1; delete from people",
                "select * from people for update",
                "alter session set current_schema=other",
                "{call dbms_lock.sleep(?)}",
                "SELECT /* hint */ 1",
            })
    void whatIsNoReadDoesNotPass(String sql) throws SQLException {
        use((shared, reading, connection) -> {
            assertThatThrownBy(() -> execute(shared, sql)).isInstanceOf(SQLFeatureNotSupportedException.class);
            assertThatThrownBy(() -> shared.prepareStatement(sql)).isInstanceOf(SQLFeatureNotSupportedException.class);
            assertThatThrownBy(() -> shared.prepareCall(sql)).isInstanceOf(SQLFeatureNotSupportedException.class);
            assertThat(reading.failure())
                    .as("a library may take it for an empty answer")
                    .isPresent();
        });
    }

    @Test
    void batchesDoNotPass() throws SQLException {
        use((shared, reading, connection) -> {
            try (Statement statement = shared.createStatement()) {
                assertThatThrownBy(() -> statement.addBatch("delete from people"))
                        .isInstanceOf(SQLFeatureNotSupportedException.class);
                assertThatThrownBy(statement::executeBatch).isInstanceOf(SQLFeatureNotSupportedException.class);
            }
        });
    }

    @Test
    void theTransactionAndTheSettingsStayAsTheyAre() throws SQLException {
        use((shared, reading, connection) -> {
            execute(connection, "insert into people values (1)");

            shared.commit();
            shared.setAutoCommit(true);
            shared.setSchema("INFORMATION_SCHEMA");
            shared.close();

            assertThat(connection.isClosed()).isFalse();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.getSchema()).isEqualTo("PUBLIC");
            connection.rollback();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select 1 from people")) {
                assertThat(rows.next()).as("nothing was committed").isFalse();
            }
        });
    }

    @Test
    void nothingLeadsBackToTheConnectionItself() throws SQLException {
        use((shared, reading, connection) -> {
            try (Statement statement = shared.createStatement()) {
                assertThat(statement.getConnection()).isNotSameAs(connection);
                assertThatThrownBy(() -> statement.unwrap(Statement.class)).isInstanceOf(SQLException.class);
            }
            assertThat(shared.getMetaData().getConnection()).isNotSameAs(connection);
            assertThatThrownBy(() -> shared.unwrap(Connection.class)).isInstanceOf(SQLException.class);
        });
    }

    @Test
    void whatTheDatabaseRefusesIsRemembered() throws SQLException {
        use((shared, reading, connection) -> {
            assertThatThrownBy(() -> execute(shared, "select 1 from nowhere")).isInstanceOf(SQLException.class);

            assertThat(reading.failure())
                    .map(SQLException::getMessage)
                    .get()
                    .asString()
                    .contains("NOWHERE");
        });
    }

    /** Without an answer, the library asks another table by itself, or does without. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 from dba_recyclebin where 0=1",
                "ALTER SESSION SET DDL_LOCK_TIMEOUT=3",
                "{call DBMS_UTILITY.DB_VERSION(?,?)}",
            })
    void whatIsOnlyTriedMayBeRefused(String sql) throws SQLException {
        use((shared, reading, connection) -> {
            assertThatThrownBy(() -> execute(shared, sql)).isInstanceOf(SQLException.class);

            assertThat(reading.failure()).isEmpty();
        });
    }
}
