package dev.migtrue.gather.scratch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks a database. */
record Questions(Connection connection) {

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** The first column of the answer. */
    List<String> column(String sql) throws SQLException {
        return rows(sql).stream().map(List::getFirst).toList();
    }

    /** The values as the database prints them; what is not there is an empty text. */
    List<List<String>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    row.add(Objects.requireNonNullElse(answer.getString(column), ""));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** All rows of a table, each as a text that names its columns in the order of their names. */
    RowSet rowsOf(String quotedTable) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select * from " + quotedTable)) {
            ResultSetMetaData columns = answer.getMetaData();
            List<String> rows = new ArrayList<>();
            while (answer.next()) {
                SortedMap<String, String> row = new TreeMap<>();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    row.put(columns.getColumnLabel(column), shown(answer.getObject(column)));
                }
                rows.add(row.toString());
            }
            return RowSet.of(rows);
        }
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case byte[] bytes -> "x" + HexFormat.of().formatHex(bytes);
            default -> value.getClass().getSimpleName() + " " + value;
        };
    }
}
