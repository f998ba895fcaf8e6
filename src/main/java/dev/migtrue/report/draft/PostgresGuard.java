package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectId;

/** Guards around statements for which PostgreSQL has no {@code IF NOT EXISTS}. */
final class PostgresGuard {

    private PostgresGuard() {}

    /** Runs a statement unless a table has something of a name. {@code catalogue} with its columns for the table and the name. */
    static Step.Guarded unlessPart(ObjectId part, String catalogue, String table, String name, String sql) {
        return unless(
                "EXISTS (SELECT FROM pg_catalog.%s WHERE %s = %s::regclass AND %s = %s)"
                        .formatted(
                                catalogue, table, SqlName.text(SqlName.table(part)), name, SqlName.text(part.name())),
                sql);
    }

    static Step.Guarded unlessType(ObjectId type, String sql) {
        return unless("to_regtype(" + SqlName.text(SqlName.of(type)) + ") IS NOT NULL", sql);
    }

    /** Changes a column unless it has the type: where a view selects it, even a change to what it is would fail. */
    static Step.Guarded unlessOfType(ObjectId column, String type, String sql) {
        // Of types that the search path leads to, the schema is not printed.
        String bare = type.substring(type.lastIndexOf('.') + 1);
        return unless(
                ("EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = %s::regclass AND attname = %s"
                                + " AND format_type(atttypid, atttypmod) IN (%s, %s))")
                        .formatted(
                                SqlName.text(SqlName.table(column)),
                                SqlName.text(column.name()),
                                SqlName.text(type),
                                SqlName.text(bare)),
                sql);
    }

    private static Step.Guarded unless(String condition, String sql) {
        String body = "\nBEGIN\n  IF NOT (" + condition + ") THEN\n    " + sql + ";\n  END IF;\nEND\n";
        return new Step.Guarded("DO " + inDollars(body));
    }

    /** A text between dollar quotes that it does not hold itself. */
    static String inDollars(String text) {
        String quotes = "$$";
        for (int i = 0; text.contains(quotes) || text.endsWith("$"); i++) {
            quotes = "$draft" + i + "$";
            if (!text.contains(quotes)) {
                break;
            }
        }
        return quotes + text + quotes;
    }
}
