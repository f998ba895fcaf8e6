package dev.migtrue.gather.database.catalogue;

/** Questions for tables, columns, keys and views of the database that the connection is in. Names carry no schema: it is the database. */
record MariaDbTables(boolean isMariaDb) {

    private static final String HERE = "table_schema = database()";

    String tables() {
        return """
                SELECT 'table' AS `kind`, table_name AS `name`, engine AS `engine`, table_collation AS `collation`,
                       CASE table_type WHEN 'SYSTEM VERSIONED' THEN 'yes' END AS `system versioned`,
                       nullif(trim(replace(lower(create_options), 'partitioned', '')), '') AS `options`,
                       nullif(table_comment, '') AS `comment`
                FROM information_schema.tables
                WHERE table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') AND %s""".formatted(HERE);
    }

    String columns() {
        return """
                SELECT 'column' AS `kind`, c.table_name AS `table`, c.column_name AS `name`, c.column_type AS `type`,
                       lower(c.is_nullable) AS `nullable`, nullif(c.column_default, 'NULL') AS `default`,
                       CASE WHEN coalesce(c.generation_expression, '') <> '' THEN
                           concat(c.generation_expression, CASE WHEN c.extra LIKE '%STORED%' THEN ' stored' ELSE ' virtual' END)
                           END AS `generated`,
                       nullif(trim(replace(replace(replace(lower(c.extra), 'virtual generated', ''), 'stored generated', ''),
                                           'default_generated', '')), '') AS `extra`,
                       c.collation_name AS `collation`, nullif(c.column_comment, '') AS `comment`
                FROM information_schema.columns AS c
                JOIN information_schema.tables AS t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') AND c.table_schema = database()""";
    }

    /** A unique key and a unique index are the same thing here. */
    String indexes() {
        return """
                SELECT CASE index_name WHEN 'PRIMARY' THEN 'primary key' ELSE 'index' END AS `kind`, table_name AS `table`,
                       index_name AS `name`, 'columns' AS `property`,
                       concat(%s, coalesce(concat('(', sub_part, ')'), ''), CASE collation WHEN 'D' THEN ' desc' ELSE '' END)
                           AS `item`,
                       CASE WHEN index_name = 'PRIMARY' THEN NULL WHEN non_unique = 0 THEN 'yes' ELSE 'no' END AS `unique`,
                       lower(index_type) AS `method`, %s AS `ignored`, nullif(index_comment, '') AS `comment`
                FROM information_schema.statistics
                WHERE %s
                ORDER BY table_name, index_name, seq_in_index""".formatted(
                        isMariaDb ? "column_name" : "coalesce(column_name, expression)",
                        isMariaDb
                                ? "CASE ignored WHEN 'YES' THEN 'yes' END"
                                : "CASE is_visible WHEN 'NO' THEN 'yes' END",
                        HERE);
    }

    String references() {
        return """
                SELECT 'foreign key' AS `kind`, k.table_name AS `table`, k.constraint_name AS `name`,
                       k.column_name AS `column`, k.referenced_column_name AS `referenced`,
                       CASE WHEN k.referenced_table_schema = k.table_schema THEN k.referenced_table_name
                           ELSE concat(k.referenced_table_schema, '.', k.referenced_table_name) END AS `references`,
                       lower(r.update_rule) AS `on update`, lower(r.delete_rule) AS `on delete`
                FROM information_schema.key_column_usage AS k
                JOIN information_schema.referential_constraints AS r
                  ON r.constraint_schema = k.constraint_schema AND r.table_name = k.table_name
                  AND r.constraint_name = k.constraint_name
                WHERE k.referenced_table_name IS NOT NULL AND k.table_schema = database()
                ORDER BY k.table_name, k.constraint_name, k.ordinal_position""";
    }

    String checks() {
        return isMariaDb
                ? """
                SELECT 'check constraint' AS `kind`, table_name AS `table`, constraint_name AS `name`,
                       check_clause AS `expression`
                FROM information_schema.check_constraints
                WHERE constraint_schema = database()"""
                : """
                SELECT 'check constraint' AS `kind`, t.table_name AS `table`, c.constraint_name AS `name`,
                       c.check_clause AS `expression`, CASE t.enforced WHEN 'NO' THEN 'no' END AS `enforced`
                FROM information_schema.check_constraints AS c
                JOIN information_schema.table_constraints AS t
                  ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
                WHERE c.constraint_schema = database()""";
    }

    String partitions() {
        return """
                SELECT 'table' AS `kind`, table_name AS `name`,
                       concat(lower(partition_method), coalesce(concat(' (', partition_expression, ')'), ''),
                              coalesce(concat(', ', lower(subpartition_method), ' (', subpartition_expression, ')'), ''))
                           AS `partitioned by`,
                       concat('partition ', partition_name, coalesce(concat(' ', subpartition_name), '')) AS `property`,
                       coalesce(partition_description, 'yes') AS `value`
                FROM information_schema.partitions
                WHERE partition_name IS NOT NULL AND %s""".formatted(HERE);
    }

    /** To whom the definition is not shown, it is empty. */
    String views() {
        return """
                SELECT 'view' AS `kind`, table_name AS `name`,
                       nullif(replace(view_definition, concat('`', database(), '`.'), ''), '') AS `definition`,
                       CASE WHEN view_definition = '' THEN 'definition' END AS `unknown`,
                       lower(security_type) AS `security`, nullif(lower(check_option), 'none') AS `check option`
                FROM information_schema.views
                WHERE %s""".formatted(HERE);
    }

    /** The sequences of MariaDB: each is a table with one row. */
    String sequenceNames() {
        return "SELECT table_name AS `name` FROM information_schema.tables WHERE table_type = 'SEQUENCE' AND " + HERE;
    }

    static String sequence(String name) {
        return """
                SELECT 'sequence' AS `kind`, '%s' AS `name`,
                       concat('start ', start_value, ' increment ', increment, ' minimum ', minimum_value, ' maximum ',
                              maximum_value, ' cache ', cache_size, CASE cycle_option WHEN 1 THEN ' cycle' ELSE '' END) AS `counts`
                FROM `%s`""".formatted(name.replace("'", "''"), name.replace("`", "``"));
    }
}
