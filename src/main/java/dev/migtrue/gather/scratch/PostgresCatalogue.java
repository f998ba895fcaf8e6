package dev.migtrue.gather.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What PostgreSQL says of itself. */
final class PostgresCatalogue implements Catalogue {

    private static final String DEFINITIONS = Resource.text("postgresql.sql");

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'm') and c.relispopulated and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'""";

    @Override
    public State read(Connection connection) throws SQLException {
        Questions questions = new Questions(connection);
        // Names as they are, wherever migrations let the search path lead to.
        questions.run("set search_path = pg_catalog");
        SortedMap<Thing, String> definitions = new TreeMap<>();
        for (List<String> row : questions.rows(DEFINITIONS)) {
            definitions.put(new Thing(row.get(0), row.get(1)), row.get(2));
        }
        SortedMap<String, RowSet> rows = new TreeMap<>();
        for (String table : questions.column(TABLES)) {
            // Its keys are in order of their names, so that the order of columns does not matter.
            rows.put(
                    table,
                    RowSet.of(questions.column("select md5(to_jsonb(one_row)::text) from only " + table + " one_row")));
        }
        return new State(definitions, rows);
    }
}
