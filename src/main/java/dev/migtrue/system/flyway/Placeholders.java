package dev.migtrue.system.flyway;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one Flyway fills into its scripts.
 *
 * @param prefix what opens a placeholder
 * @param suffix what closes it
 * @param separator what stands after {@code flyway} in the names that Flyway has values for itself
 * @param values the values that are known without a run, by name in lower case
 */
record Placeholders(String prefix, String suffix, String separator, Map<String, String> values) {

    private static final String OWN = "flyway";

    Placeholders {
        values = Map.copyOf(values);
    }

    /** What came of filling a text in. */
    sealed interface Filled {

        /** All placeholders had values. */
        record In(String text) implements Filled {}

        /** A placeholder, as it is written, has a value that only a run knows. */
        record NotKnown(String placeholder) implements Filled {}
    }

    /**
     * Fills the text of a file in as Flyway does: also in comments and strings, never in what was filled in, and without looking back: the second
     * of two {@code $} opens nothing.
     */
    Filled fill(String text, String fileName, String table) {
        return fill(text, fileName, table, Unknown.STOPS);
    }

    /** Fills in what is known, and leaves the rest as it stands. */
    String fillKnown(String text, String fileName, String table) {
        return fill(text, fileName, table, Unknown.STAYS) instanceof Filled.In filled ? filled.text() : text;
    }

    /** What becomes of a placeholder whose value only a run knows. */
    private enum Unknown {
        STOPS,
        STAYS
    }

    private Filled fill(String text, String fileName, String table, Unknown unknown) {
        Map<String, String> known = new TreeMap<>(values);
        known.put(OWN + separator + "filename", fileName);
        known.put(OWN + separator + "table", table);
        StringBuilder filled = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int matching = matching(text, at);
            if (matching < prefix.length()) {
                int next = Math.min(at + matching + 1, text.length());
                filled.append(text, at, next);
                at = next;
            } else {
                int start = at + matching;
                int end = end(text, start);
                String name = text.substring(start, end);
                Optional<String> value = Optional.ofNullable(known.get(name.toLowerCase(Locale.ROOT)));
                if (value.isEmpty() && unknown == Unknown.STOPS) {
                    return new Filled.NotKnown(prefix + name + suffix);
                }
                filled.append(value.orElse(prefix + name + suffix));
                at = end + suffix.length();
            }
        }
        return new Filled.In(filled.toString());
    }

    /** Where a name ends that starts here. One that is never closed ends with the text, and loses as much as would have closed it. */
    private int end(String text, int start) {
        int closed = text.indexOf(suffix, start);
        return closed < 0 ? Math.max(start, text.length() - suffix.length()) : closed;
    }

    /** How many characters of the prefix stand at a place. */
    private int matching(String text, int at) {
        int matching = 0;
        while (matching < prefix.length() && text.startsWith(prefix.substring(0, matching + 1), at)) {
            matching++;
        }
        return matching;
    }
}
