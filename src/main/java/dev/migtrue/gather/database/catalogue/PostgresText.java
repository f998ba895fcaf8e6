package dev.migtrue.gather.database.catalogue;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** What PostgreSQL prints of expressions, in the form that it keeps when what it printed is read and printed again. */
final class PostgresText {

    private static final Pattern CAST_ARRAY = Pattern.compile(
            "\\(ARRAY\\[(?<elements>(?:'(?:[^']|'')*'::[\\w ]+(?:, )?)+)\\]\\)::(?<type>[\\w ]+)\\[\\]");
    private static final Pattern ELEMENT = Pattern.compile("'(?:[^']|'')*'::[\\w ]+");

    private PostgresText() {}

    static SequencedMap<String, String> settled(SequencedMap<String, String> properties) {
        SequencedMap<String, String> settled = new LinkedHashMap<>();
        properties.forEach((name, value) -> settled.put(name, settled(value)));
        return settled;
    }

    /** Of {@code a IN ('x', 'y')} with a varchar, the array is cast when first printed, and its elements ever after. */
    static String settled(String text) {
        return text.contains("(ARRAY[")
                ? CAST_ARRAY
                        .matcher(text)
                        .replaceAll(array -> "ARRAY["
                                + ELEMENT.matcher(array.group(1))
                                        .replaceAll(element ->
                                                "(" + java.util.regex.Matcher.quoteReplacement(element.group()) + ")::"
                                                        + array.group(2))
                                + "]")
                : text;
    }
}
