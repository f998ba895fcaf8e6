package dev.migtrue.gather.database.catalogue;

import static dev.migtrue.gather.database.catalogue.PostgresVersion.comment;
import static dev.migtrue.gather.database.catalogue.PostgresVersion.inSchema;
import static dev.migtrue.gather.database.catalogue.PostgresVersion.own;

/** Questions for tables and columns, views and what they select. */
record PostgresTables(PostgresVersion version) {

    private static final String SEQUENCE =
            "concat_ws(' ', format_type(q.seqtypid, NULL), 'start', q.seqstart, 'increment', q.seqincrement,"
                    + " 'minimum', q.seqmin, 'maximum', q.seqmax, 'cache', q.seqcache,"
                    + " CASE WHEN q.seqcycle THEN 'cycle' END)";

    String schemas() {
        return """
                SELECT 'schema' AS kind, n.nspname AS name, m.description AS comment
                FROM pg_namespace AS n
                %s
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND %s
                """.formatted(comment("pg_namespace", "n.oid"), own("pg_namespace", "n.oid"));
    }

    String tables() {
        return """
                SELECT CASE c.relkind WHEN 'f' THEN 'foreign table' ELSE 'table' END AS kind,
                       n.nspname AS schema, c.relname AS name,
                       CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
                       pg_get_partkeydef(c.oid) AS "partitioned by",
                       CASE WHEN c.relispartition THEN h.parents END AS "partition of",
                       pg_get_expr(c.relpartbound, c.oid) AS bounds,
                       CASE WHEN NOT c.relispartition THEN h.parents END AS inherits,
                       CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS "of type",
                       CASE WHEN c.relrowsecurity THEN 'enabled' END AS "row security",
                       CASE WHEN c.relforcerowsecurity THEN 'yes' END AS "row security of the owner",
                       CASE c.relreplident WHEN 'n' THEN 'nothing' WHEN 'f' THEN 'full'
                           WHEN 'i' THEN 'index ' || (SELECT r.relname FROM pg_index AS i JOIN pg_class AS r ON r.oid = i.indexrelid
                                                      WHERE i.indrelid = c.oid AND i.indisreplident) END AS "replica identity",
                       %s AS options,
                       (SELECT %s FROM pg_class AS o WHERE o.oid = c.reltoastrelid) AS "toast options",
                       CASE WHEN a.amname <> 'heap' THEN a.amname END AS "access method",
                       s.spcname AS tablespace,
                       v.srvname AS server, array_to_string(f.ftoptions, ', ') AS "server options",
                       m.description AS comment
                FROM pg_class AS c
                %s
                LEFT JOIN (SELECT i.inhrelid, string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) AS parents
                           FROM pg_inherits AS i GROUP BY i.inhrelid) AS h ON h.inhrelid = c.oid
                LEFT JOIN pg_am AS a ON a.oid = c.relam
                LEFT JOIN pg_tablespace AS s ON s.oid = c.reltablespace
                LEFT JOIN pg_foreign_table AS f ON f.ftrelid = c.oid
                LEFT JOIN pg_foreign_server AS v ON v.oid = f.ftserver
                %s
                WHERE c.relkind IN ('r', 'p', 'f') AND %s
                """.formatted(
                        sorted("c.reloptions"),
                        sorted("o.reloptions"),
                        inSchema("c.relnamespace"),
                        comment("pg_class", "c.oid"),
                        own("pg_class", "c.oid"));
    }

    /** Options of a catalogue's array, in an order of their own: that in which they were set does not count. */
    static String sorted(String array) {
        return "(SELECT string_agg(x, ', ' ORDER BY x COLLATE \"C\") FROM unnest(%s) AS x)".formatted(array);
    }

