package dev.migtrue.gather.database.catalogue;

import static dev.migtrue.gather.database.catalogue.PostgresVersion.comment;
import static dev.migtrue.gather.database.catalogue.PostgresVersion.inSchema;
import static dev.migtrue.gather.database.catalogue.PostgresVersion.own;

/** Questions for types, and for what stands beside tables: extensions, collations, casts, publications. */
record PostgresTypes(PostgresVersion version) {

    String types() {
        return """
                SELECT CASE t.typtype WHEN 'e' THEN 'enum type' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type'
                           ELSE 'composite type' END AS kind,
                       n.nspname AS schema, t.typname AS name,
                       (SELECT string_agg(quote_literal(v.enumlabel), ', ' ORDER BY v.enumsortorder) FROM pg_enum AS v
                        WHERE v.enumtypid = t.oid) AS values,
                       (SELECT string_agg(concat(quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod),
                               CASE WHEN a.attcollation <> b.typcollation THEN ' collate ' ||
                                   (SELECT concat(quote_ident(w.nspname), '.', quote_ident(l.collname)) FROM pg_collation AS l
                                    JOIN pg_namespace AS w ON w.oid = l.collnamespace WHERE l.oid = a.attcollation) END),
                               ', ' ORDER BY a.attnum)
                        FROM pg_attribute AS a JOIN pg_type AS b ON b.oid = a.atttypid
                        WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) AS attributes,
                       CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS type,
                       CASE WHEN t.typtype = 'd' THEN CASE WHEN t.typnotnull THEN 'no' ELSE 'yes' END END AS nullable,
                       CASE WHEN t.typtype = 'd' THEN t.typdefault END AS default,
                       CASE WHEN t.typtype = 'd' AND t.typcollation <> u.typcollation THEN
                           (SELECT concat(quote_ident(w.nspname), '.', quote_ident(l.collname)) FROM pg_collation AS l
                            JOIN pg_namespace AS w ON w.oid = l.collnamespace WHERE l.oid = t.typcollation) END AS collation,
                       format_type(r.rngsubtype, NULL) AS over, nullif(r.rngsubdiff::text, '-') AS difference,
                       nullif(r.rngcanonical::text, '-') AS canonical, o.opcname AS "operator class",
                       m.description AS comment
                FROM pg_type AS t
                %s
                LEFT JOIN pg_type AS u ON u.oid = t.typbasetype
                LEFT JOIN pg_class AS c ON c.oid = t.typrelid
                LEFT JOIN pg_range AS r ON r.rngtypid = t.oid
                LEFT JOIN pg_opclass AS o ON o.oid = r.rngsubopc
                %s
                WHERE (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND c.relkind = 'c')) AND %s
                """.formatted(inSchema("t.typnamespace"), comment("pg_type", "t.oid"), own("pg_type", "t.oid"));
    }

    String domainChecks() {
        return """
                SELECT 'domain' AS kind, n.nspname AS schema, t.typname AS name, 'check ' || k.conname AS property,
                       pg_get_constraintdef(k.oid) AS value
                FROM pg_constraint AS k
                JOIN pg_type AS t ON t.oid = k.contypid
                %s
                WHERE k.contype = 'c' AND %s
                """.formatted(inSchema("t.typnamespace"), own("pg_type", "t.oid"));
    }

    String collations() {
        return """
                SELECT 'collation' AS kind, n.nspname AS schema, l.collname AS name,
                       CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' WHEN 'b' THEN 'builtin' ELSE 'default' END
                           AS provider,
                       coalesce(%s, concat_ws(', ', l.collcollate, l.collctype)) AS locale,
                       CASE WHEN NOT l.collisdeterministic THEN 'no' END AS deterministic,
                       %s AS rules,
                       m.description AS comment
                FROM pg_collation AS l
                %s
                %s
                WHERE %s
                """.formatted(
                        locale(),
                        version.since(16, "l.collicurules", "CAST(NULL AS text)"),
                        inSchema("l.collnamespace"),
                        comment("pg_collation", "l.oid"),
                        own("pg_collation", "l.oid"));
    }

    /** Before there was a column for it, the locale of ICU stood in both others. */
    private String locale() {
        return version.since(
                17,
                "l.colllocale",
                version.since(15, "l.colliculocale", "CASE WHEN l.collprovider = 'i' THEN l.collcollate END"));
    }

    String extensions() {
        return """
                SELECT 'extension' AS kind, e.extname AS name, e.extversion AS version, n.nspname AS "in schema"
                FROM pg_extension AS e
                JOIN pg_namespace AS n ON n.oid = e.extnamespace""";
    }

    String casts() {
        return """
                SELECT 'cast' AS kind, concat(format_type(c.castsource, NULL), ' as ', format_type(c.casttarget, NULL)) AS name,
                       CASE c.castmethod WHEN 'f' THEN 'function ' || c.castfunc::regprocedure::text
                           WHEN 'i' THEN 'inout' ELSE 'without function' END AS method,
                       CASE c.castcontext WHEN 'e' THEN 'explicit' WHEN 'a' THEN 'assignment' ELSE 'implicit' END AS context
                FROM pg_cast AS c
                WHERE c.oid >= 16384 AND %s""".formatted(own("pg_cast", "c.oid"));
    }

    String operators() {
        return """
                SELECT 'operator' AS kind, n.nspname AS schema,
                       concat(o.oprname, '(', concat_ws(', ', format_type(nullif(o.oprleft, 0), NULL),
                           format_type(nullif(o.oprright, 0), NULL)), ')') AS name,
                       o.oprcode::text AS function, nullif(o.oprcom, 0)::regoperator::text AS commutator,
                       nullif(o.oprnegate, 0)::regoperator::text AS negator,
                       nullif(o.oprrest::text, '-') AS restrict, nullif(o.oprjoin::text, '-') AS "join",
                       concat_ws(', ', CASE WHEN o.oprcanhash THEN 'hashes' END, CASE WHEN o.oprcanmerge THEN 'merges' END) AS use,
                       m.description AS comment
                FROM pg_operator AS o
                %s
                %s
                WHERE %s
                """.formatted(inSchema("o.oprnamespace"), comment("pg_operator", "o.oid"), own("pg_operator", "o.oid"));
    }

    String publications() {
        return """
                SELECT 'publication' AS kind, p.pubname AS name,
                       concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                           CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END) AS publishes,
                       CASE WHEN p.pubviaroot THEN 'yes' END AS "via root",
                       CASE WHEN p.puballtables THEN 'all' ELSE
                           (SELECT string_agg(concat(quote_ident(t.schemaname), '.', quote_ident(t.tablename)), ', '
                                              ORDER BY t.schemaname, t.tablename)
                            FROM pg_publication_tables AS t WHERE t.pubname = p.pubname) END AS tables
                FROM pg_publication AS p""";
    }
}
