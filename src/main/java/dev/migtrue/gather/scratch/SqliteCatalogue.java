package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What SQLite says of itself. */
final class SqliteCatalogue implements Catalogue {

    @Override
    public State read(Connection connection) throws SQLException {
        Questions questions = new Questions(connection);
        SortedMap<Thing, String> definitions = new TreeMap<>();
        for (List<String> row : questions.rows(
                "select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite\\_stat%' escape '\\'")) {
            definitions.put(new Thing(row.get(0), row.get(1)), row.get(2) + " " + sense(row.get(3)));
        }
        for (String setting : List.of("user_version", "application_id")) {
            definitions.put(
                    new Thing("setting", setting),
                    questions.column("pragma " + setting).getFirst());
        }
        if (definitions.containsKey(new Thing("table", "sqlite_sequence"))) {
            for (List<String> row : questions.rows("select name, max(seq) from sqlite_sequence group by name")) {
                definitions.put(new Thing("counter", row.get(0)), row.get(1));
            }
        }
        SortedMap<String, RowSet> rows = new TreeMap<>();
        for (String table : questions.column(
                "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'")) {
            rows.put(table, questions.rowsOf('"' + table.replace("\"", "\"\"") + '"'));
        }
        return new State(definitions, rows);
    }

    /** Renaming puts quotes around names that had none. */
    private static String sense(String sql) {
        return Script.of(sql, Dialect.SQLITE).statements().stream()
                .map(statement -> statement.clause().words().stream()
                        .map(word -> word.startsWith("\"") ? word.replace("\"", "") : word)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }
}
