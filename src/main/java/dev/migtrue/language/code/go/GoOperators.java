package dev.migtrue.language.code.go;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What Go puts together with signs. */
final class GoOperators {

    /** What an error is called that says that a query brought no row. */
    private static final Pattern NO_ROWS = Pattern.compile("(?:\\w+\\.)?ErrNoRows");

    private static final Pattern ERROR = Pattern.compile("(?i)\\w*err\\w*");

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("binary_expression", GoOperators::binary), entry("unary_expression", GoOperators::unary));

    private GoOperators() {}

    private static CodeNode binary(CodeNode node, Rewording words) {
        String operator = sign(node);
        CodeNode left = words.part(node, "left");
        CodeNode right = words.part(node, "right");
        return switch (operator) {
            case "&&" -> Phrases.both(node, left, "and", right);
            case "||" -> Phrases.both(node, left, "or", right);
            case "==", "!=" -> compared(node, left, operator, right);
            case "<", "<=", ">", ">=" -> Phrases.comparison(node, left, operator, right);
            default -> Phrases.binary(node, left, operator, right);
        };
    }

    /** That something went wrong is no question to the database, but for a row that was not there. */
    private static CodeNode compared(CodeNode node, CodeNode left, String operator, CodeNode right) {
        boolean isError = left.is("identifier") && ERROR.matcher(left.text()).matches();
        if (isError && right.is("none")) {
            return node.as(operator.equals("==") ? "true" : "false", List.of());
        }
        if (isError && NO_ROWS.matcher(right.text()).matches()) {
            CodeNode missing = node.saying("identifier", GoScans.MISSING);
            return operator.equals("==") ? missing : Phrases.not(node, missing);
        }
        return Phrases.comparison(node, left, operator, right);
    }

    private static CodeNode unary(CodeNode node, Rewording words) {
        CodeNode operand = words.part(node, "operand");
        return switch (sign(node)) {
            case "!" -> Phrases.not(node, operand);
            case "&", "*", "+" -> operand;
            case "-" ->
                operand.is("integer") || operand.is("float")
                        ? node.saying("integer", "-" + operand.text())
                        : node.as("opaque", List.of());
            default -> node.as("opaque", List.of());
        };
    }

    /** The sign stands under no name in some nodes. */
    static String sign(CodeNode node) {
        return node.field("operator")
                .or(() -> node.parts().stream().filter(part -> !part.isNamed()).findFirst())
                .map(CodeNode::text)
                .orElse("");
    }
}
