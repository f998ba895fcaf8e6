package dev.migtrue.pages;

import dev.migtrue.gather.database.FoundTable;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The rows of a version table in an example: {@code applied TABLE}, or {@code applied TABLE @DATABASE} where only one database has them, the names of the columns, then one line per row, all separated by
 * {@code |}; {@code NULL} is SQL's.
 */
record TableRows(String table, Optional<DatabaseName> database, List<String> columns, List<List<String>> rows) {

    TableRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static TableRows of(Fence fence) {
        List<List<String>> lines = fence.text().lines().map(TableRows::cells).toList();
        boolean isMarked = fence.words().size() == 3 && fence.words().get(2).startsWith("@");
        if ((fence.words().size() != 2 && !isMarked) || lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "applied names a table and perhaps @database, and its first line the columns");
        }
        List<String> columns = lines.getFirst();
        List<List<String>> rows = lines.subList(1, lines.size());
        rows.stream().filter(row -> row.size() != columns.size()).forEach(row -> {
            throw new IllegalArgumentException("a row of %d cells for %d columns: %s"
                    .formatted(row.size(), columns.size(), String.join(" | ", row)));
        });
        return new TableRows(
                fence.words().get(1),
                isMarked ? Optional.of(new DatabaseName(fence.words().get(2).substring(1))) : Optional.empty(),
                columns,
                rows);
    }

    /** Whether a database holds them. */
    boolean isIn(DatabaseName name) {
        return database.isEmpty() || database.get().equals(name);
    }

    /** What a database that holds these rows answers. */
    TableRead read() {
        return new TableRead.Rows(table, rows.stream().map(this::row).toList());
    }

    /** What a database tells that is asked for tables of this name. */
    FoundTable found() {
        return new FoundTable("main", table, FoundTable.Place.HOME, columns);
    }

    private Row row(List<String> cells) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).equals("NULL")) {
                values.put(columns.get(column), cells.get(column));
            }
        }
        return new Row(values);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
