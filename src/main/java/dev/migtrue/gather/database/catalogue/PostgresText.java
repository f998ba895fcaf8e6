package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What PostgreSQL prints of expressions, in the form that it keeps when what it printed is read and printed again. */
final class PostgresText {

    private static final String ARRAY = "(ARRAY[";
    private static final Pattern CAST = Pattern.compile("\\]\\)::(?<type>[\\w \".]+(?:\\([\\d,]+\\))?)\\[\\]");
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");

    private PostgresText() {}

    static SequencedMap<String, String> settled(ObjectKind kind, SequencedMap<String, String> properties) {
        boolean isView = kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW;
        SequencedMap<String, String> settled = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            String text = settled(value);
            settled.put(name, isView && name.equals("definition") ? PostgresViewText.settled(text) : text);
        });
        return settled;
    }

    /** Of {@code a IN ('x', 'y')} with a varchar, the array is cast when first printed, and its elements ever after. */
    static String settled(String text) {
        int start = text.indexOf(ARRAY);
        if (start < 0) {
            return text;
        }
        int inside = start + ARRAY.length();
        List<Integer> ends = ends(text, inside);
        Matcher cast = CAST.matcher(text).region(ends.getLast(), text.length());
        return cast.lookingAt()
                ? text.substring(0, start)
                        + castElements(text, inside, ends, cast.group("type"))
                        + settled(text.substring(cast.end()))
                : text.substring(0, inside) + settled(text.substring(inside));
    }

    private static String castElements(String text, int inside, List<Integer> ends, String type) {
        List<String> elements = new ArrayList<>();
        int from = inside;
        for (int end : ends) {
            elements.add(text.substring(from, end).strip());
            from = Math.min(end + 1, text.length());
        }
        return elements.stream()
                .map(element -> "(" + settled(element) + ")::" + type)
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    /** Where the elements of a list end that begins at a place: before commas, the last before the bracket that closes it. */
    private static List<Integer> ends(String text, int from) {
        List<Integer> ends = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        int depth = 0;
        int at = from;
        while (at < text.length() && depth >= 0) {
            char c = text.charAt(at);
            if ((c == '\'' || c == '"') && quoted.region(at, text.length()).lookingAt()) {
                at = quoted.end();
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth < 0 || (depth == 0 && c == ',')) {
                ends.add(at);
            }
            at++;
        }
        return ends.isEmpty() ? List.of(text.length()) : ends;
    }
}
