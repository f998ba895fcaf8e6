package dev.migtrue.gather.database;

import dev.migtrue.model.TenantPattern;
import dev.migtrue.model.VersionTable;

/** Reads tenants, one after the other. */
interface TenantReader extends AutoCloseable {

    TableRead read(String tenant, VersionTable table);

    @Override
    void close();

    /** One for the tenants of a database, with a connection that nobody else uses. */
    static TenantReader of(JdbiDatabase whole, TenantPattern pattern) {
        return switch (pattern) {
            case TenantPattern.Schemas schemas -> new OfSchemas(whole.again());
            case TenantPattern.Query query -> new OfSchemas(whole.again());
            case TenantPattern.Databases databases -> new OfDatabases(whole);
        };
    }

    /** Each tenant is a schema of the database. */
    record OfSchemas(JdbiDatabase connection) implements TenantReader {

        @Override
        public TableRead read(String tenant, VersionTable table) {
            return connection.read(table.in(tenant));
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    /** Each tenant is a database of its own, on the server of this one. */
    record OfDatabases(JdbiDatabase whole) implements TenantReader {

        @Override
        public TableRead read(String tenant, VersionTable table) {
            try (JdbiDatabase database = whole.beside(tenant)) {
                return database.read(table);
            }
        }

        /** What a tenant is made of. */
        SchemaRead schema(String tenant) {
            try (JdbiDatabase database = whole.beside(tenant)) {
                return database.readSchema();
            }
        }

        @Override
        public void close() {
            // Each tenant had a connection of its own.
        }
    }
}
