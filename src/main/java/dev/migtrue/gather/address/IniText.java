package dev.migtrue.gather.address;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of sections with a value for each key, as far as addresses need it: a value is one line. */
record IniText(Map<String, SequencedMap<String, String>> sections) {

    private static final Pattern HEADER = Pattern.compile("\\[([^\\]]+)].*");
    private static final Pattern OPTION = Pattern.compile("([^=:]+?)\\s*[=:]\\s*(.*)");
    private static final Pattern REFERENCE = Pattern.compile("%(?:(%)|\\(([^)]+)\\)s)");
    private static final int DEEPEST = 10;

    static IniText parse(String text) {
        Map<String, SequencedMap<String, String>> sections = new LinkedHashMap<>();
        SequencedMap<String, String> open = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher header = HEADER.matcher(line);
            Matcher option = OPTION.matcher(line);
            if (line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (header.matches()) {
                open = sections.computeIfAbsent(header.group(1), name -> new LinkedHashMap<>());
            } else if (option.matches()) {
                open.put(option.group(1).toLowerCase(Locale.ROOT), option.group(2));
            }
        }
        return new IniText(sections);
    }

    /** The values of a section; absent where there is none. */
    Optional<SequencedMap<String, String>> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    /** A value with those that it names put in, as Python's ConfigParser does; absent where one is not there. */
    Optional<String> interpolated(String section, String option, Map<String, String> known) {
        Map<String, String> values = new LinkedHashMap<>(known);
        section("DEFAULT").ifPresent(values::putAll);
        section(section).ifPresent(values::putAll);
        return Optional.ofNullable(values.get(option)).flatMap(text -> resolve(text, values, DEEPEST));
    }

    private static Optional<String> resolve(String text, Map<String, String> values, int depth) {
        StringBuilder resolved = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            Optional<String> value = reference.group(1) == null
                    ? Optional.ofNullable(values.get(
                                    String.valueOf(reference.group(2)).toLowerCase(Locale.ROOT)))
                            .filter(known -> depth > 0)
                            .flatMap(known -> resolve(known, values, depth - 1))
                    : Optional.of("%");
            if (value.isEmpty()) {
                return Optional.empty();
            }
            reference.appendReplacement(resolved, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(reference.appendTail(resolved).toString());
    }
}