    /** Their order in the table is left out: it differs wherever columns came later on one side only, and nothing hangs on it. */
    String columns() {
        return """
                SELECT 'column' AS kind, n.nspname AS schema, c.relname AS table, a.attname AS name,
                       format_type(a.atttypid, a.atttypmod) AS type,
                       %s AS nullable,
                       CASE WHEN %s = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS default,
                       CASE %s WHEN 's' THEN pg_get_expr(d.adbin, d.adrelid) || ' stored'
                           WHEN 'v' THEN pg_get_expr(d.adbin, d.adrelid) || ' virtual' END AS generated,
                       CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity,
                       %s AS "identity sequence",
                       CASE WHEN a.attcollation <> t.typcollation THEN
                           (SELECT concat(quote_ident(k.nspname), '.', quote_ident(l.collname)) FROM pg_collation AS l
                            JOIN pg_namespace AS k ON k.oid = l.collnamespace WHERE l.oid = a.attcollation) END AS collation,
                       CASE WHEN a.attstorage <> t.typstorage THEN
                           CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main'
                               ELSE 'extended' END END AS storage,
                       %s AS compression,
                       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END AS "statistics target",
                       %s AS options, array_to_string(a.attfdwoptions, ', ') AS "server options",
                       m.description AS comment
                FROM pg_attribute AS a
                JOIN pg_class AS c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f')
                %s
                JOIN pg_type AS t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                LEFT JOIN pg_depend AS i ON i.refclassid = 'pg_class'::regclass AND i.refobjid = a.attrelid
                    AND i.refobjsubid = a.attnum AND i.classid = 'pg_class'::regclass AND i.deptype = 'i' AND a.attidentity <> ''
                LEFT JOIN pg_sequence AS q ON q.seqrelid = i.objid
                LEFT JOIN pg_description AS m ON m.classoid = 'pg_class'::regclass AND m.objoid = a.attrelid
                    AND m.objsubid = a.attnum
                WHERE a.attnum > 0 AND NOT a.attisdropped AND %s
                """.formatted(
                        nullable(),
                        generated(),
                        generated(),
                        "CASE WHEN q.seqrelid IS NOT NULL THEN " + SEQUENCE + " END",
                        version.since(14, "CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END", "NULL"),
                        sorted("a.attoptions"),
                        inSchema("c.relnamespace"),
                        own("pg_class", "c.oid"));
    }

    private String generated() {
        return version.since(12, "a.attgenerated", "''");
    }

    /** From PostgreSQL 18 on, what must not be null may still be so in rows from before. */
    private String nullable() {
        return "CASE WHEN NOT a.attnotnull THEN 'yes'"
                + version.since(
                        18,
                        " WHEN EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = a.attrelid AND k.contype = 'n'"
                                + " AND k.conkey[1] = a.attnum AND NOT k.convalidated) THEN 'no, not validated'",
                        "")
                + " ELSE 'no' END";
    }

    String views() {
        return """
                SELECT CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END AS kind,
                       n.nspname AS schema, c.relname AS name,
                       rtrim(pg_get_viewdef(c.oid), ';') AS definition,
                       %s AS options,
                       CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
                       s.spcname AS tablespace,
                       m.description AS comment
                FROM pg_class AS c
                %s
                LEFT JOIN pg_tablespace AS s ON s.oid = c.reltablespace
                %s
                WHERE c.relkind IN ('v', 'm') AND %s
                """.formatted(
                        sorted("c.reloptions"),
                        inSchema("c.relnamespace"),
                        comment("pg_class", "c.oid"),
                        own("pg_class", "c.oid"));
    }

    /** What was said of columns of views, which else are what the view selects. */
    String viewColumns() {
        return """
                SELECT CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END AS kind,
                       n.nspname AS schema, c.relname AS name, p.property || ' of ' || a.attname AS property, p.value
                FROM pg_class AS c
                %s
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
                LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                LEFT JOIN pg_description AS m ON m.classoid = 'pg_class'::regclass AND m.objoid = a.attrelid
                    AND m.objsubid = a.attnum
                CROSS JOIN LATERAL (VALUES ('default', pg_get_expr(d.adbin, d.adrelid)), ('comment', m.description))
                    AS p (property, value)
                WHERE c.relkind IN ('v', 'm') AND p.value IS NOT NULL AND %s
                """.formatted(inSchema("c.relnamespace"), own("pg_class", "c.oid"));
    }

    /** Those of identity columns are properties of the column. */
    String sequences() {
        return """
                SELECT 'sequence' AS kind, n.nspname AS schema, c.relname AS name,
                       %s AS counts, t.relname || '.' || a.attname AS "owned by",
                       CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
                       m.description AS comment
                FROM pg_sequence AS q
                JOIN pg_class AS c ON c.oid = q.seqrelid
                %s
                LEFT JOIN pg_depend AS o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid
                    AND o.refclassid = 'pg_class'::regclass AND o.deptype IN ('a', 'i')
                LEFT JOIN pg_class AS t ON t.oid = o.refobjid
                LEFT JOIN pg_attribute AS a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
                %s
                WHERE o.deptype IS DISTINCT FROM 'i' AND %s
                """.formatted(
                        SEQUENCE, inSchema("c.relnamespace"), comment("pg_class", "c.oid"), own("pg_class", "c.oid"));
    }
}
