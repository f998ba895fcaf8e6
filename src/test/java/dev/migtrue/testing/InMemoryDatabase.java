package dev.migtrue.testing;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.FoundTable;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.Applied;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A database that answers as it is told to. */
public record InMemoryDatabase(
        DatabaseName name,
        Function<VersionTable, TableRead> answer,
        List<FoundTable> held,
        String target,
        Supplier<SchemaRead> schema)
        implements Database {

    public InMemoryDatabase {
        held = List.copyOf(held);
    }

    /** A database of which nobody knows what it is made of. */
    public InMemoryDatabase(DatabaseName name, Function<VersionTable, TableRead> answer, List<FoundTable> held) {
        this(
                name,
                answer,
                held,
                "memory:" + name,
                () -> new SchemaRead.NotRead(
                        new TableRead.NotRead(Applied.Obstacle.REFUSED, "this database has no catalogue")));
    }

    /** A database in which no table is found by its name. */
    public InMemoryDatabase(DatabaseName name, Function<VersionTable, TableRead> answer) {
        this(name, answer, List.of());
    }

    /** The database {@code default}, with this answer to every table. */
    public static InMemoryDatabase answering(TableRead answer) {
        return new InMemoryDatabase(DatabaseName.DEFAULT, table -> answer);
    }

    @Override
    public TableRead read(VersionTable table) {
        return answer.apply(table);
    }

    @Override
    public SchemaRead readSchema() {
        return schema.get();
    }

    @Override
    public TableRead readLock(VersionTable table) {
        return read(table);
    }

    @Override
    public List<FoundTable> tables(Collection<String> names) {
        return held.stream()
                .filter(table -> names.stream().anyMatch(table.name()::equalsIgnoreCase))
                .toList();
    }
}
