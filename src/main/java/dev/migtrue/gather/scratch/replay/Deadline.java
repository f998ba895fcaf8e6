package dev.migtrue.gather.scratch.replay;

import dev.migtrue.language.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.postgresql.PGConnection;
import org.sqlite.SQLiteConnection;

/** Has a throw-away database give up what it does for longer than one migration may take. */
final class Deadline implements AutoCloseable {

    private final Duration most;
    private final Dialect dialect;
    private final List<Connection> sessions = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadline").factory());
    private List<Future<?>> alarms = List.of();
    private boolean hasPassed;

    Deadline(Duration most, Dialect dialect) {
        this.most = most;
        this.dialect = dialect;
    }

    Duration most() {
        return most;
    }

    /** Takes note of a session that may be busy. */
    synchronized Connection watched(Connection session) throws SQLException {
        for (Connection other : List.copyOf(sessions)) {
            if (other.isClosed()) {
                sessions.remove(other);
            }
        }
        sessions.add(session);
        return session;
    }

    /** Another migration begins. */
    synchronized void restart() {
        stop();
        // Between two statements there is nothing to give up, so it is said again.
        alarms = List.of(clock.scheduleAtFixedRate(this::pass, most.toMillis(), 1000, TimeUnit.MILLISECONDS));
    }

    /** Nothing is waited for any more. */
    synchronized void stop() {
        alarms.forEach(alarm -> alarm.cancel(false));
        alarms = List.of();
    }

    /** Whether a migration took too long. */
    synchronized boolean hasPassed() {
        return hasPassed;
    }

    private synchronized void pass() {
        hasPassed = true;
        for (Connection session : sessions) {
            cancelIfThere(session);
        }
    }

    private void cancelIfThere(Connection session) {
        try {
            cancel(session);
        } catch (SQLException gone) {
            // One that is gone is not busy.
            return;
        }
    }

    private void cancel(Connection session) throws SQLException {
        if (session.isClosed()) {
            return;
        }
        switch (dialect) {
            case POSTGRESQL -> session.unwrap(PGConnection.class).cancelQuery();
            case MYSQL, MARIADB ->
                session.unwrap(org.mariadb.jdbc.Connection.class).cancelCurrentQuery();
            case SQLITE -> session.unwrap(SQLiteConnection.class).getDatabase().interrupt();
            case H2 -> ((SessionLocal) session.unwrap(JdbcConnection.class).getSession()).cancel();
            case SQL_SERVER, ORACLE, ANSI -> throw new IllegalStateException(dialect.id());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
