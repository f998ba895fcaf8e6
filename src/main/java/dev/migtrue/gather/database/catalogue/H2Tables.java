package dev.migtrue.gather.database.catalogue;

/** Questions for tables, columns, keys and indexes of H2. */
final class H2Tables {

    private static final String HERE = "_schema <> 'INFORMATION_SCHEMA'";

    private H2Tables() {}

    /** The type of a column, a domain, a parameter or a result. */
    static String type(String described) {
        return """
                %1$s.data_type || CASE
                    WHEN %1$s.character_maximum_length IS NOT NULL THEN '(' || %1$s.character_maximum_length || ')'
                    WHEN %1$s.data_type IN ('NUMERIC', 'DECFLOAT')
                        THEN '(' || %1$s.numeric_precision || coalesce(', ' || %1$s.numeric_scale, '') || ')'
                    WHEN %1$s.datetime_precision IS NOT NULL THEN '(' || %1$s.datetime_precision || ')'
                    ELSE coalesce('[' || %1$s.maximum_cardinality || ']', '') END""".formatted(described);
    }

    static String schemas() {
        return """
                SELECT 'schema' AS "kind", schema_name AS "name", remarks AS "comment"
                FROM information_schema.schemata
                WHERE schema_name <> 'INFORMATION_SCHEMA'""";
    }

    /** Where the rows are kept is not told, as that follows from how the database was opened. */
    static String tables() {
        return """
                SELECT 'table' AS "kind", table_schema AS "schema", table_name AS "name",
                       CASE WHEN table_type <> 'BASE TABLE' THEN lower(table_type) END AS "type", remarks AS "comment"
                FROM information_schema.tables
                WHERE table_type <> 'VIEW' AND table_name NOT LIKE '%$1' AND table""" + HERE;
    }

    static String columns() {
        return """
                SELECT 'column' AS "kind", c.table_schema AS "schema", c.table_name AS "table", c.column_name AS "name",
                       CASE WHEN c.domain_name IS NOT NULL THEN c.domain_schema || '.' || c.domain_name
                           ELSE %s || coalesce(' of ' || %s, '') || coalesce(v.names, '') END AS "type",
                       lower(c.is_nullable) AS "nullable", c.column_default AS "default",
                       c.generation_expression AS "generated",
                       lower(c.identity_generation) AS "identity",
                       CASE WHEN c.is_identity = 'YES' THEN 'start ' || c.identity_start || ' increment ' || c.identity_increment
                           || ' minimum ' || c.identity_minimum || ' maximum ' || c.identity_maximum || ' cache '
                           || c.identity_cache || CASE c.identity_cycle WHEN 'YES' THEN ' cycle' ELSE '' END END
                           AS "identity sequence",
                       c.column_on_update AS "on update",
                       CASE WHEN c.default_on_null THEN 'yes' END AS "default on null",
                       CASE WHEN NOT c.is_visible THEN 'no' END AS "visible",
                       c.remarks AS "comment"
                FROM information_schema.columns AS c
                JOIN information_schema.tables AS t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                LEFT JOIN information_schema.element_types AS e ON e.object_schema = c.table_schema
                    AND e.object_name = c.table_name AND e.object_type = 'TABLE' AND e.collection_type_identifier = c.dtd_identifier
                LEFT JOIN (SELECT object_schema, object_name, enum_identifier,
                               '(' || listagg('''' || replace(value_name, '''', '''''') || '''', ', ') WITHIN GROUP (ORDER BY value_ordinal) || ')' AS names
                           FROM information_schema.enum_values WHERE object_type = 'TABLE'
                           GROUP BY object_schema, object_name, enum_identifier) AS v
                    ON v.object_schema = c.table_schema AND v.object_name = c.table_name
                    AND v.enum_identifier = c.dtd_identifier
                WHERE t.table_type <> 'VIEW' AND t.table_name NOT LIKE '%%$1' AND c.table%s""".formatted(type("c"), type("e"), HERE);
    }

