package dev.migtrue.gather.database.catalogue;

import static dev.migtrue.gather.database.catalogue.PostgresTables.sorted;
import static dev.migtrue.gather.database.catalogue.PostgresVersion.comment;
import static dev.migtrue.gather.database.catalogue.PostgresVersion.inSchema;
import static dev.migtrue.gather.database.catalogue.PostgresVersion.own;

/** Questions for keys, checks and indexes. */
record PostgresConstraints(PostgresVersion version) {

    /** What stands behind a definition, and is a property of its own. */
    private static final String SUFFIXES = "'( NO INHERIT| NOT ENFORCED| DEFERRABLE| INITIALLY DEFERRED| NOT VALID)+$'";

    private static final String ACTION = """
            CASE %s WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default'
                ELSE 'no action' END""";

    /** Of partitions, only what their table does not have. */
    String constraints() {
        return """
                SELECT CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique constraint'
                           WHEN 'f' THEN 'foreign key' WHEN 'x' THEN 'exclusion constraint' ELSE 'check constraint' END AS kind,
                       n.nspname AS schema, c.relname AS table, k.conname AS name,
                       CASE WHEN k.contype <> 'f' THEN regexp_replace(pg_get_constraintdef(k.oid), %s, '') END AS definition,
                       %s,
                       CASE WHEN k.condeferred THEN 'initially deferred' WHEN k.condeferrable THEN 'initially immediate' END
                           AS deferrable,
                       CASE WHEN NOT k.convalidated THEN 'no' END AS validated,
                       %s AS enforced,
                       CASE WHEN k.connoinherit AND k.contype = 'c' THEN 'no' END AS inherited,
                       CASE WHEN i.indisvalid IS FALSE THEN 'no' END AS valid,
                       CASE WHEN i.indisclustered THEN 'yes' END AS clustered,
                       %s AS options, s.spcname AS tablespace,
                       (SELECT max('disabled') FROM pg_trigger AS g WHERE g.tgconstraint = k.oid AND g.tgenabled = 'D') AS triggers,
                       m.description AS comment
                FROM pg_constraint AS k
                JOIN pg_class AS c ON c.oid = k.conrelid
                %s
                LEFT JOIN pg_index AS i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
                LEFT JOIN pg_class AS x ON x.oid = i.indexrelid
                LEFT JOIN pg_tablespace AS s ON s.oid = x.reltablespace
                %s
                WHERE k.contype IN ('p', 'u', 'f', 'x', 'c') AND k.conparentid = 0 AND (k.conislocal OR k.contype <> 'c')
                    AND NOT (c.relispartition AND k.contype = 'c' AND k.coninhcount > 0) AND %s
                """.formatted(
                        SUFFIXES,
                        reference(),
                        version.since(18, "CASE WHEN NOT k.conenforced THEN 'no' END", "CAST(NULL AS text)"),
                        sorted("x.reloptions"),
                        inSchema("c.relnamespace"),
                        comment("pg_constraint", "k.oid"),
                        own("pg_class", "c.oid"));
    }

    private String reference() {
        return """
                CASE WHEN k.contype = 'f' THEN %s END AS columns,
                CASE WHEN k.contype = 'f' THEN concat(k.confrelid::regclass, ' (', %s, ')') END AS "references",
                CASE WHEN k.contype = 'f' THEN CASE k.confmatchtype WHEN 'f' THEN 'full' WHEN 'p' THEN 'partial' ELSE 'simple' END
                    END AS match,
                CASE WHEN k.contype = 'f' THEN %s END AS "on update",
                CASE WHEN k.contype = 'f' THEN concat_ws(' of ', %s, %s) END AS "on delete\"""".formatted(
                        columns("k.conrelid", "k.conkey"),
                        columns("k.confrelid", "k.confkey"),
                        ACTION.formatted("k.confupdtype"),
                        ACTION.formatted("k.confdeltype"),
                        version.since(15, columns("k.conrelid", "k.confdelsetcols"), "NULL"));
    }

    private static String columns(String table, String numbers) {
        return ("(SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY p.at)"
                        + " FROM unnest(%s) WITH ORDINALITY AS p (number, at)"
                        + " JOIN pg_attribute AS a ON a.attrelid = %s AND a.attnum = p.number)")
                .formatted(numbers, table);
    }

