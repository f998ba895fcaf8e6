package dev.migtrue.judge.rule;

import dev.migtrue.language.schema.Difference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How values of schemas are told in one line. */
final class SchemaWords {

    /** Longer values are told by where they begin to differ. */
    private static final int SHORT = 80;

    private SchemaWords() {}

    /** {@code type is bigint, expected integer; default is not there, expected 0}. */
    static String changes(List<Difference.Changed> changes) {
        return changes.stream().map(SchemaWords::change).collect(Collectors.joining("; "));
    }

    private static String change(Difference.Changed changed) {
        Optional<String> expected = changed.expected();
        Optional<String> actual = changed.actual();
        boolean isLong = Math.max(length(expected), length(actual)) > SHORT || isOfLines(expected) || isOfLines(actual);
        if (isLong && expected.isPresent() && actual.isPresent()) {
            return firstDifference(changed.property(), lines(expected.get()), lines(actual.get()));
        }
        return "%s is %s, expected %s".formatted(changed.property(), value(actual), value(expected));
    }

    private static int length(Optional<String> value) {
        return value.map(String::length).orElse(0);
    }

    private static boolean isOfLines(Optional<String> value) {
        return value.filter(text -> text.strip().contains("\n")).isPresent();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static String firstDifference(String property, List<String> expected, List<String> actual) {
        int line = 0;
        while (line < expected.size() && line < actual.size() && expected.get(line).equals(actual.get(line))) {
            line++;
        }
        String where = expected.size() == 1 && actual.size() == 1 ? "" : " in line " + (line + 1);
        return "%s differs%s: is %s, expected %s"
                .formatted(property, where, part(actual, line, expected), part(expected, line, actual));
    }

    /** A line from shortly before where it differs from the same one on the other side. */
    private static String part(List<String> lines, int at, List<String> others) {
        if (at >= lines.size()) {
            return "at its end";
        }
        String line = lines.get(at).strip();
        String other = at < others.size() ? others.get(at).strip() : "";
        int same = 0;
        while (same < line.length() && same < other.length() && line.charAt(same) == other.charAt(same)) {
            same++;
        }
        int from = line.length() <= SHORT ? 0 : Math.max(0, Math.min(same - SHORT / 4, line.length() - SHORT));
        int to = Math.min(line.length(), from + SHORT);
        return "'" + (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "") + "'";
    }

    private static String value(Optional<String> value) {
        return value.map(text -> "'" + cut(text.strip().replaceAll("\\s+", " ")) + "'")
                .orElse("not there");
    }

    private static String cut(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }
}