    /** What an unnamed one is called tells in which order things were made; it goes by what it consists of. */
    static String constraints() {
        return """
                SELECT CASE c.constraint_type WHEN 'PRIMARY KEY' THEN 'primary key' WHEN 'UNIQUE' THEN 'unique constraint'
                           WHEN 'FOREIGN KEY' THEN 'foreign key' ELSE 'check constraint' END AS "kind",
                       c.table_schema AS "schema", c.table_name AS "table",
                       CASE WHEN NOT regexp_like(c.constraint_name, '^CONSTRAINT_[0-9A-F]+(_[0-9A-F]+)*$') THEN c.constraint_name
                           WHEN c.constraint_type = 'PRIMARY KEY' THEN 'PRIMARY'
                           ELSE '(' || coalesce(k.columns, h.check_clause) || ')' END AS "name",
                       k.columns AS "columns", h.check_clause AS "expression",
                       o.table_schema || '.' || o.table_name || ' (' || o.columns || ')' AS "references",
                       lower(r.update_rule) AS "on update", lower(r.delete_rule) AS "on delete",
                       CASE c.nulls_distinct WHEN 'YES' THEN NULL ELSE lower(c.nulls_distinct) END AS "nulls distinct",
                       CASE c.enforced WHEN 'NO' THEN 'no' END AS "enforced",
                       c.remarks AS "comment"
                FROM information_schema.table_constraints AS c
                LEFT JOIN (%1$s) AS k ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name
                LEFT JOIN information_schema.check_constraints AS h
                    ON h.constraint_schema = c.constraint_schema AND h.constraint_name = c.constraint_name
                LEFT JOIN information_schema.referential_constraints AS r
                    ON r.constraint_schema = c.constraint_schema AND r.constraint_name = c.constraint_name
                LEFT JOIN (%1$s) AS o ON o.constraint_schema = r.unique_constraint_schema
                    AND o.constraint_name = r.unique_constraint_name
                WHERE c.table%2$s""".formatted("""
                        SELECT constraint_schema, constraint_name, table_schema, table_name,
                               listagg(column_name, ', ') WITHIN GROUP (ORDER BY ordinal_position) AS columns
                        FROM information_schema.key_column_usage
                        GROUP BY constraint_schema, constraint_name, table_schema, table_name""", HERE);
    }

    static String indexes() {
        return """
                SELECT 'index' AS "kind", i.index_schema AS "schema", i.table_name AS "table", i.index_name AS "name",
                       CASE WHEN i.index_type_name LIKE '%%UNIQUE%%' THEN 'yes' ELSE 'no' END AS "unique",
                       CASE WHEN i.index_type_name NOT IN ('INDEX', 'UNIQUE INDEX') THEN lower(i.index_type_name) END AS "method",
                       (SELECT listagg(x.column_name || CASE x.ordering_specification WHEN 'DESC' THEN ' desc' ELSE '' END
                               || CASE WHEN x.null_ordering = CASE x.ordering_specification WHEN 'DESC' THEN 'LAST' ELSE 'FIRST' END
                                   THEN '' ELSE coalesce(' nulls ' || lower(x.null_ordering), '') END
                               || CASE WHEN i.index_type_name LIKE '%%UNIQUE%%' AND NOT x.is_unique THEN ' (not unique)' ELSE '' END,
                               ', ') WITHIN GROUP (ORDER BY x.ordinal_position)
                        FROM information_schema.index_columns AS x
                        WHERE x.index_schema = i.index_schema AND x.index_name = i.index_name AND x.table_name = i.table_name)
                           AS "columns",
                       CASE i.nulls_distinct WHEN 'YES' THEN NULL ELSE lower(i.nulls_distinct) END AS "nulls distinct",
                       i.remarks AS "comment"
                FROM information_schema.indexes AS i
                WHERE NOT i.is_generated AND i.index%s
                    AND NOT EXISTS (SELECT 1 FROM information_schema.tables AS t WHERE t.table_schema = i.table_schema
                                    AND t.table_name = i.table_name AND t.table_type LIKE '%%TEMPORARY%%')""".formatted(HERE);
    }
}
