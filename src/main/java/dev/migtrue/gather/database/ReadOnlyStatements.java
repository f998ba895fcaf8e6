package dev.migtrue.gather.database;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The gate that every statement of JDBI passes last: it lets through what reads or sets up the own transaction, in
 * the few shapes that we send, and nothing else. The database is asked to refuse writes too; this is for the day when
 * it does not understand.
 */
final class ReadOnlyStatements implements StatementBuilder {

    /** Names and texts may hold anything; what counts stands between them. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|`[^`]*`");

    /** What keeps others from writing, or is a write after all; a comment may hold either. */
    private static final String MORE_THAN_A_READ = ";|--|#|/\\*|\\bINTO\\b|\\bFOR\\s+(NO\\s+KEY\\s+)?UPDATE\\b"
            + "|\\bFOR\\s+(KEY\\s+)?SHARE\\b|\\bLOCK\\s+IN\\b";

    private static final String LIMIT =
            "(max_statement_time|max_execution_time|lock_wait_timeout|innodb_lock_wait_timeout) = [0-9.]+";

    private static final Pattern ALLOWED = Pattern.compile(
            String.join(
                    "|",
                    "SELECT\\b(?!.*(" + MORE_THAN_A_READ + ")).*",
                    "SHOW [a-z_]+",
                    // PostgreSQL
                    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
                    "SET LOCAL [a-z_]+ = [0-9]+",
                    "SET LOCAL (search_path = pg_catalog|DateStyle = ISO|IntervalStyle = iso_8601|TimeZone = UTC"
                            + "|bytea_output = hex|quote_all_identifiers = off)",
                    // MySQL and MariaDB
                    "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
                    "SET SESSION " + LIMIT + "(, " + LIMIT + ")*",
                    "START TRANSACTION READ ONLY, WITH CONSISTENT SNAPSHOT",
                    // H2
                    "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT",
                    "SET (QUERY|LOCK)_TIMEOUT [0-9]+",
                    // Oracle
                    "SET TRANSACTION READ ONLY"),
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whether a statement may be sent. */
    static boolean allow(String sql) {
        return ALLOWED.matcher(QUOTED.matcher(sql).replaceAll("x")).matches();
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        if (!allow(sql)) {
            throw refusal();
        }
        return connection.prepareStatement(sql);
    }

    @Override
    public Statement create(Connection connection, StatementContext context) {
        throw refusal();
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context) {
        throw refusal();
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        statement.close();
    }

    /** A fault of ours, not of the database: never turned into a reason. */
    private static IllegalStateException refusal() {
        return new IllegalStateException("refused to send a statement that does more than read");
    }
}
