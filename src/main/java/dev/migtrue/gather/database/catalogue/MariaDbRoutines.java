package dev.migtrue.gather.database.catalogue;

/** Questions for what runs in the database that the connection is in, and for who may do what there. */
final class MariaDbRoutines {

    private static final String ME = "concat('''', replace(current_user(), '@', '''@'''), '''')";

    private MariaDbRoutines() {}

    /** To whom a body is not shown, it is NULL. */
    static String routines() {
        return """
                SELECT lower(routine_type) AS `kind`, routine_name AS `name`,
                       nullif(dtd_identifier, '') AS `returns`, routine_definition AS `body`,
                       CASE WHEN routine_definition IS NULL THEN 'body' END AS `unknown`,
                       lower(is_deterministic) AS `deterministic`, lower(sql_data_access) AS `data access`,
                       lower(security_type) AS `security`, nullif(routine_comment, '') AS `comment`
                FROM information_schema.routines
                WHERE routine_type IN ('FUNCTION', 'PROCEDURE') AND routine_schema = database()""";
    }

    static String parameters() {
        return """
                SELECT lower(routine_type) AS `kind`, specific_name AS `name`, 'parameters' AS `property`,
                       concat_ws(' ', lower(nullif(parameter_mode, 'IN')), parameter_name, dtd_identifier) AS `item`
                FROM information_schema.parameters
                WHERE ordinal_position > 0 AND routine_type IN ('FUNCTION', 'PROCEDURE') AND specific_schema = database()
                ORDER BY routine_type, specific_name, ordinal_position""";
    }

    static String triggers() {
        return """
                SELECT 'trigger' AS `kind`, event_object_table AS `table`, trigger_name AS `name`,
                       lower(action_timing) AS `timing`, lower(event_manipulation) AS `event`, action_statement AS `body`
                FROM information_schema.triggers
                WHERE trigger_schema = database()""";
    }

    /** When an event began to recur, or is to happen once, may depend on when it was made. */
    static String events() {
        return """
                SELECT 'event' AS `kind`, event_name AS `name`,
                       CASE event_type WHEN 'RECURRING' THEN concat('every ', interval_value, ' ', lower(interval_field))
                           ELSE 'once' END AS `schedule`,
                       event_definition AS `body`,
                       CASE WHEN status LIKE '%DISABLED' THEN 'no' ELSE 'yes' END AS `enabled`,
                       lower(on_completion) AS `on completion`, nullif(event_comment, '') AS `comment`
                FROM information_schema.events
                WHERE event_schema = database()""";
    }

    static String grants() {
        return """
                SELECT 'table' AS `kind`, g.table_name AS `name`, 'grants' AS `property`,
                       concat(lower(g.privilege_type), coalesce(concat(' (', g.column_name, ')'), ''), ' to ', g.grantee,
                              CASE g.is_grantable WHEN 'YES' THEN ' with grant option' ELSE '' END) AS `item`
                FROM (SELECT table_name, NULL AS column_name, privilege_type, grantee, is_grantable
                      FROM information_schema.table_privileges WHERE table_schema = database()
                      UNION ALL
                      SELECT table_name, column_name, privilege_type, grantee, is_grantable
                      FROM information_schema.column_privileges WHERE table_schema = database()) AS g
                JOIN information_schema.tables AS t ON t.table_schema = database() AND t.table_name = g.table_name
                  AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
                ORDER BY g.table_name, item""";
    }

    /** What the user may do with all of the server, or all of the database. */
    static String privileges() {
        return """
                SELECT 'server' AS `scope`, privilege_type AS `privilege`
                FROM information_schema.user_privileges WHERE grantee = %s
                UNION
                SELECT 'database', privilege_type
                FROM information_schema.schema_privileges
                WHERE grantee = %s AND replace(table_schema, '\\\\', '') = database()""".formatted(ME, ME);
    }
}
