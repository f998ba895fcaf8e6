package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.snapshot.Recording.Question;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** A database that remembers its answers. Not for several threads. */
public final class RecordingDatabase implements Database {

    private final Database database;
    private final SequencedMap<Question, TableRead> answers = new LinkedHashMap<>();

    public RecordingDatabase(Database database) {
        this.database = database;
    }

    @Override
    public DatabaseName name() {
        return database.name();
    }

    @Override
    public String target() {
        return database.target();
    }

    @Override
    public TableRead read(VersionTable table) {
        TableRead answer = database.read(table);
        answers.put(Question.of(table), answer);
        return answer;
    }

    /** The first answer that was none; absent when every table was read. */
    public Optional<TableRead.NotRead> obstacle() {
        return answers.values().stream()
                .flatMap(answer -> answer instanceof TableRead.NotRead unread ? Stream.of(unread) : Stream.empty())
                .findFirst();
    }

    /** All answers so far. */
    public Recording recording() {
        return new Recording(name(), target(), answers);
    }

    @Override
    public void close() {
        database.close();
    }
}
