package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.snapshot.Recording.Question;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.AsOf;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.util.Optional;

/**
 * A database as a snapshot remembers it.
 *
 * @param taken when the snapshot was
 */
public record RecordedDatabase(Recording recording, AsOf taken) implements Database {

    @Override
    public DatabaseName name() {
        return recording.name();
    }

    @Override
    public String target() {
        return recording.target();
    }

    @Override
    public Optional<AsOf> asOf() {
        return Optional.of(taken);
    }

    @Override
    public TableRead read(VersionTable table) {
        return Optional.ofNullable(recording.tables().get(Question.of(table)))
                .orElseGet(() -> new TableRead.NotRead(
                        Obstacle.UNREACHABLE,
                        "the snapshot has no table " + table.name() + ": take another with 'migtrue snapshot'"));
    }
}
