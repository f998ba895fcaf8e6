package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Methods of strings, lists and dictionaries. */
final class Methods {

    private final Frame frame;
    private final Language language;

    Methods(Frame frame, Language language) {
        this.frame = frame;
        this.language = language;
    }

    Optional<Value> call(Value function, Arguments arguments, CodeNode call) {
        if (!(function instanceof Value.Member method)) {
            return Optional.empty();
        }
        String name = language.method(method.name());
        return switch (method.of()) {
            case Value.Text text -> text(text, name, arguments);
            case Value.Items items -> list(items, name, arguments, call);
            case Value.Entries entries -> dictionary(entries, name, arguments);
            case Value.Listing listing -> List.of("keys", "copy").contains(name) ? Optional.of(listing) : listed(name);
            case Value.Caught error -> Optional.of(error);
            case Value.NameOf same ->
                List.of("lower", "strip", "upper", "decode").contains(name) ? Optional.of(same) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Names that a program adds to what it was told change nothing in the database. */
    private static Optional<Value> listed(String name) {
        return List.of("add", "append", "remove", "discard", "update").contains(name)
                ? Optional.of(new Value.None())
                : Optional.empty();
    }

    private Optional<Value> text(Value.Text text, String name, Arguments arguments) {
        String value = text.value();
        return switch (name) {
            case "strip", "lstrip", "rstrip", "expandtabs" ->
                arguments.positional().isEmpty() ? Optional.of(text) : Optional.empty();
            case "lower" -> Optional.of(new Value.Text(value.toLowerCase(Locale.ROOT)));
            case "upper" -> Optional.of(new Value.Text(value.toUpperCase(Locale.ROOT)));
            case "format" -> Optional.of(Texts.format(value, arguments, language));
            case "join" -> arguments.texts(0, "").map(parts -> new Value.Text(String.join(value, parts)));
            case "replace" ->
                arguments
                        .text(0, "")
                        .flatMap(from -> arguments.text(1, "").map(to -> new Value.Text(value.replace(from, to))));
            case "startswith" -> arguments.text(0, "").map(prefix -> new Value.Truth(value.startsWith(prefix)));
            case "endswith" -> arguments.text(0, "").map(suffix -> new Value.Truth(value.endsWith(suffix)));
            case "split" -> split(value, arguments);
            case "splitlines" ->
                Optional.of(new Value.Items(
                        value.lines().<Value>map(Value.Text::new).toList()));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> split(String value, Arguments arguments) {
        List<String> parts = arguments.positional().isEmpty()
                ? Arrays.asList(value.strip().split("\\s+"))
                : arguments
                        .text(0, "")
                        .filter(separator -> !separator.isEmpty())
                        .map(separator -> Arrays.asList(value.split(Pattern.quote(separator), -1)))
                        .orElse(List.of());
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Value.Items(
                        parts.stream().<Value>map(Value.Text::new).toList()));
    }

    private Optional<Value> list(Value.Items items, String name, Arguments arguments, CodeNode call) {
        List<Value> all = new ArrayList<>(items.values());
        switch (name) {
            case "append", "add" -> all.addAll(arguments.positional());
            case "extend", "update" ->
                all.addAll(arguments.positional().stream()
                        .findFirst()
                        .flatMap(Values::elements)
                        .orElse(List.of(new Value.Unknown("a list"))));
            case "copy" -> {
                return Optional.of(items);
            }
            default -> {
                return Optional.empty();
            }
        }
        call.field("function")
                .flatMap(attribute -> attribute.field("object"))
                .ifPresent(target -> Targets.bind(target, new Value.Items(all), frame.scope()));
        return Optional.of(new Value.None());
    }

    private static Optional<Value> dictionary(Value.Entries entries, String name, Arguments arguments) {
        return switch (name) {
            case "items" -> Optional.of(new Value.Items(List.copyOf(entries.pairs())));
            case "keys" -> Values.elements(entries).map(Value.Items::new);
            case "values" ->
                Optional.of(new Value.Items(entries.pairs().stream()
                        .map(pair -> pair.values().get(1))
                        .toList()));
            case "get" ->
                arguments
                        .text(0, "")
                        .map(key -> entries.get(key)
                                .or(() -> arguments.get(1, "default"))
                                .orElse(new Value.None()));
            default -> Optional.empty();
        };
    }
}
