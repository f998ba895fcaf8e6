package dev.migtrue.language.code.ruby;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;

/** What Ruby puts together with signs. */
final class RubyOperators {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("binary", RubyOperators::binary),
            entry("unary", RubyOperators::unary),
            entry(
                    "conditional",
                    (node, words) -> Phrases.conditional(
                            node,
                            words.part(node, "condition"),
                            words.part(node, "consequence"),
                            words.part(node, "alternative"))),
            entry(
                    "parenthesized_statements",
                    (node, words) -> node.children().size() == 1
                            ? node.as("parenthesized_expression", words.all(node.children()))
                            : node.as("unread", List.of())),
            entry(
                    "element_reference",
                    (node, words) -> node.as(
                            "subscript",
                            node.children().stream()
                                    .map(part ->
                                            words.put(part).in(part.field().equals("object") ? "value" : "subscript"))
                                    .toList())),
            entry("assignment", (node, words) -> Phrases.assignment(node, target(node, words), value(node, words))),
            entry("operator_assignment", RubyOperators::added),
            entry("right_assignment_list", Rewording.as("list")));

    private RubyOperators() {}

    private static CodeNode binary(CodeNode node, Rewording words) {
        CodeNode left = words.part(node, "left");
        CodeNode right = words.part(node, "right");
        String operator = operator(node);
        return switch (operator) {
            case "&&", "and" -> Phrases.both(node, left, "and", right);
            case "||", "or" -> Phrases.both(node, left, "or", right);
            case "==", "!=", "<", "<=", ">", ">=" -> Phrases.comparison(node, left, operator, right);
            case "<<" ->
                Phrases.call(node, Phrases.attribute(node, left, node.saying("identifier", "append")), List.of(right));
            default -> Phrases.binary(node, left, operator, right);
        };
    }

    private static CodeNode unary(CodeNode node, Rewording words) {
        return switch (operator(node)) {
            case "!", "not" -> Phrases.not(node, words.part(node, "operand"));
            case "-" ->
                node.field("operand")
                                .filter(number -> number.is("integer") || number.is("float"))
                                .isPresent()
                        ? node.saying("integer", node.text().replace("_", ""))
                        : node.as("opaque", List.of());
            default -> node.as("opaque", List.of());
        };
    }

    /** What is assigned: of a statement, what it comes to. */
    private static CodeNode value(CodeNode node, Rewording words) {
        CodeNode right = words.part(node, "right");
        return right.is("if_statement") ? Phrases.value(right).in("right") : right;
    }

    private static CodeNode added(CodeNode node, Rewording words) {
        CodeNode left = target(node, words);
        CodeNode right = words.part(node, "right");
        String operator = operator(node);
        return operator.equals("||=") || operator.equals("&&=")
                ? Phrases.assignment(
                        node,
                        left,
                        Phrases.both(node, words.part(node, "left"), operator.equals("||=") ? "or" : "and", right))
                : Phrases.addition(node, left, operator, right);
    }

    private static String operator(CodeNode node) {
        return node.field("operator").map(CodeNode::text).orElse("");
    }

    private static CodeNode target(CodeNode node, Rewording words) {
        return node.field("left")
                .map(left -> switch (left.kind()) {
                    case "identifier" -> Phrases.identifier(left);
                    case "left_assignment_list" ->
                        left.as(
                                "pattern_list",
                                left.children().stream()
                                        .map(Phrases::identifier)
                                        .toList());
                    default -> words.put(left);
                })
                .orElseGet(() -> node.as("ERROR", List.of()));
    }
}
