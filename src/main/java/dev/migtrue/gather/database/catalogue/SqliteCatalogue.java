package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.Row;
import java.util.List;
import java.util.Optional;

/** The catalogue of SQLite: the statements that made what is there. */
public final class SqliteCatalogue implements Catalogue {

    /** What virtual tables keep their rows in is theirs. */
    private static final String STATEMENTS = """
            SELECT s.type, s.name, s.tbl_name, s.sql
            FROM sqlite_schema AS s
            WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
              AND s.name NOT IN (SELECT t.name FROM pragma_table_list AS t WHERE t.schema = 'main' AND t.type = 'shadow')""";

    @Override
    public Schema read(Questions questions) {
        Gathered gathered = new Gathered();
        for (Row row : questions.ask(STATEMENTS)) {
            read(gathered, row);
        }
        return gathered.schema();
    }

    private static void read(Gathered gathered, Row row) {
        String name = row.get("name").orElseThrow();
        String sql = row.get("sql").orElseThrow();
        ObjectId table = ObjectId.of(
                ObjectKind.TABLE, Optional.empty(), row.get("tbl_name").orElseThrow());
        switch (row.get("type").orElseThrow()) {
            case "table" -> new SqliteTable(gathered, name).read(sql);
            case "index" -> readIndex(gathered, ObjectId.part(ObjectKind.INDEX, table, name), SqliteTokens.of(sql));
            case "view" ->
                readView(gathered, ObjectId.of(ObjectKind.VIEW, Optional.empty(), name), SqliteTokens.of(sql));
            case "trigger" ->
                readTrigger(gathered, ObjectId.part(ObjectKind.TRIGGER, table, name), SqliteTokens.of(sql));
            default -> throw new IllegalStateException("SQLite has no such objects: " + row);
        }
    }

    private static void readIndex(Gathered gathered, ObjectId index, SqliteTokens tokens) {
        tokens.next();
        gathered.put(index, "unique", tokens.skip("unique") ? "yes" : "no");
        tokens.until(List.of("on"));
        tokens.until(List.of("("));
        gathered.put(index, "columns", SqliteTable.columns(tokens.group()));
        if (tokens.skip("where")) {
            gathered.put(index, "where", tokens.rest());
        }
    }

    private static void readView(Gathered gathered, ObjectId view, SqliteTokens tokens) {
        tokens.until(List.of("as", "("));
        if (tokens.peek().equals("(")) {
            gathered.put(view, "columns", tokens.group().toString());
        }
        tokens.skip("as");
        gathered.put(view, "definition", tokens.rest());
    }

    private static void readTrigger(Gathered gathered, ObjectId trigger, SqliteTokens tokens) {
        tokens.until(List.of("before", "after", "instead", "insert", "update", "delete"));
        gathered.put(trigger, "timing", timing(tokens));
        gathered.put(trigger, "event", tokens.until(List.of("on")).toString());
        tokens.until(List.of("when", "begin"));
        if (tokens.skip("when")) {
            gathered.put(trigger, "condition", tokens.until(List.of("begin")).toString());
        }
        gathered.put(trigger, "body", tokens.rest());
    }

    private static String timing(SqliteTokens tokens) {
        if (tokens.skip("instead", "of")) {
            return "instead of";
        }
        boolean isAfter = tokens.skip("after");
        tokens.skip("before");
        return isAfter ? "after" : "before";
    }
}
