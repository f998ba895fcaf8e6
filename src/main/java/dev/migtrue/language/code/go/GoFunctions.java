package dev.migtrue.language.code.go;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that Go itself brings, and those of its own packages. */
final class GoFunctions {

    private static final int LONGEST = 1000;
    private static final Pattern DIRECTIVE = Pattern.compile("%(?:\\[(\\d{1,3})\\])?[-+#0-9.]*([a-zA-Z%])");

    private GoFunctions() {}

    static Optional<Value> call(String path, Arguments given) {
        Optional<Value> first = given.get(0, "");
        return switch (path) {
            case "fmt.Sprintf" ->
                first.flatMap(Values::text)
                        .map(format -> filled(format, given.without(1).positional()));
            case "fmt.Sprint" ->
                Values.texts(new Value.Items(given.positional())).map(all -> new Value.Text(String.join("", all)));
            case "strings.ToLower" -> text(given, value -> value.toLowerCase(Locale.ROOT));
            case "strings.ToUpper" -> text(given, value -> value.toUpperCase(Locale.ROOT));
            case "strings.TrimSpace" -> first;
            case "strings.Join" ->
                given.texts(0, "")
                        .flatMap(parts -> given.text(1, "").map(sign -> new Value.Text(String.join(sign, parts))));
            case "strings.ReplaceAll" -> replaced(given);
            case "strings.Split" ->
                given.text(0, "")
                        .flatMap(text -> given.text(1, "")
                                .filter(sign -> !sign.isEmpty())
                                .map(sign -> split(text, sign)));
            case "strings.Contains" ->
                given.text(0, "").flatMap(text -> given.text(1, "").map(part -> new Value.Truth(text.contains(part))));
            case "string", "[]byte", "context.Background", "context.TODO" ->
                first.or(() -> Optional.of(new Value.None()));
            case "range" -> first.map(GoFunctions::numbered);
            case "len" -> first.map(GoFunctions::length);
            case "append" ->
                first.flatMap(Values::elements)
                        .map(all -> joined(all, given.without(1).positional()));
            case "errors.Is", "errors.As" -> isMissing(given);
            default ->
                path.matches("(?:fmt\\.(?:Fp|P)rint|log\\.|slog\\.|logger\\.).*")
                        ? Optional.of(new Value.None())
                        : Optional.empty();
        };
    }

    private static Optional<Value> text(Arguments given, UnaryOperator<String> change) {
        return given.text(0, "").map(value -> new Value.Text(change.apply(value)));
    }

    private static Optional<Value> replaced(Arguments given) {
        return given.text(0, "")
                .flatMap(text -> given.text(1, "")
                        .flatMap(from -> given.text(2, "").map(to -> new Value.Text(text.replace(from, to)))));
    }

    private static Value split(String text, String sign) {
        return new Value.Items(List.of(text.split(Pattern.quote(sign), -1)).stream()
                .<Value>map(Value.Text::new)
                .toList());
    }

    private static Value joined(List<Value> one, List<Value> other) {
        List<Value> all = new ArrayList<>(one);
        all.addAll(other);
        return new Value.Items(all);
    }

    /** An error that is asked for is another one than that a row was not there. */
    private static Optional<Value> isMissing(Arguments given) {
        boolean isError = given.get(0, "").filter(Value.None.class::isInstance).isPresent();
        return isError ? Optional.of(new Value.Truth(false)) : Optional.empty();
    }

    private static Value length(Value value) {
        return Values.elements(value)
                .map(List::size)
                .or(() -> Values.text(value).map(String::length))
                .<Value>map(size -> new Value.Numeral(String.valueOf(size)))
                .orElse(new Value.Magnitude(value));
    }

    /** Each element behind its number, or behind what it stands under. */
    private static Value numbered(Value value) {
        return switch (value) {
            case Value.Entries entries -> new Value.Items(List.copyOf(entries.pairs()));
            case Value.Items items -> {
                List<Value> pairs = new ArrayList<>();
                for (Value each : items.values()
                        .subList(0, Math.min(LONGEST, items.values().size()))) {
                    pairs.add(new Value.Items(List.of(new Value.Numeral(String.valueOf(pairs.size())), each)));
                }
                yield new Value.Items(pairs);
            }
            default -> value;
        };
    }

    private static Value filled(String format, List<Value> values) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = DIRECTIVE.matcher(format);
        int next = 0;
        while (matcher.find()) {
            String kind = matcher.group(2);
            if (kind.equals("%")) {
                matcher.appendReplacement(filled, "%");
                continue;
            }
            int place = matcher.group(1) == null ? next : Integer.parseInt(matcher.group(1)) - 1;
            next = place + 1;
            Optional<String> value = place >= 0 && place < values.size() ? shown(values.get(place)) : Optional.empty();
            if (value.isEmpty()) {
                return new Value.Unknown("a string with values filled in");
            }
            String written = kind.equals("q") ? "\"" + value.get() + "\"" : value.get();
            matcher.appendReplacement(filled, Matcher.quoteReplacement(written));
        }
        return new Value.Text(matcher.appendTail(filled).toString());
    }

    private static Optional<String> shown(Value value) {
        return new Go().shown(value);
    }
}
