package dev.migtrue.language.sql.rerun;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Arrays of PostgreSQL, and what functions and signs make of them. */
final class Arrays {

    private static final Set<String> FUNCTIONS = Set.of(
            "array_append",
            "array_prepend",
            "array_remove",
            "array_replace",
            "array_cat",
            "array_to_string",
            "cardinality");

    private Arrays() {}

    static boolean isFunction(String name) {
        return FUNCTIONS.contains(name);
    }

    /** A value that is an array, or text that writes one out. */
    static Value.Many of(Value value) {
        if (value instanceof Value.Many many) {
            return many;
        }
        String text = value.text().strip();
        boolean isPlain =
                text.startsWith("{") && text.endsWith("}") && text.indexOf('{', 1) < 0 && text.indexOf('"') < 0;
        if (!isPlain) {
            throw new Value.Unknown("the array " + text);
        }
        String inner = text.substring(1, text.length() - 1);
        List<Value> values = new ArrayList<>();
        for (String element : inner.isBlank() ? new String[0] : inner.split(",", -1)) {
            values.add(
                    element.strip().equalsIgnoreCase("NULL") ? new Value.Nothing() : new Value.Text(element.strip()));
        }
        return new Value.Many(values);
    }

    static Value call(String name, List<Value> given) {
        if (given.size() < 2 && !name.equals("cardinality")) {
            throw new Value.Unknown("the arguments of " + name);
        }
        return switch (name) {
            case "array_append" -> joined(orNone(given.get(0)), List.of(given.get(1)));
            case "array_prepend" -> joined(List.of(given.get(0)), orNone(given.get(1)));
            case "array_cat" -> joined(orNone(given.get(0)), orNone(given.get(1)));
            default -> given.getFirst().isNull() ? given.getFirst() : ofThere(name, given);
        };
    }

    private static Value ofThere(String name, List<Value> given) {
        List<Value> values = of(given.getFirst()).values();
        return switch (name) {
            case "array_remove" ->
                new Value.Many(values.stream()
                        .filter(one -> !isSame(one, given.get(1)))
                        .toList());
            case "array_replace" ->
                new Value.Many(values.stream()
                        .map(one -> isSame(one, given.get(1)) ? given.get(2) : one)
                        .toList());
            case "cardinality" -> Value.of(values.size());
            default ->
                new Value.Text(values.stream()
                        .filter(one -> !one.isNull())
                        .map(Value::text)
                        .collect(Collectors.joining(given.get(1).text())));
        };
    }

    private static List<Value> orNone(Value value) {
        return value.isNull() ? List.of() : of(value).values();
    }

    static Value joined(List<Value> one, List<Value> other) {
        List<Value> all = new ArrayList<>(one);
        all.addAll(other);
        return new Value.Many(all);
    }

    /** Whether one has all that the other has. */
    static boolean holds(Value.Many whole, Value.Many part) {
        return part.values().stream().allMatch(wanted -> whole.values().stream().anyMatch(one -> isSame(one, wanted)));
    }

    static boolean overlap(Value.Many one, Value.Many other) {
        return other.values().stream()
                .anyMatch(wanted -> one.values().stream().anyMatch(value -> isSame(value, wanted)));
    }

    /** Elements that are written in an array are text, whatever they are compared with. */
    private static boolean isSame(Value one, Value other) {
        if (one.isNull() || other.isNull()) {
            return one.equals(other);
        }
        return one.text().equals(other.text());
    }
}
