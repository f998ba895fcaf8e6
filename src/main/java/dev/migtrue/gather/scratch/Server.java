package dev.migtrue.gather.scratch;

import java.sql.Connection;
import java.sql.SQLException;

/** A database server, by how one connects to it. */
interface Server extends AutoCloseable {

    /** Whose it is. */
    enum Owner {
        /** All that is on it is to be thrown away. */
        OURS,
        OTHERS
    }

    Owner owner();

    /** A session in the database that is always there. */
    Connection connect() throws SQLException;

    Connection connect(String database) throws SQLException;

    /** Ends it, if it is ours. */
    @Override
    void close();
}
