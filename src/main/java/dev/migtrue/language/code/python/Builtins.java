package dev.migtrue.language.code.python;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Functions that Python itself brings. */
final class Builtins {

    private static final int LONGEST = 1000;

    private Builtins() {}

    static Optional<Value> call(Value function, Arguments arguments) {
        if (!(function instanceof Value.Named named)) {
            return Optional.empty();
        }
        Optional<Value> first = arguments.positional().stream().findFirst();
        return switch (named.path()) {
            case "list", "set", "tuple", "sorted", "frozenset", "iter", "reversed", "dict" ->
                first.or(() -> Optional.of(new Value.Items(List.of()))).map(Builtins::collected);
            case "len" -> first.map(Builtins::length);
            case "any", "bool" -> first.map(Builtins::any);
            case "next" -> first.map(value -> value);
            case "str" -> first.flatMap(Builtins::text);
            case "int" -> first;
            case "enumerate" -> first.flatMap(Builtins::numbered);
            case "zip" -> zipped(arguments.positional());
            case "range" -> range(arguments);
            case "textwrap.dedent", "inspect.cleandoc", "dedent", "contextlib.closing", "closing" -> first;
            case "print", "logging.info" -> Optional.of(new Value.None());
            default -> Optional.empty();
        };
    }

    private static Value collected(Value value) {
        return Values.elements(value).<Value>map(Value.Items::new).orElse(value);
    }

    private static Value length(Value value) {
        return Values.elements(value)
                .<Value>map(elements -> new Value.Numeral(String.valueOf(elements.size())))
                .orElse(new Value.Magnitude(value));
    }

    private static Value any(Value value) {
        if (value instanceof Value.Items items) {
            List<Value> values = items.values();
            if (values.stream().anyMatch(new Value.Truth(true)::equals)) {
                return new Value.Truth(true);
            }
            if (values.stream().allMatch(new Value.Truth(false)::equals)) {
                return new Value.Truth(false);
            }
            return values.size() == 1 ? values.getFirst() : new Value.Unknown("one of several");
        }
        return value;
    }

    private static Optional<Value> text(Value value) {
        return value instanceof Value.Caught || value instanceof Value.NameOf
                ? Optional.of(value)
                : Python.NOTATION.shown(value).map(Value.Text::new);
    }

    private static Optional<Value> numbered(Value value) {
        return Values.elements(value)
                .map(elements -> new Value.Items(IntStream.range(0, elements.size())
                        .<Value>mapToObj(
                                i -> new Value.Items(List.of(new Value.Numeral(String.valueOf(i)), elements.get(i))))
                        .toList()));
    }

    private static Optional<Value> zipped(List<Value> lists) {
        List<List<Value>> all = new ArrayList<>();
        lists.forEach(list -> Values.elements(list).ifPresent(all::add));
        if (all.size() != lists.size() || all.isEmpty()) {
            return Optional.empty();
        }
        int shortest = all.stream().mapToInt(List::size).min().orElse(0);
        return Optional.of(new Value.Items(IntStream.range(0, shortest)
                .<Value>mapToObj(i ->
                        new Value.Items(all.stream().map(list -> list.get(i)).toList()))
                .toList()));
    }

    private static Optional<Value> range(Arguments arguments) {
        List<Integer> bounds = arguments.positional().stream()
                .flatMap(value ->
                        value instanceof Value.Numeral number && number.digits().matches("\\d{1,4}")
                                ? Optional.of(Integer.valueOf(number.digits())).stream()
                                : Optional.<Integer>empty().stream())
                .toList();
        if (bounds.isEmpty()
                || bounds.size() > 2
                || bounds.size() != arguments.positional().size()) {
            return Optional.empty();
        }
        int from = bounds.size() == 1 ? 0 : bounds.getFirst();
        int to = Math.min(bounds.getLast(), from + LONGEST);
        return Optional.of(new Value.Items(IntStream.range(from, to)
                .<Value>mapToObj(i -> new Value.Numeral(String.valueOf(i)))
                .toList()));
    }
}
