package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.database.Tenants;
import dev.migtrue.gather.snapshot.Recording.Question;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.AsOf;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A database as a snapshot remembers it.
 *
 * @param recordings of the whole, or one of each of its tenants; never empty
 * @param taken when the snapshot was
 */
record RecordedDatabase(List<Recording> recordings, AsOf taken) implements Database {

    RecordedDatabase {
        recordings = List.copyOf(recordings);
    }

    @Override
    public DatabaseName name() {
        return recordings.getFirst().name().whole();
    }

    @Override
    public String target() {
        return recordings.getFirst().target();
    }

    @Override
    public Optional<AsOf> asOf() {
        return Optional.of(taken);
    }

    @Override
    public Optional<Tenants> tenants() {
        boolean isWhole = recordings.getFirst().name().tenants().isEmpty();
        return isWhole
                ? Optional.empty()
                : Optional.of(tables -> {
                    SequencedMap<String, Map<VersionTable, TableRead>> read = new LinkedHashMap<>();
                    for (Recording recording : recordings) {
                        Map<VersionTable, TableRead> answers = new LinkedHashMap<>();
                        tables.forEach(table -> answers.put(table, answer(recording, table)));
                        read.put(recording.name().tenants().getFirst(), answers);
                    }
                    return new Tenants.Listed.Read(read);
                });
    }

    @Override
    public TableRead read(VersionTable table) {
        return answer(recordings.getFirst(), table);
    }

    private static TableRead answer(Recording recording, VersionTable table) {
        return Optional.ofNullable(recording.tables().get(Question.of(table)))
                .orElseGet(() -> new TableRead.NotRead(
                        Obstacle.UNREACHABLE,
                        "the snapshot has no table " + table.name() + ": take another with 'migtrue snapshot'"));
    }
}
