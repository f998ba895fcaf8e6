package dev.migtrue.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.util.Map;

/**
 * A {@link Json} value as text: indented, in printable ASCII only, so that neither a terminal nor the encoding of a
 * stream can make something else of it.
 */
public final class JsonText {

    private static final int LAST_PRINTABLE = '~';

    private final JsonFactory factory = new JsonFactory();

    public String of(Json json) {
        SegmentedStringWriter text = new SegmentedStringWriter(new BufferRecycler());
        try {
            try (JsonGenerator out = factory.createGenerator(text)) {
                out.setPrettyPrinter(layout());
                out.setHighestNonEscapedChar(LAST_PRINTABLE);
                write(json, out);
                out.writeRaw('\n');
            }
            return text.getAndClear();
        } catch (Exception impossible) {
            throw new IllegalStateException("memory cannot be written to", impossible);
        }
    }

    private static DefaultPrettyPrinter layout() {
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        return new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    /**
     * The generator declares the exception of a stream, which memory never throws and which only the edges of this
     * program may name.
     */
    private static void write(Json json, JsonGenerator out) throws Exception {
        switch (json) {
            case Json.Members object -> {
                out.writeStartObject();
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    out.writeFieldName(member.getKey());
                    write(member.getValue(), out);
                }
                out.writeEndObject();
            }
            case Json.Elements array -> {
                out.writeStartArray();
                for (Json element : array.elements()) {
                    write(element, out);
                }
                out.writeEndArray();
            }
            case Json.Text text -> out.writeString(text.value());
            case Json.Whole whole -> out.writeNumber(whole.value());
            case Json.Truth truth -> out.writeBoolean(truth.value());
            case Json.Nothing nothing -> out.writeNull();
        }
    }
}
