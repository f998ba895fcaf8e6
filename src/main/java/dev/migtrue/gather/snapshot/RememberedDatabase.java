package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.DelegatedDatabase;
import dev.migtrue.gather.database.FoundTable;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.database.Tenants;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.VersionTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A database that is not asked while it is remembered as unreachable. */
record RememberedDatabase(Database database, UnreachableMemory memory) implements DelegatedDatabase {

    @Override
    public Optional<Tenants> tenants() {
        return memory.reason(target()).isPresent() ? Optional.empty() : database.tenants();
    }

    @Override
    public TableRead read(VersionTable table) {
        return memory.reason(target())
                .<TableRead>map(reason -> new TableRead.NotRead(Obstacle.UNREACHABLE, reason))
                .orElseGet(() -> asked(table));
    }

    @Override
    public TableRead readLock(VersionTable table) {
        return memory.reason(target()).isPresent() ? new TableRead.NoTable() : database.readLock(table);
    }

    @Override
    public List<FoundTable> tables(Collection<String> names) {
        return memory.reason(target()).isPresent() ? List.of() : database.tables(names);
    }

    private TableRead asked(VersionTable table) {
        TableRead answer = database.read(table);
        if (answer instanceof TableRead.NotRead unread && unread.obstacle() == Obstacle.UNREACHABLE) {
            memory.keep(target(), unread.reason());
        }
        return answer;
    }
}
