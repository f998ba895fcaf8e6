package dev.migtrue.gather.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What H2 says of itself: the script that would make it anew. */
final class H2Catalogue implements Catalogue {

    /** Names that it gives by itself, and numbers of its own. */
    private static final Pattern GENERATED =
            Pattern.compile("\"(CONSTRAINT|PRIMARY_KEY|SYSTEM_SEQUENCE|[A-Z0-9_]*_INDEX)_[0-9A-F_]+\"");

    private static final Pattern BEHIND_NAME = Pattern.compile("\\(| START WITH | IS | AS ");

    private static final String TABLES = """
            select '"' || replace(table_schema, '"', '""') || '"."' || replace(table_name, '"', '""') || '"'
            from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema <> 'INFORMATION_SCHEMA'""";

    @Override
    public State read(Connection connection) throws SQLException {
        Questions questions = new Questions(connection);
        SortedMap<Thing, String> definitions = new TreeMap<>();
        for (String statement : questions.column("script nodata nosettings")) {
            if (!statement.startsWith("--")) {
                put(definitions, GENERATED.matcher(statement).replaceAll("\"$1\""));
            }
        }
        SortedMap<String, RowSet> rows = new TreeMap<>();
        for (String table : questions.column(TABLES)) {
            rows.put(table, questions.rowsOf(table));
        }
        return new State(definitions, rows);
    }

    /** Things without a name of their own are told apart by a number. */
    private static void put(SortedMap<Thing, String> definitions, String statement) {
        String name = BEHIND_NAME.split(statement, 2)[0].strip().replaceAll("\\s+", " ");
        Thing thing = new Thing("definition", name);
        for (int number = 2; definitions.containsKey(thing); number++) {
            thing = new Thing("definition", name + " (" + number + ")");
        }
        definitions.put(thing, statement);
    }
}
