package dev.migtrue.language.code.php;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What PHP puts together with signs. */
final class PhpOperators {

    /** A method that PHP does not have: what {@code $list[] = $value} does. */
    static final String APPEND = "#append";

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("binary_expression", PhpOperators::binary),
            entry("unary_op_expression", PhpOperators::unary),
            entry("conditional_expression", PhpOperators::conditional),
            entry("parenthesized_expression", Rewording::first),
            entry("error_suppression_expression", Rewording::first),
            entry("clone_expression", Rewording::first),
            entry("reference_assignment_expression", PhpOperators::assignment),
            entry("cast_expression", (node, words) -> words.part(node, "value")),
            entry("assignment_expression", PhpOperators::assignment),
            entry("augmented_assignment_expression", PhpOperators::added),
            entry("throw_expression", Rewording.plain("raise_statement")),
            entry("match_expression", PhpOperators::matched),
            entry("yield_expression", Rewording.plain("unread")),
            entry(
                    "update_expression",
                    (node, words) ->
                            Phrases.addition(node, words.part(node, "argument"), "++", node.saying("integer", "1"))));

    private PhpOperators() {}

    private static CodeNode binary(CodeNode node, Rewording words) {
        CodeNode left = words.part(node, "left");
        CodeNode right = words.part(node, "right");
        String operator = operator(node);
        return switch (operator) {
            case "&&", "and" -> Phrases.both(node, left, "and", right);
            case "||", "or", "??" -> Phrases.both(node, left, "or", right);
            case "==", "===" -> Phrases.comparison(node, left, "==", right);
            case "!=", "!==", "<>" -> Phrases.comparison(node, left, "!=", right);
            case "<", "<=", ">", ">=" -> Phrases.comparison(node, left, operator, right);
            case "." -> joined(node, left, right);
            case "instanceof" ->
                Phrases.call(
                        node,
                        node.saying("identifier", Php.INSTANCE),
                        List.of(left, Phrases.text(right, right.text())));
            default -> Phrases.binary(node, left, operator, right);
        };
    }

    /** Two texts, of which either may be something else that becomes one. */
    private static CodeNode joined(CodeNode node, CodeNode left, CodeNode right) {
        return node.as("text", List.of(left.in(""), right.in("")));
    }

    private static CodeNode unary(CodeNode node, Rewording words) {
        CodeNode argument = words.part(node, "argument");
        return switch (operator(node)) {
            case "!" -> Phrases.not(node, argument);
            case "-" ->
                argument.is("integer") ? node.saying("integer", "-" + argument.text()) : node.as("opaque", List.of());
            default -> node.as("opaque", List.of());
        };
    }

    private static CodeNode conditional(CodeNode node, Rewording words) {
        CodeNode condition = words.part(node, "condition");
        CodeNode otherwise = words.part(node, "alternative");
        return node.field("body")
                .map(then -> Phrases.conditional(node, condition, words.put(then), otherwise))
                .orElseGet(() -> Phrases.both(node, condition, "or", otherwise));
    }

    private static CodeNode assignment(CodeNode node, Rewording words) {
        CodeNode right = words.part(node, "right");
        Optional<CodeNode> list = node.field("left")
                .filter(left -> left.is("subscript_expression"))
                .filter(left -> left.children().size() == 1)
                .map(left -> Rewording.first(left, words));
        return list.map(target -> Phrases.call(
                        node, Phrases.attribute(node, target, node.saying("identifier", APPEND)), List.of(right)))
                .orElseGet(() -> Phrases.assignment(node, target(node, words), right));
    }

    private static CodeNode target(CodeNode node, Rewording words) {
        return node.field("left").map(left -> pattern(left, words)).orElseGet(() -> node.as("ERROR", List.of()));
    }

    /** Several names that get a value each. */
    static CodeNode pattern(CodeNode left, Rewording words) {
        return left.is("list_literal")
                ? left.as(
                        "pattern_list",
                        left.children().stream()
                                .map(part -> pattern(part, words).in(""))
                                .toList())
                : words.put(left);
    }

    private static CodeNode added(CodeNode node, Rewording words) {
        CodeNode left = words.part(node, "left");
        CodeNode right = words.part(node, "right");
        return switch (operator(node)) {
            case ".=" -> Phrases.assignment(node, left, joined(node, left, right));
            case "??=" -> Phrases.assignment(node, left, Phrases.both(node, left, "or", right));
            default -> Phrases.addition(node, left, operator(node), right);
        };
    }

    /** One value of several; where none may be meant, nobody knows. */
    private static CodeNode matched(CodeNode node, Rewording words) {
        List<CodeNode> arms = node.field("body").map(CodeNode::children).orElse(List.of());
        CodeNode subject = words.part(node, "condition");
        CodeNode brought = node.as("opaque", List.of());
        for (CodeNode arm : arms.reversed()) {
            CodeNode value = words.part(arm, "return_expression");
            List<CodeNode> conditions =
                    arm.field("conditional_expressions").map(CodeNode::children).orElse(List.of());
            Optional<CodeNode> asked = conditions.stream()
                    .map(words::put)
                    .map(one -> Phrases.comparison(arm, subject, "==", one))
                    .reduce((one, other) -> Phrases.both(arm, one, "or", other));
            CodeNode otherwise = brought;
            brought = asked.map(condition -> Phrases.conditional(arm, condition, value, otherwise))
                    .orElse(value);
        }
        return brought;
    }

    static String operator(CodeNode node) {
        return node.field("operator")
                .map(sign -> sign.text().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
