package dev.migtrue.gather.scratch.replay;

import dev.migtrue.language.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A session on a throw-away database that is as new for each migration: what one sets for itself is not for the next. */
final class Session implements AutoCloseable {

    private final Ground ground;
    private Optional<Connection> open = Optional.empty();

    Session(Ground ground) {
        this.ground = ground;
    }

    /** PostgreSQL starts a process for each session, and can make one forget all. */
    Connection fresh() throws SQLException {
        if (open.isPresent() && ground.dialect() == Dialect.POSTGRESQL) {
            try (Statement statement = open.get().createStatement()) {
                statement.execute("DISCARD ALL");
            }
            return open.get();
        }
        close();
        Connection connection = ground.open();
        open = Optional.of(connection);
        return connection;
    }

    @Override
    public void close() throws SQLException {
        if (open.isPresent()) {
            open.get().close();
        }
        open = Optional.empty();
    }
}
