package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a query leaves out what is in a table already. */
final class Antijoin {

    private final Engine engine;
    private final Key table;

    Antijoin(Engine engine, Key table) {
        this.engine = engine;
        this.table = table;
    }

    boolean isSettling(List<String> columns, Query query) {
        String words = query.clause().toString().toUpperCase(Locale.ROOT);
        boolean isOfTable = query.tables().stream().anyMatch(this::isTable);
        if (!isOfTable) {
            return false;
        }
        List<Clause> values = SelectList.parts(SelectList.list(query.clause()));
        for (Query.Test test : query.tests()) {
            boolean isAbsence = test.expected() == Query.Expected.NO_ROW
                    && test.query().tables().stream().anyMatch(this::isTable);
            if (isAbsence) {
                return test.query()
                        .where()
                        .map(where -> isMadeTrue(where, columns, values))
                        .orElse(true);
            }
        }
        return words.contains("EXCEPT")
                || words.contains("MINUS")
                || words.contains("NOT IN")
                || (words.contains("LEFT") && words.contains("IS NULL"));
    }

    private boolean isTable(Mention mention) {
        return engine.names().relation(mention).equals(table);
    }

    /** Whether the rows that come are such that the next time there are some. */
    private boolean isMadeTrue(Clause where, List<String> columns, List<Clause> values) {
        for (Map.Entry<String, String> equality : Equalities.of(where).entrySet()) {
            Optional<String> given = value(columns, values, equality.getKey());
            if (given.isEmpty() && columns.isEmpty()) {
                engine.doubtRows("which columns \"" + table + "\" has");
                return true;
            }
            boolean isOther = given.isEmpty()
                    || (Equalities.isValue(given.get())
                            && Equalities.isValue(equality.getValue())
                            && !given.get().equals(equality.getValue()));
            if (isOther) {
                return false;
            }
        }
        if (!Equalities.isAll(where)) {
            engine.doubtRows("whether the rows that come are those it looks for");
        }
        return true;
    }

    private static Optional<String> value(List<String> columns, List<Clause> values, String column) {
        for (int index = 0; index < Math.min(columns.size(), values.size()); index++) {
            if (columns.get(index).equalsIgnoreCase(column)) {
                return Optional.of(values.get(index).words().getFirst());
            }
        }
        return Optional.empty();
    }
}
