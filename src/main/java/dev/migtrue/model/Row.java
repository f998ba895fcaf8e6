package dev.migtrue.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One row of a version table. Column names are lower case; a value is the text that the database prints for it; a column that is
 * SQL NULL, or that the table does not have, is absent.
 */
public record Row(SequencedMap<String, String> values) {

    public Row {
        SequencedMap<String, String> lower = new LinkedHashMap<>();
        values.forEach((column, value) -> lower.put(column.toLowerCase(Locale.ROOT), value));
        values = Collections.unmodifiableSequencedMap(lower);
    }

    /** A row of these values. */
    public static Row of(Map<String, String> values) {
        return new Row(new LinkedHashMap<>(values));
    }

    /** The value of a column; absent where it is NULL, or where the row has no such column. */
    public Optional<String> get(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** Whether a column holds true, in any of the spellings that drivers print: {@code true}, {@code t}, {@code 1}. */
    public boolean isTrue(String column) {
        return get(column)
                .map(value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("t") || value.equals("1"))
                .orElse(false);
    }
}
