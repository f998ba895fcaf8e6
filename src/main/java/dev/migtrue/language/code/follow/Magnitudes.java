package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Guard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How many there are of something, held against a number or against nothing. */
final class Magnitudes {

    private Magnitudes() {}

    /** {@code len(found) == 0}, {@code row is None}, {@code count == 1}. */
    static Value equal(Value left, Value right, CodeNode node) {
        return switch (right) {
            case Value.None none -> asked(left, true, node);
            case Value.Truth truth -> asked(left, !truth.is(), node);
            case Value.Numeral number ->
                version(left, number.digits(), 0, 0)
                        .orElseGet(() ->
                                number.digits().equals("0") || number.digits().equals("1")
                                        ? asked(left, number.digits().equals("0"), node)
                                        : new Value.Unknown("how many there are"));
            case Value.Text text ->
                left instanceof Value.Answers answers
                        ? new Value.Question(
                                CatalogueQuery.guard(answers.sql()).orElseGet(() -> new Guard.Unknown(node.text())))
                        : new Value.Unknown("how many there are");
            default -> new Value.Unknown("the result of an expression");
        };
    }

    static Value compared(Value left, String operator, Value right, CodeNode node) {
        if (left instanceof Value.Numeral one && right instanceof Value.Numeral other) {
            return known(one, operator, other);
        }
        if (left instanceof Value.Numeral) {
            return compared(right, turned(operator), left, node);
        }
        if (!(right instanceof Value.Numeral number)) {
            return new Value.Unknown("the result of an expression");
        }
        return ordered(left, operator, number.digits(), node);
    }

    private static Value ordered(Value left, String operator, String digits, CodeNode node) {
        Optional<Value> version = switch (operator) {
            case "<" -> version(left, digits, 0, -1);
            case "<=" -> version(left, digits, 1, -1);
            case ">=" -> version(left, digits, 0, 1);
            default -> version(left, digits, 1, 1);
        };
        if (version.isPresent()) {
            return version.get();
        }
        return switch (operator + digits) {
            case ">0", ">=1" -> asked(left, false, node);
            case "<1", "<=0" -> asked(left, true, node);
            default -> new Value.Unknown("how many there are");
        };
    }

    /** Whether there is something, or nothing. */
    private static Value asked(Value value, boolean isNothing, CodeNode node) {
        Value counted = value instanceof Value.Magnitude magnitude ? magnitude.of() : value;
        if (!(Truth.ofNumber(counted, node.text()) instanceof Truth.Asked asked)) {
            return new Value.Unknown("how many there are");
        }
        return new Value.Question(isNothing ? Outcome.not(asked.guard()) : asked.guard());
    }

    /** Of a version that the database keeps for the program. */
    private static Optional<Value> version(Value value, String digits, int more, int side) {
        boolean isVersion = value instanceof Value.Answers answers && CatalogueQuery.isVersion(answers.sql());
        if (!isVersion || !digits.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        Guard reached = new Guard.Reached(Integer.parseInt(digits) + more);
        return Optional.of(new Value.Question(
                switch (side) {
                    case -1 -> new Guard.Not(reached);
                    case 1 -> reached;
                    default ->
                        new Guard.All(List.of(reached, new Guard.Not(new Guard.Reached(Integer.parseInt(digits) + 1))));
                }));
    }

    private static String turned(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            default -> "<=";
        };
    }

    private static Value known(Value.Numeral one, String operator, Value.Numeral other) {
        try {
            int order = new BigDecimal(one.digits()).compareTo(new BigDecimal(other.digits()));
            return new Value.Truth(
                    switch (operator) {
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        default -> order >= 0;
                    });
        } catch (NumberFormatException e) {
            return new Value.Unknown("a number");
        }
    }
}
