package dev.migtrue.language.sql.rerun;

import java.util.List;
import java.util.Map;

/** Which rows are known to be in a table. */
final class Contents {

    private final World world;

    Contents(World world) {
        this.world = world;
    }

    /** Whether rows were put there that nothing took away. */
    boolean isFilled(Key table) {
        return world.find(table).map(Entry::rows).filter(rows -> isFilled(rows)).isPresent();
    }

    private static boolean isFilled(Rows rows) {
        return rows.effects().stream()
                        .anyMatch(effect -> effect instanceof Effect.Insert insert
                                && !insert.values().isEmpty())
                && rows.effects().stream().noneMatch(Effect.Delete.class::isInstance);
    }

    /** Whether two of the rows have the same values in the columns of a key. */
    boolean areAlike(Key table, List<Map<String, String>> rows) {
        return new Keys(world).of(table).stream().anyMatch(key -> areAlike(key.columns(), rows));
    }

    /** Whether two rows that are there have the same values in these columns. */
    boolean holdsAlike(Key table, List<String> columns) {
        List<Effect> effects =
                world.find(table).map(Entry::rows).orElse(Rows.NONE).effects();
        boolean isWritten = effects.stream().allMatch(Effect.Insert.class::isInstance);
        return isWritten
                && areAlike(
                        columns,
                        effects.stream()
                                .map(Effect.Insert.class::cast)
                                .flatMap(insert -> insert.values().stream())
                                .toList());
    }

    private static boolean areAlike(List<String> columns, List<Map<String, String>> rows) {
        for (int index = 0; index < rows.size(); index++) {
            for (Map<String, String> other : rows.subList(index + 1, rows.size())) {
                if (isSame(columns, rows.get(index), other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSame(List<String> columns, Map<String, String> row, Map<String, String> other) {
        return !columns.isEmpty()
                && columns.stream()
                        .map(column -> column.toLowerCase(java.util.Locale.ROOT))
                        .allMatch(column -> {
                            String value = row.getOrDefault(column, "");
                            return Equalities.isValue(value) && value.equals(other.getOrDefault(column, ""));
                        });
    }
}
