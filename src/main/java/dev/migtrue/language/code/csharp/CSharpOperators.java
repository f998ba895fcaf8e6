package dev.migtrue.language.code.csharp;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;

/** What C# puts together with signs. */
final class CSharpOperators {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("binary_expression", CSharpOperators::binary),
            entry("prefix_unary_expression", CSharpOperators::prefixed),
            entry("postfix_unary_expression", CSharpOperators::suffixed),
            entry("is_pattern_expression", CSharpOperators::matched),
            entry("is_expression", Rewording.plain("opaque")),
            entry("assignment_expression", CSharpOperators::assigned));

    private CSharpOperators() {}

    static String sign(CodeNode node) {
        return node.field("operator")
                .or(() -> node.parts().stream().filter(part -> !part.isNamed()).findFirst())
                .map(CodeNode::text)
                .orElse("");
    }

    private static CodeNode binary(CodeNode node, Rewording words) {
        CodeNode left = words.part(node, "left");
        CodeNode right = words.part(node, "right");
        String operator = sign(node);
        return switch (operator) {
            case "&&" -> Phrases.both(node, left, "and", right);
            case "||", "??" -> Phrases.both(node, left, "or", right);
            case "==", "!=", "<", "<=", ">", ">=" -> Phrases.comparison(node, left, operator, right);
            default -> Phrases.binary(node, left, operator, right);
        };
    }

    private static CodeNode operand(CodeNode node, Rewording words) {
        return node.children().stream().findFirst().map(words::put).orElseGet(() -> node.as("ERROR", List.of()));
    }

    private static CodeNode prefixed(CodeNode node, Rewording words) {
        CodeNode operand = operand(node, words);
        return switch (sign(node)) {
            case "!" -> Phrases.not(node, operand);
            case "-" ->
                operand.is("integer") || operand.is("float")
                        ? node.saying("integer", "-" + operand.text())
                        : node.as("opaque", List.of());
            default -> node.as("opaque", List.of());
        };
    }

    private static CodeNode suffixed(CodeNode node, Rewording words) {
        return sign(node).equals("!") ? operand(node, words).in(node.field()) : node.as("opaque", List.of());
    }

    /** {@code x is null}. */
    private static CodeNode matched(CodeNode node, Rewording words) {
        String pattern = node.field("pattern").map(CodeNode::text).orElse("").strip();
        CodeNode value = words.part(node, "expression");
        CodeNode nothing = node.as("none", List.of());
        return switch (pattern) {
            case "null" -> Phrases.comparison(node, value, "==", nothing);
            case "not null" -> Phrases.comparison(node, value, "!=", nothing);
            default -> node.as("opaque", List.of());
        };
    }

    private static CodeNode assigned(CodeNode node, Rewording words) {
        CodeNode left = words.part(node, "left");
        CodeNode right = words.part(node, "right");
        String operator = sign(node);
        return switch (operator) {
            case "=" -> Phrases.assignment(node, left, right);
            case "??=" -> Phrases.assignment(node, left, Phrases.both(node, words.part(node, "left"), "or", right));
            default -> Phrases.addition(node, left, operator, right);
        };
    }
}
