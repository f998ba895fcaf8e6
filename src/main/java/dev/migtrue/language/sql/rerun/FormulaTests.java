package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.rerun.Formula.Part;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads those parts of a {@link Formula} that ask something of a value: what it is, or how it stands to others. */
final class FormulaTests {

    private static final Set<String> COMPARISONS = Set.of("=", "==", "<>", "!=", "<", ">", "<=", ">=");

    private final FormulaReader formula;

    FormulaTests(FormulaReader formula) {
        this.formula = formula;
    }

    /** What stands behind {@code IS} or {@code IS NOT}. */
    Part is(Part part, boolean isNegated) {
        if (formula.takesWord("NULL")) {
            return row -> Value.of(part.apply(row).isNull() != isNegated);
        }
        if (formula.takesWord("DISTINCT")) {
            formula.require("FROM");
            Part other = compared();
            return row -> Value.of(part.apply(row).equals(other.apply(row)) == isNegated);
        }
        boolean wanted = formula.comes("TRUE");
        if (formula.takesWord("TRUE") || formula.takesWord("FALSE")) {
            return row -> {
                Value value = part.apply(row);
                return Value.of((!value.isNull() && value.truth() == wanted) != isNegated);
            };
        }
        throw new Value.Unknown("a condition with IS");
    }

    Part compared() {
        Part left = formula.argument();
        while (true) {
            Part given = left;
            if (formula.comesAny(COMPARISONS)) {
                left = compared(formula.next(), given);
                continue;
            }
            boolean isNegated = formula.comes("NOT");
            boolean isMatch = formula.comes("IN", isNegated)
                    || formula.comes("LIKE", isNegated)
                    || formula.comes("ILIKE", isNegated)
                    || formula.comes("BETWEEN", isNegated);
            if (!isMatch) {
                return given;
            }
            formula.takesWord("NOT");
            Part found = matched(given);
            left = isNegated ? row -> Operators.negated(found.apply(row)) : found;
        }
    }

    private Part compared(String sign, Part left) {
        boolean isAny = formula.comes("ANY") || formula.comes("SOME");
        if (isAny || formula.comes("ALL")) {
            formula.next();
            formula.require("(");
            List<Part> arrays = formula.list(")");
            return row ->
                    some(sign, left.apply(row), Arrays.of(arrays.getFirst().apply(row)), isAny);
        }
        Part right = formula.argument();
        return row -> Operators.compared(sign, left.apply(row), right.apply(row));
    }

    private static Value some(String sign, Value value, Value.Many array, boolean isAny) {
        if (value.isNull()) {
            return value;
        }
        List<Value> answers = array.values().stream()
                .map(one -> Operators.compared(sign, value, one))
                .toList();
        boolean isOpen = answers.stream().anyMatch(Value::isNull);
        boolean isFound = answers.stream().anyMatch(answer -> !answer.isNull() && answer.isTrue() == isAny);
        return isFound || !isOpen ? Value.of(isFound == isAny) : new Value.Nothing();
    }

    private Part matched(Part given) {
        String word = formula.next().toUpperCase(Locale.ROOT);
        if (word.equals("BETWEEN")) {
            Part from = formula.argument();
            formula.require("AND");
            Part to = formula.argument();
            return row -> Operators.both(
                    Operators.compared(">=", given.apply(row), from.apply(row)),
                    () -> Operators.compared("<=", given.apply(row), to.apply(row)));
        }
        if (word.equals("IN")) {
            formula.require("(");
            List<Part> all = formula.list(")");
            return row -> Operators.in(
                    given.apply(row), all.stream().map(one -> one.apply(row)).toList());
        }
        Part pattern = formula.argument();
        boolean isExact = word.equals("LIKE");
        return row -> Operators.like(given.apply(row), pattern.apply(row), isExact);
    }
}
