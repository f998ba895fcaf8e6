package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Map;

/** How the databases number what they refuse, and by which names blocks handle it. */
final class Codes {

    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("duplicate_table", "42P07"),
            Map.entry("duplicate_object", "42710"),
            Map.entry("duplicate_column", "42701"),
            Map.entry("duplicate_function", "42723"),
            Map.entry("duplicate_schema", "42P06"),
            Map.entry("duplicate_database", "42P04"),
            Map.entry("duplicate_prepared_statement", "42P05"),
            Map.entry("invalid_table_definition", "42P16"),
            Map.entry("invalid_object_definition", "42P17"),
            Map.entry("object_not_in_prerequisite_state", "55000"),
            Map.entry("unique_violation", "23505"),
            Map.entry("undefined_table", "42P01"),
            Map.entry("undefined_column", "42703"),
            Map.entry("undefined_function", "42883"),
            Map.entry("undefined_object", "42704"),
            Map.entry("invalid_schema_name", "3F000"),
            Map.entry("invalid_parameter_value", "22023"),
            Map.entry("wrong_object_type", "42809"),
            Map.entry("dependent_objects_still_exist", "2BP01"),
            Map.entry("active_sql_transaction", "25001"));

    private Codes() {}

    static String of(Dialect dialect, Fault fault, Space space) {
        return switch (dialect) {
            case POSTGRESQL -> postgres(fault, space);
            case MYSQL, MARIADB -> mysql(fault, space);
            case ORACLE -> oracle(fault, space);
            case SQL_SERVER -> sqlServer(fault, space);
            default -> "";
        };
    }

    /** When something is missing that a statement reads: MySQL has other numbers for that than for what it drops. */
    static String ofReading(Dialect dialect, Space space) {
        boolean isMysql = dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
        return switch (space) {
            case RELATION -> isMysql ? "1146" : of(dialect, Fault.MISSING, space);
            case COLUMN -> isMysql ? "1054" : of(dialect, Fault.MISSING, space);
            default -> of(dialect, Fault.MISSING, space);
        };
    }

    private static String postgres(Fault fault, Space space) {
        return switch (fault) {
            case EXISTS ->
                switch (space) {
                    case RELATION, INDEX, SEQUENCE, PARENT -> "42P07";
                    case COLUMN -> "42701";
                    case ROUTINE -> "42723";
                    case SCHEMA -> "42P06";
                    case DATABASE -> "42P04";
                    case PREPARED -> "42P05";
                    case TEXT_SEARCH -> "23505";
                    default -> "42710";
                };
            case MISSING ->
                switch (space) {
                    case RELATION, PARENT -> "42P01";
                    case COLUMN -> "42703";
                    case ROUTINE -> "42883";
                    case SCHEMA -> "3F000";
                    case DATABASE -> "3D000";
                    case LABEL -> "22023";
                    default -> "42704";
                };
            case OTHER_KIND -> "42809";
            case IN_USE -> "2BP01";
            case STATE -> "55000";
            case DUPLICATE_ROW -> "23505";
            case SHAPE -> space == Space.ROUTINE ? "42P13" : "42P16";
            case SYNTAX -> "42601";
        };
    }

    /** As MySQL numbers what a statement refers to and is not there. */
    static String unknown(Space space) {
        return switch (space) {
            case COLUMN -> "1054";
            case INDEX -> "1176";
            case RELATION, SEQUENCE -> "1146";
            default -> mysql(Fault.MISSING, space);
        };
    }

    private static String mysql(Fault fault, Space space) {
        return switch (fault) {
            case EXISTS ->
                switch (space) {
                    case RELATION, SEQUENCE -> "1050";
                    case COLUMN -> "1060";
                    case INDEX, CONSTRAINT -> "1061";
                    case ROUTINE -> "1304";
                    case TRIGGER -> "1359";
                    case SCHEMA, DATABASE -> "1007";
                    case EVENT -> "1537";
                    case ROLE -> "1396";
                    case PARTITION -> "1517";
                    default -> "1050";
                };
            case MISSING ->
                switch (space) {
                    case RELATION, SEQUENCE -> "1051";
                    case COLUMN, INDEX, CONSTRAINT -> "1091";
                    case ROUTINE -> "1305";
                    case TRIGGER -> "1360";
                    case SCHEMA, DATABASE -> "1008";
                    case EVENT -> "1539";
                    case ROLE -> "1396";
                    case PARTITION -> "1507";
                    default -> "1147";
                };
            case DUPLICATE_ROW -> "1062";
            case SYNTAX -> "1064";
            default -> "1451";
        };
    }

    private static String sqlServer(Fault fault, Space space) {
        return switch (fault) {
            case EXISTS ->
                switch (space) {
                    case COLUMN -> "2705";
                    case INDEX -> "1913";
                    default -> "2714";
                };
            case MISSING ->
                switch (space) {
                    case COLUMN -> "4924";
                    case CONSTRAINT -> "3728";
                    default -> "3701";
                };
            case IN_USE -> "3726";
            case DUPLICATE_ROW -> "2627";
            default -> "";
        };
    }

    private static String oracle(Fault fault, Space space) {
        return switch (fault) {
            case EXISTS -> space == Space.COLUMN ? "-1430" : space == Space.CONSTRAINT ? "-2264" : "-955";
            case MISSING ->
                switch (space) {
                    case COLUMN -> "-904";
                    case CONSTRAINT -> "-2443";
                    case SEQUENCE -> "-2289";
                    case INDEX -> "-1418";
                    default -> "-942";
                };
            case DUPLICATE_ROW -> "-1";
            default -> "";
        };
    }

    /** How the standard numbers an error of MySQL. */
    private static String state(String code) {
        return switch (code) {
            case "1050" -> "42S01";
            case "1051", "1146" -> "42S02";
            case "1060" -> "42S21";
            case "1054" -> "42S22";
            case "1062", "1451" -> "23000";
            case "1007", "1008", "1005", "1359", "1360", "1396", "1507", "1508", "1517", "1537", "1539", "1826" ->
                "HY000";
            default -> "42000";
        };
    }

    /** Whether a handler for these conditions takes an error. */
    static boolean handles(List<String> conditions, Refused refused) {
        return conditions.stream().anyMatch(condition -> handles(condition, refused));
    }

    private static boolean handles(String condition, Refused refused) {
        if (condition.equals("others") || condition.equals("sqlexception")) {
            return true;
        }
        if (condition.startsWith("sqlstate")) {
            String upper = condition.toUpperCase(java.util.Locale.ROOT);
            return upper.contains("'" + refused.code() + "'") || upper.contains("'" + state(refused.code()) + "'");
        }
        return condition.equals(refused.code())
                || refused.code().equals(CONDITIONS.getOrDefault(condition, ""))
                || (condition.equals("dup_val_on_index") && refused.fault() == Fault.DUPLICATE_ROW);
    }
}
