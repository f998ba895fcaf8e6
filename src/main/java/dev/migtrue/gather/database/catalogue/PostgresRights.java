package dev.migtrue.gather.database.catalogue;

import static dev.migtrue.gather.database.catalogue.PostgresVersion.inSchema;
import static dev.migtrue.gather.database.catalogue.PostgresVersion.own;

/**
 * One question for all rights that were granted, or that everybody has and that were not revoked. What an owner may do is not told: it is
 * noted only where others were granted something.
 */
final class PostgresRights {

    private PostgresRights() {}

    static String rights() {
        return """
                SELECT o.kind, o.schema, o.name, concat('granted to ', o.role, ' on ' || o.part) AS property,
                       string_agg(lower(o.privilege_type) || CASE WHEN o.is_grantable THEN ' with grant option' ELSE '' END, ', '
                                  ORDER BY o.privilege_type) AS value
                FROM (SELECT r.kind, r.schema, r.name, r.part, g.privilege_type, g.is_grantable,
                             CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee)::text END AS role
                      FROM (%s) AS r (kind, schema, name, part, owner, acl)
                      CROSS JOIN LATERAL aclexplode(r.acl) AS g
                      WHERE g.grantee <> r.owner) AS o
                GROUP BY o.kind, o.schema, o.name, o.part, o.role
                ORDER BY property""".formatted(String.join(
                " UNION ALL ", relations(), columns(), functions(), schemas(), types(), defaults()));
    }

    private static String relations() {
        return """
                SELECT %s, n.nspname, c.relname, NULL, c.relowner, c.relacl
                FROM pg_class AS c
                %s
                WHERE c.relacl IS NOT NULL AND c.relkind IN ('r', 'p', 'f', 'v', 'm') AND %s
                """.formatted(kind(), inSchema("c.relnamespace"), own("pg_class", "c.oid"))
                + """
                UNION ALL SELECT 'sequence', n.nspname, c.relname, NULL, c.relowner, c.relacl
                FROM pg_class AS c
                %s
                WHERE c.relacl IS NOT NULL AND c.relkind = 'S' AND %s
                """.formatted(inSchema("c.relnamespace"), own("pg_class", "c.oid"));
    }

    private static String kind() {
        return "CASE c.relkind WHEN 'f' THEN 'foreign table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'"
                + " ELSE 'table' END";
    }

    private static String columns() {
        return """
                SELECT %s, n.nspname, c.relname, 'column ' || a.attname, c.relowner, a.attacl
                FROM pg_attribute AS a
                JOIN pg_class AS c ON c.oid = a.attrelid
                %s
                WHERE a.attacl IS NOT NULL AND a.attnum > 0 AND NOT a.attisdropped AND %s
                """.formatted(kind(), inSchema("c.relnamespace"), own("pg_class", "c.oid"));
    }

    private static String functions() {
        return """
                SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, n.nspname,
                       concat(p.proname, '(', oidvectortypes(p.proargtypes), ')'), NULL, p.proowner,
                       coalesce(p.proacl, acldefault('f', p.proowner))
                FROM pg_proc AS p
                %s
                WHERE %s
                """.formatted(inSchema("p.pronamespace"), own("pg_proc", "p.oid"));
    }

    private static String schemas() {
        return """
                SELECT 'schema', NULL, n.nspname, NULL, n.nspowner, n.nspacl
                FROM pg_namespace AS n
                WHERE n.nspacl IS NOT NULL AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND %s
                """.formatted(own("pg_namespace", "n.oid"));
    }

    private static String types() {
        return """
                SELECT CASE t.typtype WHEN 'e' THEN 'enum type' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type'
                           ELSE 'composite type' END,
                       n.nspname, t.typname, NULL, t.typowner, coalesce(t.typacl, acldefault('T', t.typowner))
                FROM pg_type AS t
                %s
                LEFT JOIN pg_class AS c ON c.oid = t.typrelid
                WHERE (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND c.relkind = 'c')) AND %s
                """.formatted(inSchema("t.typnamespace"), own("pg_type", "t.oid"));
    }

    /** What comes with new objects of a schema. */
    private static String defaults() {
        return """
                SELECT 'schema', NULL, n.nspname,
                       concat('new ', CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
                           WHEN 'T' THEN 'types' ELSE 'objects' END, ' of ', pg_get_userbyid(d.defaclrole)), d.defaclrole, d.defaclacl
                FROM pg_default_acl AS d
                %s
                """.formatted(inSchema("d.defaclnamespace"));
    }

    /** Whose schemas and tables are: it is not compared, but tells what others look after. */
    static String owners() {
        return """
                SELECT 'schema' AS kind, NULL AS schema, n.nspname AS name, pg_get_userbyid(n.nspowner) AS owner
                FROM pg_namespace AS n
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                UNION ALL
                SELECT 'table', n.nspname, c.relname, pg_get_userbyid(c.relowner)
                FROM pg_class AS c
                JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                """;
    }
}
