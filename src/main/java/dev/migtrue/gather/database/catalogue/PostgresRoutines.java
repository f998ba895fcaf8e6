package dev.migtrue.gather.database.catalogue;

import static dev.migtrue.gather.database.catalogue.PostgresVersion.comment;
import static dev.migtrue.gather.database.catalogue.PostgresVersion.inSchema;
import static dev.migtrue.gather.database.catalogue.PostgresVersion.own;

/** Questions for functions, and for what calls them or stands between a statement and its table. */
record PostgresRoutines(PostgresVersion version) {

    /** No name stands in the properties: so that the same function under another name reads the same. */
    String functions() {
        return """
                SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS kind,
                       n.nspname AS schema, concat(p.proname, '(', oidvectortypes(p.proargtypes), ')') AS name,
                       pg_get_function_arguments(p.oid) AS arguments,
                       pg_get_function_result(p.oid) AS returns,
                       l.lanname AS language,
                       coalesce(%s, nullif(p.prosrc, 'aggregate_dummy')) AS body,
                       p.probin AS library,
                       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
                       CASE WHEN p.proisstrict THEN 'yes' END AS strict,
                       CASE WHEN p.prosecdef THEN 'definer' END AS security,
                       CASE WHEN p.proleakproof THEN 'yes' END AS leakproof,
                       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' END AS parallel,
                       CASE WHEN p.prokind = 'w' THEN 'yes' END AS "window",
                       p.procost::text AS cost, nullif(p.prorows, 0)::text AS rows,
                       nullif(p.prosupport::text, '-') AS support,
                       (SELECT string_agg(x, ', ' ORDER BY x COLLATE "C") FROM unnest(p.proconfig) AS x) AS settings,
                       %s,
                       m.description AS comment
                FROM pg_proc AS p
                %s
                JOIN pg_language AS l ON l.oid = p.prolang
                LEFT JOIN pg_aggregate AS a ON a.aggfnoid = p.oid
                %s
                WHERE %s
                """.formatted(
                        version.since(14, "pg_get_function_sqlbody(p.oid)", "NULL"),
                        aggregate(),
                        inSchema("p.pronamespace"),
                        comment("pg_proc", "p.oid"),
                        own("pg_proc", "p.oid"));
    }

    private static String aggregate() {
        return """
                CASE WHEN p.prokind = 'a' THEN concat_ws(', ', 'step ' || a.aggtransfn::text,
                    'state ' || format_type(a.aggtranstype, NULL), 'start ' || a.agginitval,
                    'final ' || nullif(a.aggfinalfn::text, '-'), 'combine ' || nullif(a.aggcombinefn::text, '-'),
                    'moving ' || nullif(a.aggmtransfn::text, '-'), 'kind ' || nullif(a.aggkind::text, 'n')) END AS aggregate""";
    }

    /** The bits of a trigger's type: for each row 1, before 2, insert 4, delete 8, update 16, truncate 32, instead 64. */
    String triggers() {
        return """
                SELECT 'trigger' AS kind, n.nspname AS schema, c.relname AS table, t.tgname AS name,
                       CASE WHEN t.tgtype & 64 > 0 THEN 'instead of' WHEN t.tgtype & 2 > 0 THEN 'before' ELSE 'after' END AS timing,
                       concat_ws(', ', CASE WHEN t.tgtype & 4 > 0 THEN 'insert' END, CASE WHEN t.tgtype & 8 > 0 THEN 'delete' END,
                           CASE WHEN t.tgtype & 16 > 0 THEN 'update' END, CASE WHEN t.tgtype & 32 > 0 THEN 'truncate' END) AS events,
                       (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY p.at)
                        FROM unnest(t.tgattr::int2[]) WITH ORDINALITY AS p (number, at)
                        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = p.number) AS "columns",
                       CASE WHEN t.tgtype & 1 > 0 THEN 'row' ELSE 'statement' END AS "for each",
                       substring(pg_get_triggerdef(t.oid) FROM ' WHEN \\((.*)\\) EXECUTE (?:FUNCTION|PROCEDURE) ') AS condition,
                       substring(pg_get_triggerdef(t.oid) FROM '^.* EXECUTE (?:FUNCTION|PROCEDURE) (.*)$') AS calls,
                       t.tgoldtable AS "old table", t.tgnewtable AS "new table",
                       CASE WHEN t.tgconstraint <> 0 THEN CASE WHEN t.tginitdeferred THEN 'initially deferred'
                           WHEN t.tgdeferrable THEN 'initially immediate' ELSE 'no' END END AS "deferrable constraint",
                       CASE t.tgenabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'on replicas' WHEN 'A' THEN 'always' ELSE 'yes' END AS enabled,
                       m.description AS comment
                FROM pg_trigger AS t
                JOIN pg_class AS c ON c.oid = t.tgrelid
                %s
                %s
                WHERE NOT t.tgisinternal %s AND %s AND %s
                """.formatted(
                        inSchema("c.relnamespace"),
                        comment("pg_trigger", "t.oid"),
                        version.since(13, "AND t.tgparentid = 0", ""),
                        own("pg_class", "c.oid"),
                        own("pg_trigger", "t.oid"));
    }

    String rules() {
        return """
                SELECT 'rule' AS kind, n.nspname AS schema, c.relname AS table, r.rulename AS name,
                       regexp_replace(pg_get_ruledef(r.oid), '^.*? AS\\s+ON ', '') AS definition,
                       CASE r.ev_enabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'on replicas' WHEN 'A' THEN 'always' ELSE 'yes' END AS enabled,
                       m.description AS comment
                FROM pg_rewrite AS r
                JOIN pg_class AS c ON c.oid = r.ev_class
                %s
                %s
                WHERE r.rulename <> '_RETURN' AND %s
                """.formatted(inSchema("c.relnamespace"), comment("pg_rewrite", "r.oid"), own("pg_class", "c.oid"));
    }

    String policies() {
        return """
                SELECT 'policy' AS kind, n.nspname AS schema, c.relname AS table, p.polname AS name,
                       CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END AS mode,
                       CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete'
                           ELSE 'all' END AS command,
                       (SELECT string_agg(CASE WHEN x = 0 THEN 'public' ELSE pg_get_userbyid(x)::text END, ', '
                                          ORDER BY pg_get_userbyid(x)) FROM unnest(p.polroles) AS x) AS roles,
                       pg_get_expr(p.polqual, p.polrelid) AS using, pg_get_expr(p.polwithcheck, p.polrelid) AS "with check",
                       m.description AS comment
                FROM pg_policy AS p
                JOIN pg_class AS c ON c.oid = p.polrelid
                %s
                %s
                WHERE %s
                """.formatted(inSchema("c.relnamespace"), comment("pg_policy", "p.oid"), own("pg_class", "c.oid"));
    }

    String eventTriggers() {
        return """
                SELECT 'event trigger' AS kind, t.evtname AS name, t.evtevent AS event, t.evtfoid::regprocedure::text AS calls,
                       array_to_string(t.evttags, ', ') AS tags,
                       CASE t.evtenabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'on replicas' WHEN 'A' THEN 'always' ELSE 'yes' END AS enabled,
                       m.description AS comment
                FROM pg_event_trigger AS t
                %s
                WHERE %s
                """.formatted(comment("pg_event_trigger", "t.oid"), own("pg_event_trigger", "t.oid"));
    }
}
