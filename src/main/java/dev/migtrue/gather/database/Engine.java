package dev.migtrue.gather.database;

import dev.migtrue.model.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is particular to one kind of database. Serves one {@link JdbiDatabase}. */
sealed interface Engine extends AutoCloseable permits PostgresEngine, SqliteEngine {

    /** A read-only connection; {@link NotReadException} where the reason is plain before any driver is asked. */
    Connection connect() throws SQLException;

    /** The statements that begin every transaction. */
    List<String> preamble();

    /** The table as it can be here: without a schema where there are none. */
    VersionTable possible(VersionTable table);

    /**
     * A query for the tables that are called like one of its parameters, letter case aside: schema, name, {@link
     * FoundTable.Place}, column; a row for each column in the table's order, tables in the order in which the
     * connection prefers them.
     *
     * @param names a {@code lower(?)} for each name, parted by commas
     */
    String tablesQuery(String names);

    /**
     * A query for how many characters a column holds, with the parameters schema, table, column; no row or NULL where it holds any. Absent where
     * the database holds to no width.
     */
    Optional<String> widthQuery();

    /** Checks after reading that what was read was not changed meanwhile; for engines that cannot rely on locks. */
    void confirm() throws NotReadException;

    /** What a driver's exception means; the reason may hold line breaks and secrets still. */
    TableRead.NotRead explain(SQLException exception);

    /** What must not show in any reason. */
    Collection<Secret> secrets();

    /** Clears away what was needed for reading, after the connection was closed. */
    @Override
    void close();
}
