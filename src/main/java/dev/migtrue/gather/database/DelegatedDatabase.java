package dev.migtrue.gather.database;

import dev.migtrue.model.AsOf;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Project;
import dev.migtrue.model.VersionTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A database that answers as another one does, but for what it answers itself. */
public interface DelegatedDatabase extends Database {

    /** The other one. */
    Database database();

    @Override
    default DatabaseName name() {
        return database().name();
    }

    @Override
    default String target() {
        return database().target();
    }

    @Override
    default Optional<AsOf> asOf() {
        return database().asOf();
    }

    @Override
    default Optional<Tenants> tenants() {
        return database().tenants();
    }

    @Override
    default boolean serves(Project project) {
        return database().serves(project);
    }

    @Override
    default TableRead read(VersionTable table) {
        return database().read(table);
    }

    @Override
    default TableRead readLock(VersionTable table) {
        return database().readLock(table);
    }

    @Override
    default List<FoundTable> tables(Collection<String> names) {
        return database().tables(names);
    }

    @Override
    default Optional<String> schemaFingerprint() {
        return database().schemaFingerprint();
    }

    @Override
    default SchemaRead readSchema() {
        return database().readSchema();
    }

    @Override
    default Optional<TenantSchemas> readTenants() {
        return database().readTenants();
    }

    @Override
    default void close() {
        database().close();
    }
}
