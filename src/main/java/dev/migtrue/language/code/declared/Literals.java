package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.PythonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The values of expressions, written in one way for all that mean the same. What is known only when it runs has none. */
final class Literals {

    /** So deep names are followed to what they were given. */
    private static final int DEEPEST = 8;

    private static final Set<String> TRANSLATIONS =
            Set.of("_", "gettext", "gettext_lazy", "ugettext_lazy", "ugettext", "gettext_noop", "pgettext_lazy");

    private final Names names;
    private final Predicate<CodeNode> isReference;
    private final int left;

    /** @param isReference which names and calls stand for themselves */
    Literals(Names names, Predicate<CodeNode> isReference) {
        this(names, isReference, DEEPEST);
    }

    private Literals(Names names, Predicate<CodeNode> isReference, int left) {
        this.names = names;
        this.isReference = isReference;
        this.left = left;
    }

    Names names() {
        return names;
    }

    /** The value; absent where the text does not tell. */
    Optional<String> value(CodeNode node) {
        return switch (node.kind()) {
            case "string" -> string(node).map(Literals::quoted);
            case "concatenated_string" -> joined(node).map(Literals::quoted);
            case "integer", "float" -> Optional.of(node.text().replace("_", "").toLowerCase(Locale.ROOT));
            case "true", "false", "none" -> Optional.of(node.text());
            case "parenthesized_expression" ->
                node.children().stream().findFirst().flatMap(this::value);
            case "unary_operator" ->
                node.field("argument")
                        .flatMap(this::value)
                        .map(value -> node.text().charAt(0) + value);
            case "list" -> all(node.children()).map(values -> "[" + String.join(", ", values) + "]");
            case "tuple" -> all(node.children()).map(values -> "(" + String.join(", ", values) + ")");
            case "dictionary" -> all(node.children()).map(values -> "{" + String.join(", ", values) + "}");
            case "pair" ->
                node.field("key")
                        .flatMap(this::value)
                        .flatMap(key -> node.field("value").flatMap(this::value).map(value -> key + ": " + value));
            case "identifier", "attribute" -> named(node);
            case "call" -> called(node);
            default -> Optional.empty();
        };
    }

    private Optional<String> named(CodeNode node) {
        if (isReference.test(node)) {
            return Optional.of(Names.last(names.path(node)));
        }
        return node.is("identifier") && left > 0
                ? names.value(node.text()).flatMap(new Literals(names, isReference, left - 1)::value)
                : Optional.empty();
    }

    private Optional<String> called(CodeNode node) {
        Optional<CallNode> call = CallNode.of(node).filter(one -> !one.isOpen());
        if (call.isEmpty()) {
            return Optional.empty();
        }
        if (TRANSLATIONS.contains(call.get().name()) && call.get().positional().size() == 1) {
            return call.get().at(0).flatMap(this::value);
        }
        return Optional.of(call.get())
                .filter(one -> isReference.test(one.function()))
                .flatMap(one -> all(one.positional()).flatMap(positional -> {
                    List<String> arguments = new ArrayList<>(positional);
                    for (String key : one.keywords().keySet().stream().sorted().toList()) {
                        Optional<String> value = one.keyword(key).flatMap(this::value);
                        if (value.isEmpty()) {
                            return Optional.empty();
                        }
                        arguments.add(key + "=" + value.get());
                    }
                    return Optional.of(one.name() + "(" + String.join(", ", arguments) + ")");
                }));
    }

    /** The values of all; absent where one has none. */
    Optional<List<String>> all(List<CodeNode> nodes) {
        List<String> values = new ArrayList<>();
        for (CodeNode node : nodes) {
            Optional<String> value = value(node);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    /** The text of a string that is written down as it is. */
    Optional<String> text(CodeNode node) {
        return switch (node.kind()) {
            case "string" -> string(node);
            case "concatenated_string" -> joined(node);
            case "identifier" ->
                left > 0
                        ? names.value(node.text()).flatMap(new Literals(names, isReference, left - 1)::text)
                        : Optional.empty();
            case "parenthesized_expression" ->
                node.children().stream().findFirst().flatMap(this::text);
            default -> Optional.empty();
        };
    }

    private static Optional<String> joined(CodeNode node) {
        StringBuilder joined = new StringBuilder();
        for (CodeNode part : node.children()) {
            Optional<String> text = part.is("string") ? string(part) : Optional.empty();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            joined.append(text.get());
        }
        return Optional.of(joined.toString());
    }

    private static Optional<String> string(CodeNode literal) {
        String text = literal.text();
        int quote = Math.max(0, Math.min(position(text, '"'), position(text, '\'')));
        String prefix = text.substring(0, quote).toLowerCase(Locale.ROOT);
        String quotes = text.startsWith("\"\"\"", quote) || text.startsWith("'''", quote)
                ? text.substring(quote, quote + 3)
                : text.substring(quote, quote + 1);
        int start = quote + quotes.length();
        int end = text.length() - quotes.length();
        if (end < start || prefix.contains("f") || prefix.contains("b") || prefix.contains("t")) {
            return Optional.empty();
        }
        String content = text.substring(start, end);
        return prefix.contains("r") ? Optional.of(content) : PythonString.decoded(content);
    }

    private static int position(String text, char quote) {
        int at = text.indexOf(quote);
        return at < 0 ? text.length() - 1 : at;
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
