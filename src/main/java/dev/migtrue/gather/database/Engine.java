package dev.migtrue.gather.database;

import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.model.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is particular to one kind of database. Serves one {@link JdbiDatabase}. */
sealed interface Engine extends AutoCloseable
        permits H2Engine, MariaDbEngine, PostgresEngine, SqliteEngine, VendorEngine {

    /** The one for an address; {@code drivers} is where those are that do not come with migtrue. */
    static Engine of(DatabaseAddress address, Timeouts timeouts, DriverFolder drivers) {
        return switch (address) {
            case H2Address h2 -> new H2Engine(h2, timeouts);
            case MariaDbAddress mariaDb -> new MariaDbEngine(mariaDb, timeouts);
            case PostgresAddress postgres -> new PostgresEngine(postgres, timeouts);
            case SqliteAddress sqlite -> new SqliteEngine(sqlite, timeouts);
            case VendorAddress vendor -> new VendorEngine(vendor, timeouts, drivers);
        };
    }

    /** A name as most engines take it in a statement. */
    static String inDoubleQuotes(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A read-only connection; {@link NotReadException} where the reason is plain before any driver is asked. */
    Connection connect() throws SQLException;

    /** The statements that begin every transaction. */
    List<String> preamble();

    /** The table as it can be here: without a schema where there are none. */
    VersionTable possible(VersionTable table);

    /** A name as it stands in a statement. */
    String quoted(String name);

    /**
     * A query for the tables that are called like one of its parameters, letter case aside: schema, name, {@link
     * FoundTable.Place}, column; a row for each column in the table's order, tables in the order in which the
     * connection prefers them. Where it looks into one schema at a time, this is its last parameter, NULL for the one of
     * the connection.
     *
     * @param names a {@code lower(?)} for each name, parted by commas
     */
    String tablesQuery(String names);

    /** Whether the query for tables looks into one schema at a time. */
    default boolean isSearchedBySchema() {
        return false;
    }

    /**
     * A query for how many characters a column holds, with the parameters schema, table, column; no row or NULL where it holds any. Absent where
     * the database holds to no width.
     */
    Optional<String> widthQuery();

    /**
     * A look at a table that the query for tables did not find. It is there where the catalogue hides what one may not
     * read: only the failure of this tells what is not there from what is not shown.
     */
    default Optional<String> lookAt(VersionTable table) {
        return Optional.empty();
    }

    /**
     * A query without a row where the catalogue may hide a table that it did not show, and no look at it can tell. Absent
     * where it hides nothing, or a look tells.
     */
    default Optional<String> sightQuery(VersionTable table) {
        return Optional.empty();
    }

    /** Whether an exception says that a table does not exist. */
    default boolean isAbsence(SQLException exception) {
        return false;
    }

    /** A query for the names of schemas that are like its one parameter; absent where there are none. */
    default Optional<String> schemasQuery() {
        return Optional.empty();
    }

    /** A query for the names of databases of the server that are like its one parameter; absent where one cannot tell. */
    default Optional<String> databasesQuery() {
        return Optional.empty();
    }

    /**
     * A query for what the tables of all schemas are made of, in one column of texts and an order that depends on nothing else. Absent where no
     * catalogue tells.
     */
    default Optional<String> structureQuery() {
        return Optional.empty();
    }

    /** What the database knows of what it is made of. */
    Catalogue catalogue();

    /** Checks after reading that what was read was not changed meanwhile; for engines that cannot rely on locks. */
    void confirm() throws NotReadException;

    /** What a driver's exception means; the reason may hold line breaks and secrets still. */
    TableRead.NotRead explain(SQLException exception);

    /** What must not show in any reason. */
    Collection<Secret> secrets();

    /** Makes the driver wait no longer for the answer that it waits for in another thread. The connection is of no more use. */
    default void endWait(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
    }

    /** Clears away what was needed for reading, after the connection was closed. */
    @Override
    void close();
}
