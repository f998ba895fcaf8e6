package dev.migtrue.gather.database;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A program of its own that keeps a database open: within one process SQLite's locks are none. */
final class SqliteWriter {

    private SqliteWriter() {}

    /**
     * Commits one row into the write-ahead log of the named file, prints {@code !} and waits for the end of its
     * input.
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table alembic_version (version_num text)");
            statement.execute("insert into alembic_version values ('a')");
            System.out.println("!");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
