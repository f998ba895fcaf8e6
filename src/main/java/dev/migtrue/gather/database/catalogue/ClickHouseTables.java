package dev.migtrue.gather.database.catalogue;

/**
 * Questions for the tables of ClickHouse, for their columns and for the statements that make them. Names in texts are without the database. A
 * column of a result hides the column of a table that is called the same, so these are named with their table.
 */
final class ClickHouseTables {

    /** What keeps the rows of a materialized view is a table too, and is called after it. */
    private static final String HERE =
            "t.database = currentDatabase() AND NOT t.is_temporary AND t.name NOT LIKE '.inner%'";

    private static final String KIND = """
            multiIf(t.engine IN ('View', 'LiveView', 'WindowView'), 'view', t.engine = 'MaterializedView', 'materialized view', 'table')""";

    /** Engines of which every part may be told; others may say how to log in elsewhere, which old servers print. */
    private static final String IS_OPEN = """
            (t.engine LIKE '%MergeTree' OR t.engine IN ('Memory', 'Log', 'TinyLog', 'StripeLog', 'Null', 'Buffer', 'Distributed', 'Merge',
                'Set', 'Join', 'EmbeddedRocksDB'))""";

    /** Whether a query reads from elsewhere, with a login in its text. */
    private static final String READS_ELSEWHERE = """
            multiSearchAny(lower(t.create_table_query), ['remote(', 'remotesecure(', 'cluster(', 'mysql(', 'postgresql(', 'mongodb(',
                'redis(', 's3(', 'gcs(', 'oss(', 'cosn(', 'url(', 'hdfs(', 'azureblobstorage(', 'iceberg(', 'deltalake(', 'hudi(',
                'jdbc(', 'odbc('])""";

    private static final String DATABASE = "regexpQuoteMeta(currentDatabase())";

    private ClickHouseTables() {}

    private static String unqualified(String text) {
        return "replaceRegexpAll(%1$s, concat('(\\\\b', %2$s, '|`', %2$s, '`)[.]'), '')".formatted(text, DATABASE);
    }

    static String tables() {
        return """
                SELECT %1$s AS kind, t.name AS name,
                       if(kind != 'table', NULL, if(%2$s, %3$s, t.engine)) AS storage,
                       if(kind = 'table' OR %4$s, NULL, %5$s) AS definition,
                       multiIf(kind = 'table' AND NOT %2$s, 'storage options', kind != 'table' AND %4$s, 'definition', NULL) AS unknown
                FROM system.tables AS t
                WHERE %6$s""".formatted(
                        KIND,
                        IS_OPEN,
                        unqualified("t.engine_full"),
                        READS_ELSEWHERE,
                        unqualified("t.create_table_query"),
                        HERE);
    }

    /** Those of views follow from what these select. */
    static String columns() {
        return """
                SELECT 'column' AS kind, c.table AS table, c.name AS name, c.type AS type,
                       if(c.default_kind = '', NULL, concat(lower(c.default_kind), ' ', %s)) AS default,
                       if(c.compression_codec = '', NULL, c.compression_codec) AS codec,
                       if(c.comment = '', NULL, c.comment) AS comment
                FROM system.columns AS c
                WHERE c.database = currentDatabase()
                  AND c.table IN (SELECT t.name FROM system.tables AS t WHERE %s AND %s = 'table')""".formatted(unqualified("c.default_expression"), HERE, KIND);
    }

    static String statements() {
        return "SELECT t.name AS name, %s AS statement FROM system.tables AS t WHERE %s AND %s = 'table'"
                .formatted(unqualified("t.create_table_query"), HERE, KIND);
    }
}
