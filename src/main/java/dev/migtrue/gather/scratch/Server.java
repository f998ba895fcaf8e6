package dev.migtrue.gather.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

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

    /** Where other programs find a database of it; absent where its address does not say all that they need. */
    Optional<Endpoint> endpoint(String database);

    /** What it said of its end; absent where it goes on, or nobody can know. */
    default Optional<String> lastWords() {
        return Optional.empty();
    }

    /** Ends it, if it is ours; else what we have there. */
    @Override
    void close();
}
