package dev.migtrue.system.flyway;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is told to each Flyway of one module: values by Flyway's own keys, in lower case without hyphens and underscores. A list is one text
 * with commas; the keys of placeholders are {@code placeholders.} and the name.
 *
 * @param byName by the name of the data source it works on, which is empty where there is one, or a usual one
 */
record Told(SequencedMap<String, SequencedMap<String, String>> byName) {

    /** The name of the one that has none. */
    static final String USUAL = "";

    /** What the keys of placeholders begin with. */
    static final String PLACEHOLDERS = "placeholders.";

    static final Told NOTHING = new Told(new LinkedHashMap<>());

    /** No value: one of which only who knows the profile knows which it is. */
    private static final String VARYING = "${}";

    private static final String LOCATIONS = "locations";

    Told {
        byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
    }

    /** What is told to the one of a name; empty where that is nothing. */
    SequencedMap<String, String> to(String name) {
        return byName.getOrDefault(name, new LinkedHashMap<>());
    }

    /** What both say, each perhaps for another profile: locations may be all of these, of other things this counts. */
    Told or(Told other) {
        SequencedMap<String, SequencedMap<String, String>> both = new LinkedHashMap<>();
        byName.forEach((name, values) -> both.put(name, new LinkedHashMap<>(values)));
        other.byName.forEach((name, values) -> {
            SequencedMap<String, String> all = both.computeIfAbsent(name, key -> new LinkedHashMap<>());
            values.forEach((key, value) -> all.merge(key, value, (first, next) -> either(key, first, next)));
        });
        return new Told(both);
    }

    private static String either(String key, String first, String next) {
        if (key.equals(LOCATIONS)) {
            return Stream.of(first, next)
                    .flatMap(list -> Arrays.stream(list.split(",", -1)))
                    .map(String::strip)
                    .distinct()
                    .collect(Collectors.joining(","));
        }
        return key.startsWith(PLACEHOLDERS) && !first.equals(next) ? VARYING : first;
    }
}
