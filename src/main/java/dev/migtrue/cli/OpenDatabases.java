package dev.migtrue.cli;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.model.DatabaseName;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The databases of one run, closed together. */
record OpenDatabases(List<Database> all) implements AutoCloseable {

    OpenDatabases {
        all = List.copyOf(all);
    }

    static OpenDatabases none() {
        return new OpenDatabases(List.of());
    }

    /** The databases at these addresses. The first is the default one, the others are told apart by their number. */
    static OpenDatabases at(List<String> addresses, Path folder) {
        return new OpenDatabases(IntStream.range(0, addresses.size())
                .<Database>mapToObj(index -> new JdbiDatabase(
                        name(index), DatabaseAddress.parse(addresses.get(index), folder), Timeouts.DEFAULT))
                .toList());
    }

    private static DatabaseName name(int index) {
        return index == 0 ? DatabaseName.DEFAULT : new DatabaseName("database-" + (index + 1));
    }

    @Override
    public void close() {
        all.forEach(Database::close);
    }
}
