package dev.migtrue.language.sql.rerun;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads those parts of a {@link Formula} that no operator stands in. */
final class FormulaAtom {

    private final FormulaReader formula;

    FormulaAtom(FormulaReader formula) {
        this.formula = formula;
    }

    Formula.Part read() {
        String word = formula.next();
        if (word.equals("(")) {
            return inParentheses();
        }
        char first = word.charAt(0);
        if (first == '\'' || ((first == 'E' || first == 'e') && word.startsWith("'", 1))) {
            return text(word);
        }
        if (Character.isDigit(first) || first == '.') {
            return formula.number(word);
        }
        boolean isName = Character.isLetter(first) || first == '_' || first == '"' || first == '`' || first == '$';
        if (!isName) {
            throw new Value.Unknown("\"" + word + "\"");
        }
        return named(word);
    }

    private Formula.Part text(String word) {
        boolean isOpen = word.length() - word.indexOf('\'') < 2 || !word.endsWith("'");
        if (isOpen || (word.indexOf('\\') >= 0 && word.charAt(0) != '\'')) {
            throw new Value.Unknown("a text with escapes or without an end");
        }
        String content = word.substring(word.indexOf('\'') + 1, word.length() - 1);
        return formula.literal(content.replace("''", "'"));
    }

    private Formula.Part inParentheses() {
        if (formula.comes("SELECT") || formula.comes("WITH") || formula.comes("VALUES")) {
            throw new Value.Unknown("a query");
        }
        List<Formula.Part> parts = formula.list(")");
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return row -> new Value.Many(parts.stream().map(part -> part.apply(row)).toList());
    }

    private Formula.Part named(String word) {
        switch (word.toUpperCase(Locale.ROOT)) {
            case "NULL" -> {
                return row -> new Value.Nothing();
            }
            case "TRUE" -> {
                return row -> Value.of(true);
            }
            case "FALSE" -> {
                return row -> Value.of(false);
            }
            case "CASE" -> {
                return choice();
            }
            case "ARRAY" -> {
                formula.require("[");
                List<Formula.Part> parts = formula.list("]");
                return row -> new Value.Many(
                        parts.stream().map(part -> part.apply(row)).toList());
            }
            case "EXISTS", "SELECT", "ANY", "ALL", "DEFAULT", "CURRENT_DATE" -> throw new Value.Unknown(word);
            default -> {
                if (Expressions.isNewEachTime(word) && !formula.comes("(") && !formula.comes(".")) {
                    return row -> new Value.Fresh();
                }
                return formula.takesWord("(") ? call(word) : column(word);
            }
        }
    }

    private Formula.Part column(String word) {
        if (FormulaReader.isTyped(word) && formula.comes("'")) {
            throw new Value.Unknown("a moment");
        }
        String name = Equalities.last(word);
        String qualifier = "";
        while (formula.takesWord(".")) {
            qualifier = name + ".";
            String next = formula.next();
            if (formula.takesWord("(")) {
                return call(next);
            }
            name = Equalities.last(next);
        }
        return formula.column(qualifier + name);
    }

    private Formula.Part call(String name) {
        String function = name.toLowerCase(Locale.ROOT);
        if (function.equals("cast")) {
            Formula.Part value = formula.inner();
            String type = formula.takesWord("AS") ? formula.type() : "";
            end();
            return row -> Operators.cast(value.apply(row), type);
        }
        List<Formula.Part> arguments = switch (function) {
            case "substring", "trim", "extract", "overlay", "position" -> separated(function);
            default -> formula.list(")");
        };
        return row -> {
            List<Value> given =
                    arguments.stream().map(argument -> argument.apply(row)).toList();
            return Expressions.isNewEachTime(function) ? new Value.Fresh() : formula.call(function, given);
        };
    }

    /** {@code substring(a FROM 1 FOR 3)}, {@code trim(both ' ' from a)}. */
    private List<Formula.Part> separated(String function) {
        List<Formula.Part> arguments = new ArrayList<>();
        boolean isTrim = function.equals("trim");
        if (isTrim && (formula.comes("LEADING") || formula.comes("TRAILING"))) {
            throw new Value.Unknown("trim on one side");
        }
        formula.takesWord("BOTH");
        if (isTrim) {
            formula.takesWord("FROM");
        }
        arguments.add(formula.argument());
        while (!formula.takesWord(")")) {
            boolean isTurned = isTrim && formula.comes("FROM");
            if (!formula.takesWord("FROM") && !formula.takesWord("FOR") && !formula.takesWord(",")) {
                throw new Value.Unknown("the arguments of " + function);
            }
            Formula.Part next = formula.argument();
            arguments.add(isTurned ? 0 : arguments.size(), next);
        }
        return arguments;
    }

    private void end() {
        if (!formula.takesWord(")")) {
            throw new Value.Unknown("a parenthesis that is not closed");
        }
    }

    private Formula.Part choice() {
        List<Formula.Part> subject = formula.comes("WHEN") ? List.of() : List.of(formula.inner());
        List<Formula.Part> conditions = new ArrayList<>();
        List<Formula.Part> values = new ArrayList<>();
        while (formula.takesWord("WHEN")) {
            Formula.Part condition = formula.inner();
            conditions.add(
                    subject.isEmpty()
                            ? condition
                            : row -> Operators.compared("=", subject.getFirst().apply(row), condition.apply(row)));
            if (!formula.takesWord("THEN")) {
                throw new Value.Unknown("CASE without THEN");
            }
            values.add(formula.inner());
        }
        Formula.Part otherwise = formula.takesWord("ELSE") ? formula.inner() : row -> new Value.Nothing();
        if (!formula.takesWord("END")) {
            throw new Value.Unknown("CASE without END");
        }
        return row -> {
            for (int index = 0; index < conditions.size(); index++) {
                if (conditions.get(index).apply(row).isTrue()) {
                    return values.get(index).apply(row);
                }
            }
            return otherwise.apply(row);
        };
    }
}
