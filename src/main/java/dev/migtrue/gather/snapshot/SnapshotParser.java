package dev.migtrue.gather.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.snapshot.Recording.Question;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the JSON of a snapshot. A key that is not known is passed over: later versions may write more. */
final class SnapshotParser {

    private final JsonParser in;
    private Optional<Instant> taken = Optional.empty();
    private Optional<String> hash = Optional.empty();
    private List<Recording> databases = List.of();

    private SnapshotParser(JsonParser in) {
        this.in = in;
    }

    /** @throws IOException when it is no snapshot, or one that was changed; the message completes "is damaged: …" */
    static Snapshot parse(String text) throws IOException {
        try (JsonParser in = new JsonFactory().createParser(text)) {
            return new SnapshotParser(in).snapshot();
        } catch (JsonParseException broken) {
            throw new IOException("line " + broken.getLocation().getLineNr() + " is not JSON", broken);
        }
    }

    private Snapshot snapshot() throws IOException {
        in.nextToken();
        object(key -> {
            switch (key) {
                case "snapshotVersion" -> {
                    if (in.getValueAsInt() != SnapshotText.VERSION) {
                        throw new IOException("its version is " + in.getText() + ", and this migtrue reads version "
                                + SnapshotText.VERSION);
                    }
                }
                case "takenAt" -> taken = Optional.of(instant(text()));
                case "contentHash" -> hash = Optional.of(text());
                case "databases" -> databases = array(this::recording);
                default -> in.skipChildren();
            }
        });
        Instant time = required(taken, "takenAt");
        if (!required(hash, "contentHash").equals(SnapshotText.hash(databases))) {
            throw new IOException("its content does not fit its contentHash");
        }
        return new Snapshot(time, databases);
    }

    private Recording recording() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        SequencedMap<Question, TableRead> tables = new LinkedHashMap<>();
        object(key -> {
            switch (key) {
                case "name", "tenant", "target", "schemaFingerprint" -> texts.put(key, text());
                case "tables" -> array(this::table).forEach(table -> tables.put(table.question(), table.answer()));
                default -> in.skipChildren();
            }
        });
        DatabaseName name = new DatabaseName(
                required(texts, "name"),
                Optional.ofNullable(texts.get("tenant")).stream().toList());
        return new Recording(
                name, required(texts, "target"), Optional.ofNullable(texts.get("schemaFingerprint")), tables);
    }

    private record Table(Question question, TableRead answer) {}

    private Table table() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        object(key -> {
            switch (key) {
                case "schema", "table", "found" -> texts.put(key, text());
                case "width" -> {
                    expect(JsonToken.VALUE_NUMBER_INT, "a number");
                    texts.put(key, in.getText());
                }
                case "columns" -> columns.addAll(array(this::text));
                case "rows" -> rows.addAll(array(this::row));
                default -> in.skipChildren();
            }
        });
        Question question = new Question(Optional.ofNullable(texts.get("schema")), required(texts, "table"), columns);
        // One that no column can have does not fit the hash.
        Optional<Integer> width = Optional.ofNullable(texts.get("width"))
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(Integer::valueOf);
        TableRead answer = Optional.ofNullable(texts.get("found"))
                .<TableRead>map(found -> new TableRead.Rows(found, rows, width))
                .orElseGet(TableRead.NoTable::new);
        return new Table(question, answer);
    }

    private Row row() throws IOException {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        object(key -> values.put(key, text()));
        return new Row(values);
    }

    /** What reads a value, the parser standing on its first token. */
    private interface Reader<T> {
        T read() throws IOException;
    }

    /** What takes the value of a key, the parser standing on its first token. */
    private interface Member {
        void read(String key) throws IOException;
    }

    private void object(Member member) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            in.nextToken();
            member.read(key);
        }
    }

    private <T> List<T> array(Reader<T> element) throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        List<T> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.read());
        }
        return elements;
    }

    private String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return in.getText();
    }

    private void expect(JsonToken token, String words) throws IOException {
        if (in.currentToken() != token) {
            throw new IOException("line " + in.currentTokenLocation().getLineNr() + ": expected " + words);
        }
    }

    private static Instant instant(String text) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IOException("'" + text + "' is not a time", e);
        }
    }

    private static String required(Map<String, String> texts, String key) throws IOException {
        return required(Optional.ofNullable(texts.get(key)), key);
    }

    private static <T> T required(Optional<T> value, String key) throws IOException {
        return value.orElseThrow(() -> new IOException("'" + key + "' is missing"));
    }
}
