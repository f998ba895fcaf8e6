package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An expression in a statement that changes rows.
 *
 * @param formula absent where it is not worked out here
 * @param words what stands in it, each the last part of its name in lower case
 * @param qualifiers those of columns of the changed table; absent where every column is one of it
 */
record Term(String text, Optional<Formula> formula, Set<String> words, Optional<Set<String>> qualifiers) {

    static Term of(Clause clause, Engine engine, Optional<Set<String>> qualifiers) {
        Set<String> words = clause.words().stream().map(Equalities::last).collect(Collectors.toSet());
        return new Term(clause.toString(), formula(clause, engine), words, qualifiers);
    }

    private static Optional<Formula> formula(Clause clause, Engine engine) {
        if (Expressions.isOfDocument(clause)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Formula.of(clause, new OwnRoutines(engine)));
        } catch (Value.Unknown unknown) {
            return Optional.empty();
        }
    }

    /** A column of the changed table by its name alone. */
    String plain(String column) {
        int dot = column.indexOf('.');
        boolean isOwn = dot >= 0
                && qualifiers.map(own -> own.contains(column.substring(0, dot))).orElse(true);
        return isOwn ? column.substring(dot + 1) : column;
    }

    /** What it gives for a row: where that is not worked out, some value that depends on what it reads. */
    Value of(Map<String, Value> row, Guesses guesses) {
        return worked(row, guesses).orElseGet(() -> guesses.value(this, read(row)));
    }

    boolean holds(Map<String, Value> row, Guesses guesses) {
        return worked(row, guesses).map(Value::isTrue).orElseGet(() -> guesses.truth(this, read(row)));
    }

    private Optional<Value> worked(Map<String, Value> row, Guesses guesses) {
        try {
            return formula.map(one -> one.of(column -> {
                Value value = row.get(plain(column));
                if (value == null) {
                    throw new Value.Unknown("the value of " + column);
                }
                return value;
            }));
        } catch (Value.Unknown unknown) {
            guesses.misfit();
            return Optional.empty();
        }
    }

    /** What a row has in the columns that are named. */
    private Map<String, Value> read(Map<String, Value> row) {
        Map<String, Value> read = new TreeMap<>(row);
        read.keySet().removeIf(column -> !words.contains(Equalities.last(column)));
        return read;
    }
}
