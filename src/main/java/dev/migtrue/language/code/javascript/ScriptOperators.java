package dev.migtrue.language.code.javascript;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;

/** What is put together with signs. */
final class ScriptOperators {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("binary_expression", ScriptOperators::binary),
            entry("unary_expression", ScriptOperators::unary),
            entry(
                    "ternary_expression",
                    (node, words) -> Phrases.conditional(
                            node,
                            words.part(node, "condition"),
                            words.part(node, "consequence"),
                            words.part(node, "alternative"))),
            entry("parenthesized_expression", Rewording::first),
            entry(
                    "await_expression",
                    (node, words) -> node.as(
                            "await", List.of(Rewording.first(node, words).in("")))),
            entry("yield_expression", (node, words) -> Rewording.first(node, words)),
            entry("as_expression", Rewording::first),
            entry("satisfies_expression", Rewording::first),
            entry("non_null_expression", Rewording::first),
            entry(
                    "type_assertion",
                    (node, words) -> words.put(node.children().getLast()).in(node.field())),
            entry("assignment_expression", ScriptOperators::assignment),
            entry("augmented_assignment_expression", ScriptOperators::added),
            entry(
                    "update_expression",
                    (node, words) ->
                            Phrases.addition(node, words.part(node, "argument"), "++", node.saying("integer", "1"))));

    private ScriptOperators() {}

    private static CodeNode binary(CodeNode node, Rewording words) {
        CodeNode left = words.part(node, "left");
        CodeNode right = words.part(node, "right");
        String operator = operator(node);
        return switch (operator) {
            case "&&" -> Phrases.both(node, left, "and", right);
            case "||", "??" -> Phrases.both(node, left, "or", right);
            case "==", "===" -> Phrases.comparison(node, left, "==", right);
            case "!=", "!==" -> Phrases.comparison(node, left, "!=", right);
            case "<", "<=", ">", ">=", "in" -> Phrases.comparison(node, left, operator, right);
            default -> Phrases.binary(node, left, operator, right);
        };
    }

    private static CodeNode unary(CodeNode node, Rewording words) {
        CodeNode argument = words.part(node, "argument");
        return switch (operator(node)) {
            case "!" -> Phrases.not(node, argument);
            case "-" ->
                argument.is("integer") ? node.saying("integer", "-" + argument.text()) : node.as("opaque", List.of());
            case "void" -> argument.is("integer") ? node.as("none", List.of()) : argument;
            default -> node.as("opaque", List.of());
        };
    }

    private static CodeNode assignment(CodeNode node, Rewording words) {
        return Phrases.assignment(node, words.part(node, "left"), words.part(node, "right"));
    }

    private static CodeNode added(CodeNode node, Rewording words) {
        CodeNode left = words.part(node, "left");
        CodeNode right = words.part(node, "right");
        return switch (operator(node)) {
            case "||=", "??=" -> Phrases.assignment(node, left, Phrases.both(node, left, "or", right));
            case "&&=" -> Phrases.assignment(node, left, Phrases.both(node, left, "and", right));
            default -> Phrases.addition(node, left, operator(node), right);
        };
    }

    static String operator(CodeNode node) {
        return node.field("operator").map(CodeNode::text).orElse("");
    }
}