    /** Those that no key or constraint made; of partitions, those that their table does not have. */
    String indexes() {
        return """
                SELECT 'index' AS kind, n.nspname AS schema, c.relname AS table, x.relname AS name,
                       y.amname AS method, p.columns, p.included AS include,
                       CASE WHEN i.indisunique THEN 'yes' ELSE 'no' END AS unique,
                       %s AS nulls,
                       pg_get_expr(i.indpred, i.indrelid) AS where,
                       CASE WHEN NOT (i.indisvalid AND i.indisready AND i.indislive) THEN 'no' END AS valid,
                       CASE WHEN i.indisclustered THEN 'yes' END AS clustered,
                       %s AS options, s.spcname AS tablespace, m.description AS comment
                FROM pg_index AS i
                JOIN pg_class AS x ON x.oid = i.indexrelid AND NOT x.relispartition
                JOIN pg_class AS c ON c.oid = i.indrelid
                %s
                JOIN pg_am AS y ON y.oid = x.relam
                CROSS JOIN LATERAL (%s) AS p
                LEFT JOIN pg_tablespace AS s ON s.oid = x.reltablespace
                %s
                WHERE c.relkind IN ('r', 'p', 'm')
                    AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
                    AND %s
                """.formatted(
                version.since(15, "CASE WHEN i.indnullsnotdistinct THEN 'not distinct' END", "CAST(NULL AS text)"),
                sorted("x.reloptions"),
                inSchema("c.relnamespace"),
                indexColumns(),
                comment("pg_class", "x.oid"),
                own("pg_class", "c.oid"));
    }

    /**
     * What an index is over, each with what differs from the usual: collation, operator class, direction. Of an expression, the usual collation
     * is not known, and any is told.
     */
    private static String indexColumns() {
        return """
                SELECT string_agg(concat(
                           pg_get_indexdef(i.indexrelid, z.attnum, false),
                           CASE WHEN i.indcollation[z.attnum - 1] NOT IN (0, coalesce(b.attcollation, 100))
                               THEN ' collate ' || (SELECT concat(quote_ident(w.nspname), '.', quote_ident(l.collname))
                                   FROM pg_collation AS l JOIN pg_namespace AS w ON w.oid = l.collnamespace
                                   WHERE l.oid = i.indcollation[z.attnum - 1]) END,
                           CASE WHEN NOT o.opcdefault OR z.attoptions IS NOT NULL THEN concat(' ', CASE WHEN v.nspname <> 'pg_catalog'
                               THEN quote_ident(v.nspname) || '.' END, quote_ident(o.opcname),
                               ' (' || array_to_string(z.attoptions, ', ') || ')') END,
                           CASE WHEN y.amname = 'btree' THEN CASE i.indoption[z.attnum - 1]
                               WHEN 1 THEN ' desc nulls last' WHEN 2 THEN ' nulls first' WHEN 3 THEN ' desc' END END),
                           ', ' ORDER BY z.attnum) FILTER (WHERE z.attnum <= i.indnkeyatts) AS columns,
                       string_agg(quote_ident(z.attname), ', ' ORDER BY z.attnum) FILTER (WHERE z.attnum > i.indnkeyatts) AS included
                FROM pg_attribute AS z
                LEFT JOIN pg_attribute AS b ON b.attrelid = i.indrelid AND b.attnum = i.indkey[z.attnum - 1] AND b.attnum <> 0
                LEFT JOIN pg_opclass AS o ON o.oid = i.indclass[z.attnum - 1]
                LEFT JOIN pg_namespace AS v ON v.oid = o.opcnamespace
                WHERE z.attrelid = i.indexrelid""";
    }

    String statistics() {
        return """
                SELECT 'statistics' AS kind, n.nspname AS schema, c.relname AS table, e.stxname AS name,
                       regexp_replace(pg_get_statisticsobjdef(e.oid), '^CREATE STATISTICS \\S+ ', '') AS definition,
                       m.description AS comment
                FROM pg_statistic_ext AS e
                JOIN pg_class AS c ON c.oid = e.stxrelid
                %s
                %s
                WHERE %s
                """.formatted(
                        inSchema("e.stxnamespace"), comment("pg_statistic_ext", "e.oid"), own("pg_class", "c.oid"));
    }
}
