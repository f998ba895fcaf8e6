package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database here would take any of it: only the gate refuses. */
class ReadOnlyStatementsTest {

    @AutoClose
    private final Connection connection;

    @AutoClose
    private final Handle handle;

    ReadOnlyStatementsTest() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Jdbi jdbi = Jdbi.create(connection);
        jdbi.setStatementBuilderFactory(any -> new ReadOnlyStatements());
        handle = jdbi.open();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "select \"into\", ';' from (select 1 as \"into\")",
                "SELECT 'for update' WHERE 1 = 1",
                "SELECT `into; --` FROM (SELECT 1 AS `into; --`)",
            })
    void readsPass(String sql) {
        assertThatCode(() -> handle.createQuery(sql).mapToMap().list()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1)",
                "UPDATE t SET a = 1",
                "DELETE FROM t",
                "CREATE TABLE t (a int)",
                "DROP TABLE t",
                "WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone",
                "SELECT 1; DROP TABLE t",
                "SELECT * INTO t2 FROM t",
                "SELECT * FROM t FOR UPDATE",
                "SELECT * FROM t for no key update",
                "SELECT * FROM t FOR SHARE",
                "SELECTED",
                "SET statement_timeout = 0",
                "SET LOCAL statement_timeout = 0; DROP TABLE t",
                "SET LOCAL search_path = public",
                "SET LOCAL search_path = pg_catalog; DROP TABLE t",
                "SET LOCAL session_replication_role = replica",
                "SET TRANSACTION READ WRITE",
                "SHOW x; DROP TABLE t",
                "PRAGMA journal_mode = wal",
                "SET SESSION sql_log_bin = 0",
                "SET SESSION max_statement_time = 5, sql_log_bin = 0",
                "SET SESSION TRANSACTION READ WRITE",
                "START TRANSACTION",
                "SELECT * FROM t LOCK IN SHARE MODE",
                "SELECT 1 /*! INTO OUTFILE 'x' */",
                "SELECT `a` INTO OUTFILE 'x' FROM `t`",
                "SET QUERY_TIMEOUT 5; DROP TABLE t",
                "SET DB_CLOSE_DELAY 5",
                "VACUUM",
                "",
            })
    void everythingElseIsRefused(String sql) {
        assertThatThrownBy(() -> handle.createUpdate(sql).execute())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("refused to send a statement that does more than read");
    }

    @Test
    void waysAroundPreparedStatementsAreClosed() {
        assertThatThrownBy(() -> handle.createBatch().add("DROP TABLE t").execute())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> handle.createCall("{call f()}").invoke()).isInstanceOf(IllegalStateException.class);
    }
}
