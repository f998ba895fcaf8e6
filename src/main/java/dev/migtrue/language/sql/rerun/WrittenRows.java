package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Source;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rows that are written out, by column. Scripts with thousands of them are compared row by row: two that differ are told apart at once. */
final class WrittenRows extends AbstractList<Map<String, String>> {

    private final List<Map<String, String>> rows;
    private final int hash;
    private Optional<Boolean> areMoving = Optional.empty();

    private WrittenRows(List<Map<String, String>> rows) {
        this.rows = rows;
        this.hash = rows.hashCode();
    }

    static List<Map<String, String>> of(List<Map<String, String>> rows) {
        return rows instanceof WrittenRows ? rows : new WrittenRows(List.copyOf(rows));
    }

    /** Those of a statement, by the columns that it names; none where it names none, or does not write them out. */
    static List<Map<String, String>> of(Action action) {
        return action instanceof Action.Insert insert
                        && !insert.columns().isEmpty()
                        && insert.source() instanceof Source.Values values
                ? of(named(insert), values)
                : List.of();
    }

    static List<Map<String, String>> of(List<String> columns, Source.Values values) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Clause row : values.rows()) {
            all.add(row(columns, SelectList.parts(SelectList.inside(row))));
        }
        return of(all);
    }

    static List<String> named(Action.Insert insert) {
        return insert.columns().stream().map(column -> column.name().last()).toList();
    }

    static Map<String, String> row(List<String> columns, List<Clause> values) {
        Map<String, String> row = new HashMap<>();
        for (int index = 0; index < Math.min(columns.size(), values.size()); index++) {
            Clause value = values.get(index);
            row.put(columns.get(index).toLowerCase(Locale.ROOT), Inserts.written(value));
        }
        return row;
    }

    /** Whether some value of some row is another one each time. */
    static boolean areMoving(List<Map<String, String>> rows) {
        if (!(rows instanceof WrittenRows written)) {
            return rows.stream().flatMap(row -> row.values().stream()).anyMatch(Moving::isIn);
        }
        boolean is = written.areMoving.orElseGet(() -> areMoving(written.rows));
        written.areMoving = Optional.of(is);
        return is;
    }

    @Override
    public Map<String, String> get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof WrittenRows written
                        ? hash == written.hash && rows.equals(written.rows)
                        : rows.equals(other));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
