package dev.migtrue.language.sql.rerun;

import java.util.AbstractList;
import java.util.List;
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
