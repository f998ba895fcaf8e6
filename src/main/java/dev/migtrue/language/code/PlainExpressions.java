package dev.migtrue.language.code;

import static dev.migtrue.language.code.PlainParts.playing;

import dev.migtrue.language.code.PlainToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads expressions of plain Python as the grammar of the native parser reads them. */
final class PlainExpressions {

    /** How tight operators hold. That {@code ^} holds tighter than {@code &} is the grammar's word, not Python's. */
    private static final Map<String, Integer> OPERATORS = Map.ofEntries(
            Map.entry("|", 1),
            Map.entry("&", 2),
            Map.entry("^", 3),
            Map.entry("<<", 4),
            Map.entry(">>", 4),
            Map.entry("+", 5),
            Map.entry("-", 5),
            Map.entry("*", 6),
            Map.entry("@", 6),
            Map.entry("/", 6),
            Map.entry("%", 6),
            Map.entry("//", 6),
            Map.entry("**", 8));

    private static final int LOOSEST = 1;
    private static final int POWER = 8;
    private static final Set<String> SIGNS = Set.of("+", "-", "~");
    private static final Set<String> COMPARISONS = Set.of("<", "<=", "==", "!=", ">=", ">", "in", "is", "not");

    private final PlainParts parts;
    private final PlainBrackets brackets;
    private int depth;

    PlainExpressions(PlainParts parts) {
        this.parts = parts;
        this.brackets = new PlainBrackets(parts, this);
    }

    /** What is written where nothing else is. */
    CodeNode alone(String field) {
        CodeNode read = expression(field);
        if (!parts.isAt(Kind.END)) {
            throw new Doubt();
        }
        return read;
    }

    CodeNode expression(String field) {
        return inside(() -> whole(field));
    }

    private CodeNode inside(Supplier<CodeNode> reading) {
        if (depth++ > PlainPython.DEEPEST) {
            throw new Doubt();
        }
        CodeNode read = reading.get();
        depth--;
        return read;
    }

    private CodeNode whole(String field) {
        if (parts.isAt("lambda")) {
            return lambda(field);
        }
        CodeNode first = disjunction("");
        if (!parts.isAt("if")) {
            return playing(field, first);
        }
        List<CodeNode> choice = parts.begun(first);
        parts.take("if", choice);
        parts.add(choice, () -> disjunction(""));
        parts.take("else", choice);
        parts.add(choice, () -> expression(""));
        return parts.node("conditional_expression", field, choice);
    }

    private CodeNode lambda(String field) {
        List<CodeNode> lambda = new ArrayList<>();
        parts.take("lambda", lambda);
        if (!parts.isAt(":")) {
            parts.add(lambda, () -> {
                List<CodeNode> given = new ArrayList<>();
                new PlainParameters(parts, this).all(":", PlainParameters.Types.NONE, given);
                return parts.node("lambda_parameters", "parameters", given);
            });
        }
        parts.take(":", lambda);
        parts.add(lambda, () -> expression("body"));
        return parts.node("lambda", field, lambda);
    }

    /** An expression that neither asks nor begins with {@code lambda}. */
    CodeNode disjunction(String field) {
        CodeNode left = conjunction();
        while (parts.isAt("or")) {
            left = joined(left, "or");
        }
        return playing(field, left);
    }

    private CodeNode conjunction() {
        CodeNode left = negation();
        while (parts.isAt("and")) {
            left = joined(left, "and");
        }
        return left;
    }

    private CodeNode joined(CodeNode left, String operator) {
        List<CodeNode> both = parts.begun(playing("left", left));
        parts.take(operator, "operator", both);
        parts.add(both, () -> playing("right", operator.equals("or") ? conjunction() : negation()));
        return parts.node("boolean_operator", "", both);
    }

    private CodeNode negation() {
        if (!parts.isAt("not")) {
            return comparison();
        }
        List<CodeNode> not = new ArrayList<>();
        parts.take("not", not);
        parts.add(not, () -> playing("argument", inside(this::negation)));
        return parts.node("not_operator", "", not);
    }

