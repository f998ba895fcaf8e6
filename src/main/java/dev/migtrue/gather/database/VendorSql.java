package dev.migtrue.gather.database;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of one kind of database whose driver the user brings along.
 *
 * @param preamble begins every transaction
 * @param tables with {@code %s} where the names belong
 * @param width absent where the database holds to no width
 * @param schemas the names of all that are like the parameter
 * @param databases as {@code schemas}; absent where databases are no more than schemas, or cannot be listed
 */
record VendorSql(
        List<String> preamble, String tables, Optional<String> width, String schemas, Optional<String> databases) {

    /**
     * Its time limit for locks is a setting of the driver's: a SET that is sent as a statement of its own ends with it
     * there. Reads are committed reads; that snapshots are allowed cannot be relied on.
     */
    private static final VendorSql SQL_SERVER = new VendorSql(
            List.of(),
            """
            SELECT s.name, o.name,
                   CASE WHEN s.name = SCHEMA_NAME() THEN 'HOME' WHEN s.name = 'dbo' THEN 'ON_PATH' ELSE 'ELSEWHERE' END,
                   c.name
            FROM sys.objects o
            JOIN sys.schemas s ON s.schema_id = o.schema_id
            JOIN sys.columns c ON c.object_id = o.object_id
            WHERE lower(o.name) IN (%s) AND o.type IN ('U', 'V')
            ORDER BY CASE WHEN s.name = SCHEMA_NAME() THEN 1 WHEN s.name = 'dbo' THEN 2 ELSE 3 END,
                     s.name, o.name, c.column_id""",
            Optional.of("""
                    SELECT CASE WHEN t.name IN ('nvarchar', 'nchar') THEN c.max_length / 2 ELSE c.max_length END
                    FROM sys.objects o
                    JOIN sys.schemas s ON s.schema_id = o.schema_id
                    JOIN sys.columns c ON c.object_id = o.object_id
                    JOIN sys.types t ON t.user_type_id = c.system_type_id
                    WHERE s.name = ? AND o.name = ? AND c.name = ? AND c.max_length > 0
                      AND t.name IN ('varchar', 'char', 'nvarchar', 'nchar')"""),
            "SELECT name FROM sys.schemas WHERE name LIKE ? ORDER BY name",
            Optional.of("SELECT name FROM sys.databases WHERE state = 0 AND name LIKE ? ORDER BY name"));

    private static final VendorSql ORACLE = new VendorSql(
            List.of("SET TRANSACTION READ ONLY"),
            """
            SELECT c.owner, c.table_name,
                   CASE WHEN c.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN 'HOME' ELSE 'ELSEWHERE' END,
                   c.column_name
            FROM all_tab_columns c
            WHERE lower(c.table_name) IN (%s)
            ORDER BY CASE WHEN c.owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN 1 ELSE 2 END,
                     c.owner, c.table_name, c.column_id""",
            Optional.of("""
                    SELECT c.char_length
                    FROM all_tab_columns c
                    WHERE c.owner = ? AND c.table_name = ? AND c.column_name = ?
                      AND c.data_type IN ('VARCHAR2', 'NVARCHAR2', 'CHAR', 'NCHAR')"""),
            "SELECT username FROM all_users WHERE username LIKE ? ORDER BY username",
            Optional.empty());

    /** It has no transactions: each answer is a state of its own. */
    private static final VendorSql CLICKHOUSE = new VendorSql(
            List.of(),
            """
            SELECT c.database, c.table,
                   CASE WHEN c.database = currentDatabase() THEN 'HOME' ELSE 'ELSEWHERE' END,
                   c.name
            FROM system.columns AS c
            WHERE lower(c.table) IN (%s)
              AND c.database NOT IN ('system', 'information_schema', 'INFORMATION_SCHEMA')
            ORDER BY CASE WHEN c.database = currentDatabase() THEN 1 ELSE 2 END, c.database, c.table, c.position""",
            Optional.empty(),
            "SELECT name FROM system.databases WHERE name LIKE ? ORDER BY name",
            Optional.empty());

    static VendorSql of(Vendor vendor) {
        return switch (vendor) {
            case SQL_SERVER -> SQL_SERVER;
            case ORACLE -> ORACLE;
            case CLICKHOUSE -> CLICKHOUSE;
        };
    }

    /** A text as it stands in a statement. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
