package dev.migtrue.cli;

import dev.migtrue.gather.database.Database;
import java.util.List;

/** The databases of one run, closed together. */
record OpenDatabases(List<Database> all) implements AutoCloseable {

    OpenDatabases {
        all = List.copyOf(all);
    }

    static OpenDatabases none() {
        return new OpenDatabases(List.of());
    }

    @Override
    public void close() {
        all.forEach(Database::close);
    }
}
