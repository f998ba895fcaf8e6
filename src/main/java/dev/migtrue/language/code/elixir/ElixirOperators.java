package dev.migtrue.language.code.elixir;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Elixir puts together with signs. */
final class ElixirOperators {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("binary_operator", ElixirOperators::binary), entry("unary_operator", ElixirOperators::unary));

    private ElixirOperators() {}

    static String sign(CodeNode node) {
        return node.field("operator")
                .or(() -> node.parts().stream().filter(part -> !part.isNamed()).findFirst())
                .map(CodeNode::text)
                .orElse("")
                .replaceAll("\\s+", " ");
    }

    private static CodeNode binary(CodeNode node, Rewording words) {
        String operator = sign(node);
        if (operator.equals("=")) {
            return assigned(node, words);
        }
        if (operator.equals("|>")) {
            return piped(node, words);
        }
        CodeNode left = side(node, "left", words);
        CodeNode right = side(node, "right", words);
        return switch (operator) {
            case "&&", "and" -> Phrases.both(node, left, "and", right);
            case "||", "or" -> Phrases.both(node, left, "or", right);
            case "==", "===" -> Phrases.comparison(node, left, "==", right);
            case "!=", "!==" -> Phrases.comparison(node, left, "!=", right);
            case "<", "<=", ">", ">=", "in", "not in" -> Phrases.comparison(node, left, operator, right);
            case "<>", "++" -> Phrases.binary(node, left, "+", right);
            default -> node.as("opaque", List.of());
        };
    }

    private static CodeNode side(CodeNode node, String field, Rewording words) {
        return node.field(field)
                .map(part -> ElixirTree.value(part, words))
                .orElseGet(() -> node.as("ERROR", List.of()));
    }

    private static CodeNode assigned(CodeNode node, Rewording words) {
        return Phrases.assignment(
                node,
                node.field("left").map(ElixirOperators::target).orElseGet(() -> node.as("ERROR", List.of())),
                side(node, "right", words));
    }

    /** What is matched: names, and several at once. */
    static CodeNode target(CodeNode pattern) {
        return switch (pattern.kind()) {
            case "identifier" -> Phrases.identifier(pattern);
            case "tuple", "list" ->
                pattern.as(
                        "pattern_list",
                        pattern.children().stream()
                                .map(part -> target(part).in(""))
                                .toList());
            // Of what a query brings, each part is taken for the whole.
            case "map" -> inner(pattern).orElseGet(() -> pattern.saying("identifier", "_"));
            default -> pattern.saying("identifier", "_");
        };
    }

    private static Optional<CodeNode> inner(CodeNode map) {
        List<CodeNode> found = new ArrayList<>();
        collect(map, found);
        return found.size() == 1 ? Optional.of(Phrases.identifier(found.getFirst())) : Optional.empty();
    }

    private static void collect(CodeNode node, List<CodeNode> names) {
        for (CodeNode part : node.children()) {
            if (part.is("identifier")) {
                names.add(part);
            }
            collect(part, names);
        }
    }

    /** {@code a |> f(b)} is {@code f(a, b)}. */
    private static CodeNode piped(CodeNode node, Rewording words) {
        return node.field("left")
                .flatMap(first -> node.field("right").map(call -> ElixirCalls.behind(node, first, call, words)))
                .orElseGet(() -> node.as("ERROR", List.of()));
    }

    private static CodeNode unary(CodeNode node, Rewording words) {
        return switch (sign(node)) {
            case "@" -> attribute(node, words);
            case "not", "!" -> Phrases.not(node, side(node, "operand", words));
            case "-" ->
                node.field("operand")
                                .filter(number -> number.is("integer") || number.is("float"))
                                .isPresent()
                        ? node.saying("integer", node.text().replace("_", ""))
                        : node.as("opaque", List.of());
            case "&" -> captured(node, words);
            default -> node.as("opaque", List.of());
        };
    }

    /** {@code @name value} sets what {@code @name} stands for. */
    private static CodeNode attribute(CodeNode node, Rewording words) {
        CodeNode operand = node.field("operand").orElse(node);
        if (!operand.is("call")) {
            return node.saying("identifier", node.text());
        }
        String name = "@" + operand.field("target").map(CodeNode::text).orElse("");
        List<CodeNode> given = ElixirCalls.given(operand);
        return given.size() == 1
                ? Phrases.assignment(node, node.saying("identifier", name), ElixirTree.value(given.getFirst(), words))
                : node.as("opaque", List.of());
    }

    /** {@code &name/1} is the function of this name, {@code &(&1 <> "x")} one without. */
    private static CodeNode captured(CodeNode node, Rewording words) {
        CodeNode operand = node.field("operand").orElse(node);
        if (operand.is("integer")) {
            return node.saying("identifier", node.text());
        }
        Optional<CodeNode> name = Optional.of(operand)
                .filter(inside -> inside.is("binary_operator") && sign(inside).equals("/"))
                .flatMap(inside -> inside.field("left"));
        if (name.isPresent()) {
            return name.get().is("identifier")
                    ? name.get().as("identifier", List.of()).in(node.field())
                    : words.put(name.get());
        }
        return Phrases.lambda(
                node,
                List.of(node.saying("identifier", "&1"), node.saying("identifier", "&2")),
                ElixirTree.value(operand, words));
    }
}
