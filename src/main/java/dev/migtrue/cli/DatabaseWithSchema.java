package dev.migtrue.cli;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.DelegatedDatabase;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.VersionTable;

/** A database whose version tables are in one schema, whatever the files say. */
record DatabaseWithSchema(Database database, String schema) implements DelegatedDatabase {

    @Override
    public TableRead read(VersionTable table) {
        return database.read(table.in(schema));
    }

    @Override
    public TableRead readLock(VersionTable table) {
        return database.readLock(table.in(schema));
    }
}
