package dev.migtrue.language.code.php;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Functions that PHP brings itself. */
final class PhpFunctions {

    private static final Set<String> SAME = Set.of(
            "trim",
            "strval",
            "intval",
            "collect",
            "array_values",
            "array_unique",
            "array_filter",
            "dedent",
            "iterator_to_array");

    private PhpFunctions() {}

    static Optional<Value> call(String name, Arguments given) {
        Optional<Value> first = given.positional().stream().findFirst();
        Optional<String> text = given.text(0, "");
        return switch (name) {
            case Php.VALUES -> first.map(PhpFunctions::values);
            case Php.PAIRS -> first.map(PhpFunctions::pairs);
            case "count", "sizeof" -> first.map(PhpFunctions::count);
            case "strtolower", "mb_strtolower" -> text.map(word -> new Value.Text(word.toLowerCase(Locale.ROOT)));
            case "strtoupper", "mb_strtoupper" -> text.map(word -> new Value.Text(word.toUpperCase(Locale.ROOT)));
            case "implode", "join" -> joined(given);
            case "str_replace" -> replaced(given);
            case "array_merge" -> merged(given);
            case "array_keys" -> first.flatMap(Values::elements).map(Value.Items::new);
            case "printf", "print_r", "var_dump", "error_log" -> Optional.of(new Value.None());
            default -> SAME.contains(name) && given.positional().size() == 1 ? first : Optional.empty();
        };
    }

    private static Value values(Value value) {
        return value instanceof Value.Entries entries
                ? new Value.Items(entries.pairs().stream()
                        .map(pair -> pair.values().get(1))
                        .toList())
                : value;
    }

    private static Value pairs(Value value) {
        return switch (value) {
            case Value.Entries entries -> new Value.Items(List.copyOf(entries.pairs()));
            case Value.Items items -> {
                List<Value> all = new ArrayList<>();
                for (Value element : items.values()) {
                    all.add(new Value.Items(List.of(new Value.Numeral(String.valueOf(all.size())), element)));
                }
                yield new Value.Items(all);
            }
            default -> new Value.Unknown("what a loop runs over");
        };
    }

    private static Value count(Value value) {
        return value instanceof Value.Items items
                ? new Value.Numeral(String.valueOf(items.values().size()))
                : new Value.Magnitude(value);
    }

    private static Optional<Value> joined(Arguments given) {
        return given.text(0, "")
                .flatMap(between -> given.texts(1, "").map(parts -> new Value.Text(String.join(between, parts))));
    }

    private static Optional<Value> replaced(Arguments given) {
        Optional<String> from = given.text(0, "");
        Optional<String> to = given.text(1, "");
        return given.text(2, "")
                .flatMap(in -> from.flatMap(what -> to.map(with -> new Value.Text(in.replace(what, with)))));
    }

    private static Optional<Value> merged(Arguments given) {
        boolean isPlain = given.positional().stream().allMatch(Value.Items.class::isInstance);
        return isPlain
                ? Optional.of(new Value.Items(given.positional().stream()
                        .flatMap(part -> part instanceof Value.Items items ? items.values().stream() : Stream.empty())
                        .toList()))
                : Optional.empty();
    }
}
