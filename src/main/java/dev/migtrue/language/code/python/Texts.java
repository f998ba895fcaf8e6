package dev.migtrue.language.code.python;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.PythonString;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings, and what is put together of them. */
final class Texts {

    private static final Pattern DIRECTIVE = Pattern.compile("%(?:\\((\\w+)\\))?([sdr%])");
    private static final Pattern FIELD = Pattern.compile("\\{\\{|\\}\\}|\\{(\\w*)\\}");
    private static final Value FILLED_IN = new Value.Unknown("a string with values filled in");

    private final Expressions expressions;

    Texts(Expressions expressions) {
        this.expressions = expressions;
    }

    /** The SQL of an operation, where it is one. */
    static Optional<String> sql(Operation operation) {
        return switch (operation) {
            case Operation.Called called -> Optional.of(called.sql());
            case Operation.Written written ->
                Optional.of(written.file()
                        .substring(written.place().start(), written.place().end()));
            default -> Optional.empty();
        };
    }

    Value literal(CodeNode node) {
        if (node.is("concatenated_string")) {
            return node.children().stream()
                    .map(this::literal)
                    .reduce(Texts::sum)
                    .orElse(new Value.Unknown("a broken string"));
        }
        String opening = node.parts().isEmpty() ? "" : node.parts().getFirst().text();
        String prefix = opening.replaceAll("[\"']", "").toLowerCase(Locale.ROOT);
        if (node.parts().size() < 2 || prefix.contains("b")) {
            return new Value.Unknown("no string");
        }
        int start = node.parts().getFirst().end();
        int end = node.parts().getLast().start();
        return prefix.contains("f") || prefix.contains("t")
                ? formatted(node, prefix, start, end)
                : plain(node, prefix, start, end);
    }

    private static Value plain(CodeNode node, String prefix, int start, int end) {
        String content = node.file().substring(start, end);
        boolean isAsWritten = prefix.contains("r") || content.indexOf('\\') < 0;
        return (isAsWritten ? Optional.of(content) : PythonString.decoded(content.replace("\r\n", "\n")))
                .<Value>map(value ->
                        new Value.Text(value, isAsWritten ? Optional.of(new Place(start, end)) : Optional.empty()))
                .orElse(new Value.Unknown("a string with a malformed escape"));
    }

    private Value formatted(CodeNode node, String prefix, int start, int end) {
        List<CodeNode> fields =
                node.children().stream().filter(part -> part.is("interpolation")).toList();
        StringBuilder text = new StringBuilder();
        int at = start;
        for (CodeNode field : fields) {
            Optional<String> value = field.field("expression").flatMap(this::filled);
            boolean isPlain = field.children().size() == 1;
            if (value.isEmpty() || !isPlain) {
                return FILLED_IN;
            }
            text.append(braces(node.file().substring(at, field.start()), prefix)).append(value.get());
            at = field.end();
        }
        text.append(braces(node.file().substring(at, end), prefix));
        boolean isAsWritten = text.toString().equals(node.file().substring(start, end));
        return new Value.Text(
                text.toString(), isAsWritten ? Optional.of(new Place(start, end)) : Optional.empty());
    }

    private Optional<String> filled(CodeNode expression) {
        return shown(expressions.value(expression));
    }

    private static String braces(String text, String prefix) {
        String bare = text.replace("{{", "{").replace("}}", "}");
        return prefix.contains("r") ? bare : PythonString.decoded(bare).orElse(bare);
    }

    /** What a value looks like in a string; absent where only the run tells. */
    static Optional<String> shown(Value value) {
        return switch (value) {
            case Value.Numeral number -> Optional.of(number.digits());
            case Value.Truth truth -> Optional.of(truth.is() ? "True" : "False");
            case Value.None none -> Optional.of("None");
            default -> Values.text(value);
        };
    }

    /** What {@code +} makes of two values. */
    static Value sum(Value left, Value right) {
        Optional<String> one = Values.text(left);
        Optional<String> other = Values.text(right);
        if (one.isPresent() && other.isPresent()) {
            return new Value.Text(one.get() + other.get());
        }
        if (left instanceof Value.Items(List<Value> first) && right instanceof Value.Items(List<Value> second)) {
            List<Value> all = new ArrayList<>(first);
            all.addAll(second);
            return new Value.Items(all);
        }
        return left instanceof Value.Text || right instanceof Value.Text
                ? FILLED_IN
                : new Value.Unknown("the result of an expression");
    }

    /** {@code "… %s" % values}. */
    static Value filled(Value format, Value given) {
        Optional<String> text = Values.text(format);
        if (text.isEmpty()) {
            return new Value.Unknown("the result of an expression");
        }
        List<Value> left = new ArrayList<>(given instanceof Value.Items items ? items.values() : List.of(given));
        StringBuilder filled = new StringBuilder();
        Matcher matcher = DIRECTIVE.matcher(text.get());
        while (matcher.find()) {
            Optional<String> value = directive(matcher.toMatchResult(), given, left);
            if (value.isEmpty()) {
                return FILLED_IN;
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return new Value.Text(matcher.appendTail(filled).toString());
    }

    private static Optional<String> directive(MatchResult found, Value given, List<Value> left) {
        if (found.group(2).equals("%")) {
            return Optional.of("%");
        }
        if (found.group(1) != null) {
            return given instanceof Value.Entries entries
                    ? entries.get(found.group(1)).flatMap(Texts::shown)
                    : Optional.empty();
        }
        return left.isEmpty() ? Optional.empty() : shown(left.removeFirst());
    }

    /** {@code "… {name} {}".format(…)}. */
    static Value format(String text, Arguments arguments) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = FIELD.matcher(text);
        int next = 0;
        while (matcher.find()) {
            String name = matcher.group(1);
            Optional<String> value;
            if (name == null) {
                value = Optional.of(matcher.group().substring(1));
            } else if (name.isEmpty() || name.matches("\\d{1,6}")) {
                int place = name.isEmpty() ? next++ : Integer.parseInt(name);
                value = arguments.get(place, name).flatMap(Texts::shown);
            } else {
                value = arguments.keyword(name).flatMap(Texts::shown);
            }
            if (value.isEmpty()) {
                return FILLED_IN;
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return new Value.Text(matcher.appendTail(filled).toString());
    }
}
