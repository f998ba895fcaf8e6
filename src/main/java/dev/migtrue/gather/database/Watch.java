package dev.migtrue.gather.database;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Ends the wait for an answer that stops half way. Drivers have a limit of their own, and some begin to count anew when it is reached: PostgreSQL's in the
 * midst of a row, MariaDB's when it takes leave of the server.
 */
final class Watch implements SqlLogger {

    /** What makes a driver wait no longer. */
    interface End {
        void of(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final Duration limit;
    private final End end;
    private Optional<Thread> watching = Optional.empty();
    private volatile boolean isOver;

    /** @param limit a little less than the driver's own */
    Watch(Connection connection, Duration limit, End end) {
        this.connection = connection;
        this.limit = limit;
        this.end = end;
    }

    /** Somebody begins to wait. */
    void begin() {
        watching = Optional.of(Thread.ofVirtual().start(this::endInTime));
    }

    /** Nobody waits any more. */
    void end() {
        watching.ifPresent(Thread::interrupt);
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        begin();
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        end();
    }

    @Override
    public void logException(StatementContext context, SQLException exception) {
        end();
    }

    /** That there was no answer, if a wait was ended: what drivers say of a connection that was ended here is not why. */
    Optional<SQLException> silence() {
        return isOver
                ? Optional.of(new SQLException("no answer", "08006", new SocketTimeoutException()))
                : Optional.empty();
    }

    private void endInTime() {
        try {
            Thread.sleep(limit);
            isOver = true;
            end.of(connection);
        } catch (InterruptedException answered) {
            // As it should be.
            return;
        } catch (SQLException gone) {
            // Then nobody waits any more.
            return;
        }
    }
}
