package dev.migtrue.language.code.javascript;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Functions and methods that JavaScript brings itself, as far as they ask for no function. */
final class ScriptFunctions {

    private ScriptFunctions() {}

    static Optional<Value> call(Value function, Arguments arguments) {
        return switch (function) {
            case Value.Named named -> named(named.path(), arguments);
            case Value.Member member -> method(member.of(), member.name(), arguments);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> named(String path, Arguments given) {
        Optional<Value> first = given.positional().stream().findFirst();
        return switch (path) {
            case "require" -> given.text(0, "").map(Value.Named::new);
            case Script.COUNT -> first.map(ScriptFunctions::count);
            case Script.KEYS -> first.map(ScriptFunctions::keys);
            case "String", "Number", "parseInt", "Object.freeze", "Array.from", "structuredClone" -> first;
            case "Promise.all", "Promise.allSettled", "Promise.resolve" -> Optional.of(first.orElse(new Value.None()));
            case "Object.keys" -> first.map(ScriptFunctions::names);
            case "Object.values" -> first.flatMap(value -> part(value, 1));
            case "Object.entries" ->
                first.filter(Value.Entries.class::isInstance)
                        .map(value -> new Value.Items(List.copyOf(((Value.Entries) value).pairs())));
            default -> path.startsWith("console.") ? Optional.of(new Value.None()) : Optional.empty();
        };
    }

    private static Value count(Value value) {
        return switch (value) {
            case Value.Items items ->
                new Value.Numeral(String.valueOf(items.values().size()));
            case Value.Text text ->
                new Value.Numeral(String.valueOf(text.value().length()));
            default -> new Value.Magnitude(value);
        };
    }

    private static Value keys(Value value) {
        return value instanceof Value.Items items
                ? new Value.Items(IntStream.range(0, items.values().size())
                        .<Value>mapToObj(place -> new Value.Numeral(String.valueOf(place)))
                        .toList())
                : names(value);
    }

    private static Value names(Value value) {
        return switch (value) {
            case Value.Entries entries -> part(entries, 0).orElse(new Value.Unknown("the keys of an object"));
            case Value.Listing listing -> new Value.Listing(listing.kind(), listing.on(), Value.Listing.Form.NAMES);
            default -> new Value.Unknown("the keys of an object");
        };
    }

    private static Optional<Value> part(Value value, int place) {
        return value instanceof Value.Entries entries
                ? Optional.of(new Value.Items(entries.pairs().stream()
                        .map(pair -> pair.values().get(place))
                        .toList()))
                : Optional.empty();
    }

    private static Optional<Value> method(Value of, String name, Arguments given) {
        return switch (name) {
            case "join" ->
                Values.texts(of)
                        .filter(texts -> of instanceof Value.Items)
                        .map(texts ->
                                new Value.Text(String.join(given.text(0, "").orElse(","), texts)));
            case "includes", "hasOwnProperty", "has" ->
                given.positional().stream().findFirst().flatMap(wanted -> held(of, wanted));
            case "concat" -> joined(of, given);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> held(Value of, Value wanted) {
        Optional<String> name = Values.text(wanted);
        return switch (of) {
            case Value.Listing listing -> name.map(found -> new Value.Matches(listing, found));
            case Value.Text text ->
                name.map(found -> new Value.Truth(text.value().contains(found)));
            case Value.Items items ->
                Values.texts(items).flatMap(texts -> name.map(found -> new Value.Truth(texts.contains(found))));
            case Value.Entries entries ->
                name.map(found -> new Value.Truth(entries.get(found).isPresent()));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> joined(Value of, Arguments given) {
        List<Optional<List<Value>>> parts = Stream.concat(Stream.of(of), given.positional().stream())
                .map(value -> value instanceof Value.Items items
                        ? Optional.of(items.values())
                        : Optional.<List<Value>>empty())
                .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Value.Items(parts.stream()
                        .flatMap(part -> part.orElse(List.of()).stream())
                        .toList()))
                : Optional.empty();
    }
}
