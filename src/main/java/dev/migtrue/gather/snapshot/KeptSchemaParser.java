package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.snapshot.KeptSchema.AppliedIds;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.language.schema.ServerVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a kept schema as {@link KeptSchemaText} writes it. */
final class KeptSchemaParser {

    private static final Pattern VERSION = Pattern.compile("(\\S+) (\\d{1,6})");

    private final List<String> lines;
    private int at;
    private Optional<String> dialect = Optional.empty();
    private Optional<ServerVersion> server = Optional.empty();
    private final List<AppliedIds> applied = new ArrayList<>();
    private final Set<ObjectKind> hidden = EnumSet.noneOf(ObjectKind.class);
    private final List<SchemaObject> objects = new ArrayList<>();

    private KeptSchemaParser(List<String> lines) {
        this.lines = lines;
    }

    /** @throws IOException when it is none; the message completes "is damaged: …" */
    static KeptSchema parse(String text) throws IOException {
        return new KeptSchemaParser(text.lines().map(String::stripTrailing).toList()).schema();
    }

    private KeptSchema schema() throws IOException {
        skipRemarks();
        if (at >= lines.size() || !lines.get(at).equals(KeptSchemaText.FIRST_LINE)) {
            throw new IOException("it does not begin with '" + KeptSchemaText.FIRST_LINE + "'");
        }
        at++;
        for (skipRemarks(); at < lines.size(); skipRemarks()) {
            String line = lines.get(at++);
            if (line.startsWith(KeptSchemaText.DIALECT)) {
                dialect = Optional.of(line.substring(KeptSchemaText.DIALECT.length()));
            } else if (line.startsWith(KeptSchemaText.SERVER)) {
                server = Optional.of(server(line.substring(KeptSchemaText.SERVER.length())));
            } else if (line.startsWith(KeptSchemaText.APPLIED)) {
                applied.add(applied(line.substring(KeptSchemaText.APPLIED.length())));
            } else if (line.startsWith(KeptSchemaText.HIDDEN)) {
                for (String word :
                        line.substring(KeptSchemaText.HIDDEN.length()).split(" ", -1)) {
                    hidden.add(kind(word));
                }
            } else {
                objects.add(object(line));
            }
        }
        return new KeptSchema(
                dialect.orElseThrow(() -> new IOException("it does not say its dialect")),
                applied,
                Schema.of(objects).hiding(hidden).readFrom(server));
    }

    private void skipRemarks() {
        while (at < lines.size() && (lines.get(at).isEmpty() || lines.get(at).startsWith("#"))) {
            at++;
        }
    }

    private ServerVersion server(String text) throws IOException {
        Matcher version = VERSION.matcher(text);
        if (!version.matches()) {
            throw new IOException("line " + at + ": a product and its version are expected");
        }
        return new ServerVersion(version.group(1), Integer.parseInt(version.group(2)));
    }

    private AppliedIds applied(String text) throws IOException {
        Words words = new Words(text, at);
        String system = words.next();
        String root = words.next();
        List<String> ids = new ArrayList<>();
        while (isIndented(2)) {
            ids.add(new Words(lines.get(at++).strip(), at).next());
        }
        return new AppliedIds(system, root, ids);
    }

    private boolean isIndented(int blanks) {
        return at < lines.size() && lines.get(at).startsWith(" ".repeat(blanks));
    }

    private SchemaObject object(String line) throws IOException {
        Words words = new Words(line, at);
        ObjectKind kind = kind(words.next());
        String name = words.next();
        Optional<String> table = words.after("of");
        Optional<String> schema = words.after("in");
        words.end();
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        Set<String> unknown = new HashSet<>();
        while (isIndented(2)) {
            property(lines.get(at++).substring(2), properties, unknown);
        }
        return new SchemaObject(new ObjectId(kind, schema, table, name), properties, unknown);
    }

    private void property(String line, SequencedMap<String, String> properties, Set<String> unknown)
            throws IOException {
        if (line.startsWith(KeptSchemaText.UNKNOWN + " ")) {
            unknown.add(new Words(line.substring(2), at).label());
            return;
        }
        Words words = new Words(line, at);
        String label = words.label();
        String rest = words.afterColon();
        if (!rest.isEmpty()) {
            properties.put(label, new Words(rest, at).line());
            return;
        }
        List<String> value = new ArrayList<>();
        while (isIndented(4)) {
            value.add(new Words(lines.get(at++).substring(4), at).line());
        }
        properties.put(label, String.join("\n", value));
    }

    private ObjectKind kind(String word) throws IOException {
        try {
            return ObjectKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new IOException("line " + at + ": no kind of object is called '" + word + "'", unknown);
        }
    }

    /** What stands in one line. */
    private static final class Words {

        private final String text;
        private final int line;
        private int from;

        Words(String text, int line) {
            this.text = text;
            this.line = line;
        }

        private IOException broken(String problem) {
            return new IOException("line " + line + ": " + problem);
        }

        /** The next word, or what stands in quotes, and the blank behind it. */
        String next() throws IOException {
            if (from >= text.length()) {
                throw broken("something is missing at its end");
            }
            String word = text.charAt(from) == '"' ? quoted() : until(' ');
            if (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            return word;
        }

        /** The word behind another one; absent where that does not come. */
        Optional<String> after(String word) throws IOException {
            if (!text.startsWith(word + " ", from)) {
                return Optional.empty();
            }
            from += word.length() + 1;
            return Optional.of(next());
        }

        void end() throws IOException {
            if (from < text.length()) {
                throw broken("nothing is known of '" + text.substring(from) + "'");
            }
        }

        String label() throws IOException {
            return text.startsWith("\"") ? quoted() : until(':');
        }

        /** What comes behind the colon that must be next; empty where the line ends with it. */
        String afterColon() throws IOException {
            if (from >= text.length() || text.charAt(from) != ':') {
                throw broken("a colon is missing");
            }
            return text.substring(from + 1).strip();
        }

        /** The whole, out of its quotes. */
        String line() throws IOException {
            return text.startsWith("\"") ? quoted() : text;
        }

        private String until(char end) {
            int found = text.indexOf(end, from);
            int to = found < 0 ? text.length() : found;
            String word = text.substring(from, to);
            from = to;
            return word;
        }

        private String quoted() throws IOException {
            StringBuilder word = new StringBuilder();
            from++;
            while (from < text.length() && text.charAt(from) != '"') {
                char c = text.charAt(from++);
                word.append(c == '\\' && from < text.length() ? escaped() : c);
            }
            if (from >= text.length()) {
                throw broken("a quote is not closed");
            }
            from++;
            return word.toString();
        }

        private char escaped() throws IOException {
            char c = text.charAt(from++);
            if (c != 'u') {
                return c;
            }
            try {
                char code = (char) Integer.parseInt(text.substring(from, from + 4), 16);
                from += 4;
                return code;
            } catch (NumberFormatException | IndexOutOfBoundsException noCode) {
                throw broken("\\u is not followed by four hexadecimal digits");
            }
        }
    }
}
