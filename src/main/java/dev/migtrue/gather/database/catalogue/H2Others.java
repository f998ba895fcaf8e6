package dev.migtrue.gather.database.catalogue;

/** Questions for what stands beside the tables of H2, and for who may do what. */
final class H2Others {

    private H2Others() {}

    static String domains() {
        return """
                SELECT 'domain' AS "kind", d.domain_schema AS "schema", d.domain_name AS "name", %s AS "type",
                       d.domain_default AS "default", d.domain_on_update AS "on update", d.remarks AS "comment"
                FROM information_schema.domains AS d
                WHERE d.domain_schema <> 'INFORMATION_SCHEMA'""".formatted(H2Tables.type("d"));
    }

    static String domainChecks() {
        return """
                SELECT 'domain' AS "kind", d.domain_schema AS "schema", d.domain_name AS "name", 'checks' AS "property",
                       c.check_clause AS "item"
                FROM information_schema.domain_constraints AS d
                JOIN information_schema.check_constraints AS c
                    ON c.constraint_schema = d.constraint_schema AND c.constraint_name = d.constraint_name
                WHERE d.domain_schema <> 'INFORMATION_SCHEMA'
                ORDER BY 2, 3, 5""";
    }

    static String sequences() {
        return """
                SELECT 'sequence' AS "kind", sequence_schema AS "schema", sequence_name AS "name",
                       lower(data_type) || ' start ' || start_value || ' increment ' || increment || ' minimum ' || minimum_value
                           || ' maximum ' || maximum_value || ' cache ' || cache
                           || CASE cycle_option WHEN 'YES' THEN ' cycle' ELSE '' END AS "counts",
                       remarks AS "comment"
                FROM information_schema.sequences
                WHERE sequence_schema <> 'INFORMATION_SCHEMA'""";
    }

    /** What a materialized view selects, the catalogue does not tell. */
    static String views() {
        return """
                SELECT CASE WHEN t.table_class LIKE '%MaterializedView' THEN 'materialized view' ELSE 'view' END AS "kind",
                       v.table_schema AS "schema", v.table_name AS "name", v.view_definition AS "definition",
                       CASE WHEN v.view_definition IS NULL THEN 'definition' END AS "unknown",
                       CASE v.status WHEN 'VALID' THEN NULL ELSE 'no' END AS "valid", v.remarks AS "comment"
                FROM information_schema.views AS v
                JOIN information_schema.tables AS t ON t.table_schema = v.table_schema AND t.table_name = v.table_name
                WHERE v.table_schema <> 'INFORMATION_SCHEMA'""";
    }

    /** Of a trigger that was written in the database itself, the catalogue has no text. */
    static String triggers() {
        return """
                SELECT 'trigger' AS "kind", event_object_schema AS "schema", event_object_table AS "table", trigger_name AS "name",
                       lower(action_timing) AS "timing", 'event' AS "property", lower(event_manipulation) AS "item",
                       lower(action_orientation) AS "for each", java_class AS "calls",
                       CASE WHEN java_class IS NULL THEN 'calls' END AS "unknown", queue_size AS "queue",
                       CASE WHEN no_wait THEN 'no' END AS "waits", remarks AS "comment"
                FROM information_schema.triggers
                WHERE trigger_schema <> 'INFORMATION_SCHEMA'
                ORDER BY 2, 3, 4, 7""";
    }

    /** An alias may stand for several methods; H2 numbers them in an order of its own. */
    static String routines() {
        return """
                SELECT CASE r.routine_type WHEN 'PROCEDURE' THEN 'procedure' WHEN 'AGGREGATE' THEN 'aggregate' ELSE 'function' END
                           AS "kind",
                       r.routine_schema AS "schema",
                       r.routine_name || '(' || coalesce((SELECT listagg(%s, ', ') WITHIN GROUP (ORDER BY p.ordinal_position)
                           FROM information_schema.parameters AS p
                           WHERE p.specific_schema = r.specific_schema AND p.specific_name = r.specific_name), '') || ')' AS "name",
                       r.data_type AS "returns", r.routine_definition AS "body", r.external_name AS "calls",
                       lower(r.external_language) AS "language", lower(r.is_deterministic) AS "deterministic", r.remarks AS "comment"
                FROM information_schema.routines AS r
                WHERE r.routine_schema <> 'INFORMATION_SCHEMA'""".formatted("p.data_type");
    }

    static String constants() {
        return """
                SELECT 'constant' AS "kind", constant_schema AS "schema", constant_name AS "name",
                       value_definition AS "is", remarks AS "comment"
                FROM information_schema.constants
                WHERE constant_schema <> 'INFORMATION_SCHEMA'""";
    }

    static String synonyms() {
        return """
                SELECT 'synonym' AS "kind", synonym_schema AS "schema", synonym_name AS "name",
                       synonym_for_schema || '.' || synonym_for AS "for", remarks AS "comment"
                FROM information_schema.synonyms
                WHERE synonym_schema <> 'INFORMATION_SCHEMA'""";
    }

    static String rights() {
        return """
                SELECT CASE WHEN r.table_name IS NULL THEN 'schema' WHEN t.table_type = 'VIEW' THEN 'view' ELSE 'table' END AS "kind",
                       CASE WHEN r.table_name IS NOT NULL THEN r.table_schema END AS "schema",
                       coalesce(r.table_name, r.table_schema) AS "name",
                       'granted to ' || r.grantee AS "property", lower(r.rights) AS "value"
                FROM information_schema.rights AS r
                LEFT JOIN information_schema.tables AS t ON t.table_schema = r.table_schema AND t.table_name = r.table_name
                WHERE r.table_schema IS NOT NULL AND r.rights IS NOT NULL""";
    }

    static String isAdmin() {
        return "SELECT is_admin AS \"is_admin\" FROM information_schema.users WHERE user_name = CURRENT_USER";
    }
}
