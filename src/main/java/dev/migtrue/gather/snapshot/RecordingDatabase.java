package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.DelegatedDatabase;
import dev.migtrue.gather.database.FoundTable;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.database.Tenants;
import dev.migtrue.gather.snapshot.Recording.Question;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** A database that remembers its answers. Not for several threads. */
public final class RecordingDatabase implements DelegatedDatabase {

    private final Database database;
    private final SequencedMap<Question, TableRead> answers = new LinkedHashMap<>();
    private final SequencedMap<String, SequencedMap<Question, TableRead>> ofTenants = new LinkedHashMap<>();

    public RecordingDatabase(Database database) {
        this.database = database;
    }

    @Override
    public Database database() {
        return database;
    }

    /** What goes on at this moment is not remembered. */
    @Override
    public TableRead readLock(VersionTable table) {
        return new TableRead.NoTable();
    }

    /** Only tables of projects are remembered. */
    @Override
    public List<FoundTable> tables(Collection<String> names) {
        return List.of();
    }

    @Override
    public TableRead read(VersionTable table) {
        TableRead answer = database.read(table);
        answers.put(Question.of(table), answer);
        return answer;
    }

    @Override
    public Optional<Tenants> tenants() {
        return database.tenants().map(tenants -> tables -> {
            Tenants.Listed listed = tenants.read(tables);
            if (listed instanceof Tenants.Listed.Read read) {
                read.tables()
                        .forEach((tenant, answered) -> answered.forEach((table, answer) -> ofTenants
                                .computeIfAbsent(tenant, first -> new LinkedHashMap<>())
                                .put(Question.of(table), answer)));
            }
            return listed;
        });
    }

    /** The first answer that was none; absent when every table was read. */
    public Optional<TableRead.NotRead> obstacle() {
        return Stream.concat(
                        answers.values().stream(),
                        ofTenants.values().stream().flatMap(tables -> tables.values().stream()))
                .flatMap(answer -> answer instanceof TableRead.NotRead unread ? Stream.of(unread) : Stream.empty())
                .findFirst();
    }

    /** All answers so far: those of the database, or of each of its tenants. */
    public List<Recording> recordings() {
        Optional<String> fingerprint = database.schemaFingerprint();
        return ofTenants.isEmpty()
                ? List.of(new Recording(name(), target(), fingerprint, answers))
                : ofTenants.sequencedEntrySet().stream()
                        .map(tenant -> new Recording(
                                new DatabaseName(name().value(), List.of(tenant.getKey())),
                                target(),
                                fingerprint,
                                tenant.getValue()))
                        .toList();
    }
}
