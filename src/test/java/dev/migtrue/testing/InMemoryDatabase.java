package dev.migtrue.testing;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.util.function.Function;

/** A database that answers as it is told to. */
public record InMemoryDatabase(DatabaseName name, Function<VersionTable, TableRead> answer) implements Database {

    /** The database {@code default}, with this answer to every table. */
    public static InMemoryDatabase answering(TableRead answer) {
        return new InMemoryDatabase(DatabaseName.DEFAULT, table -> answer);
    }

    @Override
    public String target() {
        return "memory:" + name;
    }

    @Override
    public TableRead read(VersionTable table) {
        return answer.apply(table);
    }
}
