package dev.migtrue.cli;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.FoundTable;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Project;
import dev.migtrue.model.VersionTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A database whose version tables are in one schema, whatever the files say. */
record DatabaseWithSchema(Database database, String schema) implements Database {

    @Override
    public DatabaseName name() {
        return database.name();
    }

    @Override
    public String target() {
        return database.target();
    }

    @Override
    public boolean serves(Project project) {
        return database.serves(project);
    }

    @Override
    public TableRead read(VersionTable table) {
        return database.read(table.in(schema));
    }

    @Override
    public TableRead readLock(VersionTable table) {
        return database.readLock(table.in(schema));
    }

    @Override
    public List<FoundTable> tables(Collection<String> names) {
        return database.tables(names);
    }

    @Override
    public Optional<String> schemaFingerprint() {
        return database.schemaFingerprint();
    }

    @Override
    public void close() {
        database.close();
    }
}
