package dev.migtrue.gather.database;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AsOf;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Project;
import dev.migtrue.model.VersionTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A database whose version tables can be read: the port behind which JDBI or a test stands. Nothing is ever written.
 */
public interface Database extends AutoCloseable {

    /** What the user calls it. */
    DatabaseName name();

    /** Where it is, without user or secret: {@code postgresql://host:5432/db}, {@code sqlite:app.db}; empty where that is not known. */
    String target();

    /** When what is read here was so; absent where the database itself is asked. */
    default Optional<AsOf> asOf() {
        return Optional.empty();
    }

    /** Its tenants, which are then to be read instead of the whole; absent where it is one whole. */
    default Optional<Tenants> tenants() {
        return Optional.empty();
    }

    /** Whether it is the one of a project: it may have been found as that of another one. */
    default boolean serves(Project project) {
        return true;
    }

    /** Reads a version table. A database that cannot be reached or answers no is a value, never an exception. */
    TableRead read(VersionTable table);

    /**
     * Reads a table that tells what is going on at this moment. A database that is only remembered has none, and those who remember do not ask for it.
     */
    default TableRead readLock(VersionTable table) {
        return new TableRead.NoTable();
    }

    /**
     * The tables that are called like one of some names, letter case aside, the nearest to the connection first. None where the database cannot be
     * asked: reading a version table tells why. A database that is only remembered has none.
     */
    default List<FoundTable> tables(Collection<String> names) {
        return List.of();
    }

    /**
     * What tells whether the tables of the database are made as they were before: {@code sha256:…} over their columns, keys and indexes, in all its
     * schemas. It says nothing of another kind or version of database. Absent where it cannot be told.
     */
    default Optional<String> schemaFingerprint() {
        return Optional.empty();
    }

    /**
     * What the database is made of: everything that migrations make, but not the rows. What belongs to the server or to an extension is left out.
     */
    default SchemaRead readSchema() {
        return new SchemaRead.NotRead(
                new TableRead.NotRead(Applied.Obstacle.REFUSED, "the schema of " + target() + " cannot be read"));
    }

    /** What each of the tenants is made of that its name says; absent where it is one whole. */
    default Optional<TenantSchemas> readTenants() {
        return Optional.empty();
    }

    /** Lets go of the connection, if one was opened. */
    @Override
    default void close() {}
}
