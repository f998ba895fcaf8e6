package dev.migtrue.gather.database.catalogue;

import dev.migtrue.model.Row;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** Puts queries to a database. */
@FunctionalInterface
public interface Questions {

    /** All rows of a query, in its order. */
    List<Row> ask(String sql);

    /** The connection, lent to a library that writes its queries itself; absent where none is lent. */
    default Optional<Connection> lent() {
        return Optional.empty();
    }
}
