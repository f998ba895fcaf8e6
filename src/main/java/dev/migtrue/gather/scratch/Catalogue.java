package dev.migtrue.gather.scratch;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads all that a database of one kind holds. */
interface Catalogue {

    State read(Connection connection) throws SQLException;
}
