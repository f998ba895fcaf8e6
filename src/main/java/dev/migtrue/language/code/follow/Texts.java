package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
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
    private final Language language;

    Texts(Expressions expressions, Language language) {
        this.expressions = expressions;
        this.language = language;
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

    /** A literal, or several that stand beside each other. */
    Value literal(CodeNode node) {
        if (node.is("concatenated_string")) {
            return node.children().stream()
                    .map(this::literal)
                    .reduce(Texts::sum)
                    .orElse(new Value.Unknown("a broken string"));
        }
        Optional<CodeNode> text = node.is("text") ? Optional.of(node) : language.text(node);
        return text.map(CodeNode::parts).map(this::joined).orElse(new Value.Unknown("no string"));
    }

    private Value joined(List<CodeNode> parts) {
        StringBuilder text = new StringBuilder();
        boolean isAsWritten = !parts.isEmpty();
        for (CodeNode part : parts) {
            Optional<String> said =
                    part.is("piece") ? Optional.of(part.text()) : language.shown(expressions.value(part));
            if (said.isEmpty()) {
                return part.is("ERROR") ? new Value.Unknown("a string that is not understood") : FILLED_IN;
            }
            text.append(said.get());
            isAsWritten &= part.is("piece") && part.said().isEmpty();
        }
        return new Value.Text(
                text.toString(),
                isAsWritten
                        ? Optional.of(new Place(
                                parts.getFirst().start(), parts.getLast().end()))
                        : Optional.empty());
    }

    /** What {@code +} makes of two values. */
    static Value sum(Value left, Value right) {
        Optional<String> one = Values.text(left);
        Optional<String> other = Values.text(right);
        if (one.isPresent() && other.isPresent()) {
            return new Value.Text(one.get() + other.get());
        }
        if (left instanceof Value.Items first && right instanceof Value.Items second) {
            List<Value> all = new ArrayList<>(first.values());
            all.addAll(second.values());
            return new Value.Items(all);
        }
        return left instanceof Value.Text || right instanceof Value.Text
                ? FILLED_IN
                : new Value.Unknown("the result of an expression");
    }

    /** {@code "… %s" % values}. */
    static Value filled(Value format, Value given, Language language) {
        Optional<String> text = Values.text(format);
        if (text.isEmpty()) {
            return new Value.Unknown("the result of an expression");
        }
        List<Value> left = new ArrayList<>(given instanceof Value.Items items ? items.values() : List.of(given));
        StringBuilder filled = new StringBuilder();
        Matcher matcher = DIRECTIVE.matcher(text.get());
        while (matcher.find()) {
            Optional<String> value = directive(matcher.toMatchResult(), given, left, language);
            if (value.isEmpty()) {
                return FILLED_IN;
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return new Value.Text(matcher.appendTail(filled).toString());
    }

    private static Optional<String> directive(MatchResult found, Value given, List<Value> left, Language language) {
        if (found.group(2).equals("%")) {
            return Optional.of("%");
        }
        if (found.group(1) != null) {
            return given instanceof Value.Entries entries
                    ? entries.get(found.group(1)).flatMap(language::shown)
                    : Optional.empty();
        }
        return left.isEmpty() ? Optional.empty() : language.shown(left.removeFirst());
    }

    /** {@code "… {name} {}".format(…)}. */
    static Value format(String text, Arguments arguments, Language language) {
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
                value = arguments.get(place, name).flatMap(language::shown);
            } else {
                value = arguments.keyword(name).flatMap(language::shown);
            }
            if (value.isEmpty()) {
                return FILLED_IN;
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return new Value.Text(matcher.appendTail(filled).toString());
    }
}
