package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.rerun.Formula.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads a {@link Formula}, what binds least first. */
final class FormulaReader {

    private static final Set<String> TYPED = Set.of("INTERVAL", "DATE", "TIMESTAMP", "TIME", "TIMESTAMPTZ");
    private static final Set<String> PRODUCTS = Set.of("*", "/", "%");
    private static final int DEEPEST = 100;

    private final List<String> words;
    private final Formula.Routines routines;
    private final Set<String> columns = new TreeSet<>();
    private final Set<String> literals = new TreeSet<>();
    private int at;
    private int depth;

    FormulaReader(Clause clause, Formula.Routines routines) {
        this.words = clause.words();
        this.routines = routines;
    }

    Formula read() {
        Part whole = either();
        if (at < words.size()) {
            throw new Value.Unknown("\"" + words.get(at) + "\"");
        }
        return new Formula(whole, columns, literals);
    }

    private boolean isAt(String word) {
        return at < words.size() && words.get(at).equalsIgnoreCase(word);
    }

    private boolean takes(String word) {
        boolean isThere = isAt(word);
        at += isThere ? 1 : 0;
        return isThere;
    }

    /** Takes a word that has to be there. */
    void require(String word) {
        if (!takes(word)) {
            throw new Value.Unknown("an expression without \"" + word + "\"");
        }
    }

    private Part either() {
        return deeper(this::alternatives);
    }

    private Part deeper(Supplier<Part> inner) {
        if (++depth > DEEPEST) {
            throw new Value.Unknown("an expression that is too deep");
        }
        Part part = inner.get();
        depth--;
        return part;
    }

    private Part alternatives() {
        Part part = both();
        while (takes("OR")) {
            Part left = part;
            Part right = both();
            part = row -> Operators.either(left.apply(row), () -> right.apply(row));
        }
        return part;
    }

    private Part both() {
        Part part = negated();
        while (takes("AND")) {
            Part left = part;
            Part right = negated();
            part = row -> Operators.both(left.apply(row), () -> right.apply(row));
        }
        return part;
    }

    private Part negated() {
        if (takes("NOT")) {
            Part part = deeper(this::negated);
            return row -> Operators.negated(part.apply(row));
        }
        FormulaTests tests = new FormulaTests(this);
        Part part = tests.compared();
        while (takes("IS")) {
            boolean isNegated = takes("NOT");
            part = tests.is(part, isNegated);
        }
        return part;
    }

    private Part operated() {
        Part part = sum();
        while (at < words.size() && Operators.isOther(words.get(at))) {
            String sign = words.get(at++);
            Part left = part;
            Part right = sum();
            part = row -> Operators.other(sign, left.apply(row), right.apply(row));
        }
        return part;
    }

    private Part sum() {
        Part part = product();
        while (isAt("+") || isAt("-")) {
            String sign = words.get(at++);
            Part left = part;
            Part right = product();
            part = row -> Operators.arithmetic(sign, left.apply(row), right.apply(row));
        }
        return part;
    }

    private Part product() {
        Part part = signed();
        while (comesAny(PRODUCTS) || isAt("DIV") || isAt("MOD")) {
            String sign = words.get(at++).toUpperCase(Locale.ROOT);
            Part left = part;
            Part right = signed();
            part = row -> Operators.arithmetic(sign, left.apply(row), right.apply(row));
        }
        return part;
    }

    private Part signed() {
        if (takes("-")) {
            Part part = deeper(this::signed);
            return row -> Operators.arithmetic("-", Value.of(0), part.apply(row));
        }
        takes("+");
        return cast(new FormulaAtom(this).read());
    }

    private Part cast(Part given) {
        Part part = given;
        while (takes("::")) {
            String type = type();
            Part inner = part;
            part = row -> Operators.cast(inner.apply(row), type);
        }
        return part;
    }

    /** A type, with its precision passed by. */
    String type() {
        if (at >= words.size()) {
            throw new Value.Unknown("a cast to nothing");
        }
        StringBuilder type = new StringBuilder(words.get(at++).toLowerCase(Locale.ROOT));
        while (isAt("VARYING") || isAt("PRECISION")) {
            type.append(' ').append(words.get(at++).toLowerCase(Locale.ROOT));
        }
        if (takes("(")) {
            list(")")
                    .forEach(length -> type.append(' ')
                            .append(length.apply(column -> new Value.Nothing()).text()));
        }
        boolean isArray = takes("[]") || (takes("[") && takes("]"));
        if (isArray) {
            return type + "[]";
        }
        return type.toString();
    }

    /** Up to and with the closing sign. */
    List<Part> list(String close) {
        List<Part> parts = new ArrayList<>();
        while (!takes(close)) {
            parts.add(either());
            if (!takes(",") && !isAt(close)) {
                throw new Value.Unknown("a list with something else in it");
            }
        }
        return parts;
    }

    /** What {@link FormulaAtom} needs of the text. */
    boolean takesWord(String word) {
        return takes(word);
    }

    boolean comes(String word) {
        return isAt(word);
    }

    /** Whether a word comes, behind another one where {@code isBehindOne}. */
    boolean comes(String word, boolean isBehindOne) {
        int index = isBehindOne ? at + 1 : at;
        return index < words.size() && words.get(index).equalsIgnoreCase(word);
    }

    boolean comesAny(Set<String> signs) {
        return at < words.size() && signs.contains(words.get(at));
    }

    String next() {
        if (at >= words.size()) {
            throw new Value.Unknown("an expression without an end");
        }
        return words.get(at++);
    }

    Part inner() {
        return either();
    }

    /** An argument that {@code FROM}, {@code FOR} or a comma may end. */
    Part argument() {
        return operated();
    }

    Part column(String name) {
        columns.add(name);
        return row -> row.apply(name);
    }

    Part literal(String text) {
        literals.add(text);
        Value value = new Value.Text(text);
        return row -> value;
    }

    Part number(String text) {
        if (!Value.NUMBER.matcher(text).matches()) {
            throw new Value.Unknown("the number " + text);
        }
        literals.add(text);
        Value value = new Value.Numeric(new BigDecimal(text));
        return row -> value;
    }

    Value call(String function, List<Value> arguments) {
        if (Arrays.isFunction(function)) {
            return Arrays.call(function, arguments);
        }
        return Functions.isKnown(function) ? Functions.call(function, arguments) : routines.call(function, arguments);
    }

    static boolean isTyped(String word) {
        return TYPED.contains(word.toUpperCase(Locale.ROOT));
    }
}
