package dev.migtrue.gather.database;

import java.sql.Connection;
import java.time.Duration;

/** A connection as libraries get it from migtrue. */
public final class LentConnection {

    private LentConnection() {}

    /** The same connection, for reads only. */
    public static Connection of(Connection connection) {
        Watch watch = new Watch(connection, Duration.ofMinutes(1), Connection::close);
        return new ReadingConnection(connection, watch).shared();
    }
}
