package dev.migtrue.language.sql.guard;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a statement raises where its object is there already, or is gone, by the names that handlers use. */
public final class Raised {

    private static final Pattern STATE = Pattern.compile("^SQLSTATE.*'(\\w{5})'");

    /** The names of PostgreSQL and the numbers of others that have one meaning. */
    private static final Map<String, String> BY_STATE = Map.ofEntries(
            Map.entry("42P07", "duplicate_table"),
            Map.entry("42710", "duplicate_object"),
            Map.entry("42701", "duplicate_column"),
            Map.entry("42723", "duplicate_function"),
            Map.entry("42P06", "duplicate_schema"),
            Map.entry("42P04", "duplicate_database"),
            Map.entry("42P16", "invalid_table_definition"),
            Map.entry("55000", "object_not_in_prerequisite_state"),
            Map.entry("23505", "unique_violation"),
            Map.entry("42P01", "undefined_table"),
            Map.entry("42703", "undefined_column"),
            Map.entry("42883", "undefined_function"),
            Map.entry("42704", "undefined_object"),
            Map.entry("3F000", "invalid_schema_name"),
            Map.entry("3D000", "invalid_catalog_name"),
            Map.entry("22023", "invalid_parameter_value"),
            Map.entry("42809", "wrong_object_type"),
            Map.entry("42S21", "1060"),
            Map.entry("42S01", "1050"),
            Map.entry("42S02", "1051"),
            Map.entry("42S22", "1054"));

    /** Conditions that stand for many, or for what is not about definitions. */
    private static final Set<String> WIDE = Set.of(
            "others",
            "sqlexception",
            "sqlwarning",
            "not found",
            "syntax_error_or_access_rule_violation",
            "integrity_constraint_violation",
            "object_in_use",
            "plpgsql_error");

    /** Numbers that say that something is gone; all others say that something is there. */
    private static final Set<String> GONE = Set.of(
            "1051", "1091", "1054", "1146", "1008", "1305", "1360", "1539", "1507", "1508", "3940", "-942", "-904",
            "-1418", "-2289", "-2443", "-12003", "-4080", "-4043", "-1434", "-1432", "-1918", "-1919");

    private Raised() {}

    /**
     * The names that a handler may use for it; empty where the statement can be run again, and where nobody knows.
     * Alternatives come where servers or versions differ; PostgreSQL has one.
     */
    public static List<String> by(Action action, Dialect dialect) {
        if (isGuarded(action)) {
            return List.of();
        }
        return switch (dialect) {
            case POSTGRESQL -> RaisedByPostgres.by(action);
            case MYSQL, MARIADB -> RaisedByMySql.by(action);
            case ORACLE -> RaisedByOracle.by(action);
            case SQLITE, SQL_SERVER, H2, ANSI -> List.of();
        };
    }

    private static boolean isGuarded(Action action) {
        return switch (action) {
            case Action.Create create ->
                create.modifiers().has(Modifier.IF_NOT_EXISTS)
                        || create.modifiers().has(Modifier.OR_REPLACE)
                        || create.modifiers().has(Modifier.TEMPORARY);
            case Action.Drop drop -> drop.modifiers().has(Modifier.IF_EXISTS);
            case Action.Rename rename -> rename.modifiers().has(Modifier.IF_EXISTS);
            default -> false;
        };
    }

    /** A condition of a handler by its one name: states are turned into names. */
    public static String name(String condition) {
        Matcher state = STATE.matcher(condition.toUpperCase(Locale.ROOT));
        return state.find() ? BY_STATE.getOrDefault(state.group(1), state.group(1)) : condition;
    }

    /** Whether it stands for so much that nobody can say what it was meant for. */
    public static boolean isWide(String condition) {
        return WIDE.contains(name(condition)) || name(condition).endsWith("000");
    }

    /** Whether two errors, by their names, are of one sort: that something is there already, or that it is gone. */
    public static boolean isAlike(String one, String other) {
        return isOfGone(one) == isOfGone(other);
    }

    private static boolean isOfGone(String name) {
        return GONE.contains(name)
                || name.startsWith("undefined_")
                || name.equals("invalid_schema_name")
                || name.equals("invalid_catalog_name")
                || name.equals("invalid_parameter_value");
    }
}
