package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An expression that can be worked out for given values of its columns. Reading one that holds more than is understood
 * here, such as a query, ends in {@link Value.Unknown}, and so may working it out.
 *
 * @param columns their names with the last qualifier, in lower case
 * @param literals what stands in it as text or number
 */
record Formula(Part whole, Set<String> columns, Set<String> literals) {

    /** What gives the value of a column, its name in lower case, with a qualifier where it has one. */
    interface Row extends Function<String, Value> {}

    /** What gives the value of a function that the script itself has made. */
    interface Routines {

        Value call(String name, List<Value> arguments);
    }

    /** A part of the expression. */
    interface Part extends Function<Row, Value> {}

    Formula {
        // In the same order each time, so that what is tried on them is the same.
        columns = Collections.unmodifiableSortedSet(new TreeSet<>(columns));
        literals = Collections.unmodifiableSortedSet(new TreeSet<>(literals));
    }

    static Formula of(Clause clause, Routines routines) {
        return new FormulaReader(clause, routines).read();
    }

    Value of(Row row) {
        return whole.apply(row);
    }
}
