package dev.migtrue.gather.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.migtrue.gather.database.Fingerprint;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.snapshot.Recording.Question;
import dev.migtrue.model.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Writes a snapshot as JSON. What databases said gives the same text, and so the same hash, whenever it was said. */
final class SnapshotText {

    /** Raised when a file of this version could be misread by what reads the one before. */
    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private SnapshotText() {}

    static String of(Snapshot snapshot) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            out.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            out.writeStartObject();
            out.writeNumberField("snapshotVersion", VERSION);
            out.writeStringField("takenAt", snapshot.taken().toString());
            out.writeStringField("contentHash", hash(snapshot.databases()));
            out.writeFieldName("databases");
            write(snapshot.databases(), out);
            out.writeEndObject();
            out.writeRaw('\n');
        }
        return text.toString();
    }

    /** What tells whether two snapshots say the same, and whether one was changed since it was written. */
    static String hash(List<Recording> databases) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(databases, out);
        }
        return Fingerprint.of(List.of(text.toString()));
    }

    private static void write(List<Recording> databases, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Recording database : databases) {
            out.writeStartObject();
            out.writeStringField("name", database.name().value());
            for (String tenant : database.name().tenants()) {
                out.writeStringField("tenant", tenant);
            }
            out.writeStringField("target", database.target());
            if (database.schemaFingerprint().isPresent()) {
                out.writeStringField(
                        "schemaFingerprint", database.schemaFingerprint().get());
            }
            out.writeArrayFieldStart("tables");
            for (Map.Entry<Question, TableRead> table : database.tables().entrySet()) {
                write(table.getKey(), table.getValue(), out);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void write(Question question, TableRead answer, JsonGenerator out) throws IOException {
        out.writeStartObject();
        if (question.schema().isPresent()) {
            out.writeStringField("schema", question.schema().get());
        }
        out.writeStringField("table", question.table());
        out.writeArrayFieldStart("columns");
        for (String column : question.columns()) {
            out.writeString(column);
        }
        out.writeEndArray();
        switch (answer) {
            case TableRead.Rows rows -> {
                out.writeStringField("found", rows.table());
                if (rows.width().isPresent()) {
                    out.writeNumberField("width", rows.width().get());
                }
                out.writeArrayFieldStart("rows");
                for (Row row : rows.rows()) {
                    write(row, out);
                }
                out.writeEndArray();
            }
            case TableRead.NoTable none -> {
                // That nothing was found is said by leaving it out.
            }
            case TableRead.NotRead unread ->
                throw new IllegalArgumentException("a table that was not read has no place in a snapshot");
        }
        out.writeEndObject();
    }

    private static void write(Row row, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, String> value : row.values().entrySet()) {
            out.writeStringField(value.getKey(), value.getValue());
        }
        out.writeEndObject();
    }
}
