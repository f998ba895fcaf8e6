package dev.migtrue.gather.address;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of keys and values with semicolons between, as Windows programs write it. */
final class KeyValues {

    /** A value may stand in braces or in quotes, in which the closing one is written twice. */
    private static final Pattern ITEM = Pattern.compile("\\G\\s*(?<key>[^=;]+?)\\s*=\\s*(?:\\{(?<braced>(?:[^}]|}})*)}"
            + "|\"(?<double>(?:[^\"]|\"\")*)\"|'(?<single>(?:[^']|'')*)'|(?<bare>[^;]*))\\s*(?:;\\s*|$)");

    private KeyValues() {}

    /** Keys in lower case; the last of the same name counts. Empty where the text is no such list. */
    static SequencedMap<String, String> read(String text) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        Matcher item = ITEM.matcher(text);
        int end = 0;
        while (end < text.length() && item.find()) {
            values.put(item.group("key").toLowerCase(Locale.ROOT), value(item));
            end = item.end();
        }
        return end == text.length() ? values : new LinkedHashMap<>();
    }

    private static String value(Matcher item) {
        return group(item, "braced")
                .map(braced -> braced.replace("}}", "}"))
                .or(() -> group(item, "double").map(quoted -> quoted.replace("\"\"", "\"")))
                .or(() -> group(item, "single").map(quoted -> quoted.replace("''", "'")))
                .or(() -> group(item, "bare").map(String::strip))
                .orElse("");
    }

    private static Optional<String> group(Matcher item, String name) {
        return Optional.ofNullable(item.group(name));
    }
}
