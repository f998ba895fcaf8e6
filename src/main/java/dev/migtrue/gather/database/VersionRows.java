package dev.migtrue.gather.database;

import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads version tables: finds what bears their name, and selects their rows. */
final class VersionRows {

    private VersionRows() {}

    /** The tables of these names, letter case aside, the nearest first. */
    static List<FoundTable> named(Handle handle, Engine engine, Collection<String> names) {
        record Column(FoundTable table, String name) {}
        Query query = handle.createQuery(
                engine.tablesQuery(String.join(", ", Collections.nCopies(names.size(), "lower(?)"))));
        int position = 0;
        for (String name : names) {
            query.bind(position++, name);
        }
        List<Column> columns = query.map((results, context) -> new Column(
                        new FoundTable(
                                results.getString(1),
                                results.getString(2),
                                FoundTable.Place.valueOf(results.getString(3)),
                                List.of()),
                        results.getString(4)))
                .list();
        SequencedMap<FoundTable, List<String>> byTable = columns.stream()
                .collect(Collectors.groupingBy(
                        Column::table, LinkedHashMap::new, Collectors.mapping(Column::name, Collectors.toList())));
        return byTable.entrySet().stream()
                .map(entry -> entry.getKey().withColumns(entry.getValue()))
                .toList();
    }

    /** All rows of a table, with the columns that are wanted and there. */
    static List<Row> of(Handle handle, FoundTable table, VersionTable wanted) {
        List<String> columns = Stream.concat(wanted.required().stream(), wanted.optional().stream())
                .map(table::column)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        String order = wanted.orderBy().stream()
                .map(table::column)
                .flatMap(Optional::stream)
                .map(VersionRows::quoted)
                .collect(Collectors.joining(", "));
        String select = "SELECT "
                + columns.stream().map(VersionRows::quoted).collect(Collectors.joining(", "))
                + " FROM " + quoted(table.schema()) + "." + quoted(table.name())
                + (order.isEmpty() ? "" : " ORDER BY " + order);
        return handle.createQuery(select)
                .map((results, context) -> row(results, columns))
                .list();
    }

    /** How many characters the measured column of a table holds; absent where any. */
    static Optional<Integer> width(Handle handle, String query, FoundTable table, VersionTable wanted) {
        return wanted.measured()
                .flatMap(table::column)
                .flatMap(column -> handle
                        .createQuery(query)
                        .bind(0, table.schema())
                        .bind(1, table.name())
                        .bind(2, column)
                        .map((results, context) -> Optional.ofNullable(results.getString(1)))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .findFirst())
                .map(Integer::valueOf);
    }

    private static Row row(ResultSet results, List<String> columns) throws SQLException {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            String column = columns.get(index);
            Optional.ofNullable(results.getString(index + 1)).ifPresent(value -> values.put(column, value));
        }
        return new Row(values);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
