package dev.migtrue.gather.snapshot;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a kept schema: a line for each object and each property, in an order that depends on nothing else, so that versions of the file can
 * be compared and merged. No line ends in a blank, for editors and hooks take those away.
 */
final class KeptSchemaText {

    static final String FIRST_LINE = "migtrue schema 1";
    static final String DIALECT = "dialect ";
    /** Before the product and its version; missing in what was kept before it was written, and where it is not known. */
    static final String SERVER = "server ";

    static final String APPLIED = "applied ";
    static final String HIDDEN = "hidden ";
    static final String UNKNOWN = "?";

    private static final String REMARK = """
            # What a database is made of in which the migrations below were run. Written by 'migtrue snapshot --schema': take it anew
            # after every migration, from a database that is known to be right. 'migtrue drift' compares others with it.
            """;

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$-]*");
    private static final Pattern PLAIN_ID = Pattern.compile("[^\\s\"\\p{Cntrl}]+");
    private static final Pattern PLAIN_LABEL = Pattern.compile("\\p{L}[\\p{L}\\p{N}_ ]*(?<! )");
    private static final Pattern PLAIN_VALUE = Pattern.compile("(?![\"\\s])[^\\p{Cntrl}]*(?<!\\s)");
    private static final Pattern SECRETIVE = Pattern.compile("(?i)pass|secret|token|credential");

    private KeptSchemaText() {}

    static String of(KeptSchema kept) {
        StringBuilder text = new StringBuilder(REMARK).append(FIRST_LINE).append('\n');
        text.append(DIALECT).append(kept.dialect()).append('\n');
        kept.schema()
                .server()
                .ifPresent(server -> text.append(SERVER).append(server).append('\n'));
        kept.applied().forEach(applied -> {
            text.append(APPLIED)
                    .append(applied.system())
                    .append(' ')
                    .append(id(applied.root()))
                    .append('\n');
            applied.ids().forEach(id -> text.append("  ").append(id(id)).append('\n'));
        });
        if (!kept.schema().hidden().isEmpty()) {
            text.append(HIDDEN)
                    .append(kept.schema().hidden().stream()
                            .sorted()
                            .map(KeptSchemaText::kind)
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        }
        kept.schema().all().forEach(object -> append(text, object));
        return text.toString();
    }

    private static void append(StringBuilder text, SchemaObject object) {
        text.append(line(object.id())).append('\n');
        object.properties().forEach((property, value) -> {
            if (isOpen(property, value)) {
                text.append("  ")
                        .append(label(property))
                        .append(':')
                        .append(value(value))
                        .append('\n');
            }
        });
        Stream.concat(
                        object.unknown().stream(),
                        object.properties().entrySet().stream()
                                .filter(property -> !isOpen(property.getKey(), property.getValue()))
                                .map(property -> property.getKey()))
                .sorted()
                .forEach(property -> text.append("  ")
                        .append(UNKNOWN)
                        .append(' ')
                        .append(label(property))
                        .append('\n'));
    }

    /** Tables that lie on other servers may say how to log in there. */
    private static boolean isOpen(String property, String value) {
        boolean mayHoldLogin = property.contains("options") || property.contains("connection");
        return !(mayHoldLogin && SECRETIVE.matcher(value).find());
    }

    /** {@code column age of people in public}. */
    private static String line(ObjectId id) {
        return kind(id.kind()) + " " + name(id.name())
                + id.table().map(table -> " of " + name(table)).orElse("")
                + id.schema().map(schema -> " in " + name(schema)).orElse("");
    }

    static String kind(ObjectKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : quoted(name);
    }

    private static String id(String id) {
        return PLAIN_ID.matcher(id).matches() ? id : quoted(id);
    }

    private static String label(String property) {
        return PLAIN_LABEL.matcher(property).matches() ? property : quoted(property);
    }

    /** Behind the colon, or in lines of its own where it has several. */
    private static String value(String value) {
        List<String> lines = List.of(value.split("\n", -1));
        return lines.size() == 1
                ? " " + line(value)
                : lines.stream().map(line -> "\n    " + line(line)).collect(Collectors.joining());
    }

    private static String line(String text) {
        return !text.isEmpty() && PLAIN_VALUE.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                default -> {
                    if (Character.isISOControl(c)) {
                        quoted.append("\\u%04x".formatted(c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