    private CodeNode comparison() {
        CodeNode first = operation();
        if (!COMPARISONS.contains(parts.next().text())) {
            return first;
        }
        List<CodeNode> all = parts.begun(first);
        while (COMPARISONS.contains(parts.next().text())) {
            parts.add(all, this::comparing);
            parts.add(all, this::operation);
        }
        return parts.node("comparison_operator", "", all);
    }

    private CodeNode comparing() {
        String first = parts.next().text();
        String second = parts.second().text();
        boolean isDouble = first.equals("not") || (first.equals("is") && second.equals("not"));
        if (!isDouble) {
            return parts.leaf(first, "operators", false);
        }
        List<CodeNode> words = new ArrayList<>();
        parts.take(first, words);
        parts.take(first.equals("not") ? "in" : "not", words);
        CodeNode both = parts.node(first + " " + words.getLast().kind(), "operators", words);
        return new CodeNode(both.kind(), "operators", false, both.start(), both.end(), words, both.source());
    }

    /** What is made of things by operators, without questions. */
    CodeNode operation() {
        return operation(LOOSEST);
    }

    /** What is made of things by operators that hold at least that tight. */
    private CodeNode operation(int least) {
        CodeNode left = signed();
        for (int tight = tightness(); tight >= least; tight = tightness()) {
            List<CodeNode> both = parts.begun(playing("left", left));
            int right = tight == POWER ? tight : tight + 1;
            parts.add(both, () -> parts.leaf(parts.next().text(), "operator", false));
            parts.add(both, () -> playing("right", inside(() -> operation(right))));
            left = parts.node("binary_operator", "", both);
        }
        return left;
    }

    private int tightness() {
        return parts.isAt(Kind.SIGN) ? OPERATORS.getOrDefault(parts.next().text(), 0) : 0;
    }

    private CodeNode signed() {
        if (!parts.isAt(Kind.SIGN) || !SIGNS.contains(parts.next().text())) {
            return thing();
        }
        List<CodeNode> signed = new ArrayList<>();
        parts.add(signed, () -> parts.leaf(parts.next().text(), "operator", false));
        parts.add(signed, () -> playing("argument", inside(() -> operation(POWER))));
        return parts.node("unary_operator", "", signed);
    }

    private CodeNode thing() {
        CodeNode thing = atom();
        while (parts.isAt(Kind.SIGN)) {
            List<CodeNode> more = new ArrayList<>();
            switch (parts.next().text()) {
                case "." -> {
                    more.add(playing("object", thing));
                    parts.take(".", more);
                    parts.add(more, () -> parts.name("attribute"));
                    thing = parts.node("attribute", "", more);
                }
                case "(" -> {
                    more.add(playing("function", thing));
                    parts.add(more, () -> brackets.arguments("arguments"));
                    thing = parts.node("call", "", more);
                }
                case "[" -> {
                    more.add(playing("value", thing));
                    brackets.subscripts(more);
                    thing = parts.node("subscript", "", more);
                }
                default -> {
                    return thing;
                }
            }
        }
        return thing;
    }

    private CodeNode atom() {
        return switch (parts.next().kind()) {
            case NAME -> parts.name("");
            case STRING -> strings();
            case NUMBER -> parts.leaf(parts.next().text().indexOf('.') < 0 ? "integer" : "float", "", true);
            case KEYWORD ->
                switch (parts.next().text()) {
                    case "True" -> parts.leaf("true", "", true);
                    case "False" -> parts.leaf("false", "", true);
                    case "None" -> parts.leaf("none", "", true);
                    default -> throw new Doubt();
                };
            case SIGN ->
                switch (parts.next().text()) {
                    case "..." -> parts.leaf("ellipsis", "", true);
                    case "(" -> brackets.round();
                    case "[" -> brackets.square();
                    case "{" -> brackets.curly();
                    default -> throw new Doubt();
                };
            case COMMENT, NEWLINE, INDENT, DEDENT, END -> throw new Doubt();
        };
    }

    private CodeNode strings() {
        CodeNode first = parts.string("");
        if (!parts.isAt(Kind.STRING)) {
            return first;
        }
        List<CodeNode> all = parts.begun(first);
        while (parts.isAt(Kind.STRING)) {
            parts.add(all, () -> parts.string(""));
        }
        return parts.node("concatenated_string", "", all);
    }
}
