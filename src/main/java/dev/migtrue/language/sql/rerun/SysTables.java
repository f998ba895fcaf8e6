package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Query;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The catalogue of SQL Server: tables that all call their objects {@code name}. */
final class SysTables {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("tables", "table_name"),
            Map.entry("objects", "table_name"),
            Map.entry("views", "table_name"),
            Map.entry("columns", "column_name"),
            Map.entry("indexes", "index_name"),
            Map.entry("schemas", "schema_name"),
            Map.entry("types", "typname"),
            Map.entry("sequences", "sequence_name"),
            Map.entry("triggers", "trigger_name"),
            Map.entry("procedures", "routine_name"),
            Map.entry("foreign_keys", "constraint_name"),
            Map.entry("check_constraints", "constraint_name"),
            Map.entry("key_constraints", "constraint_name"),
            Map.entry("default_constraints", "constraint_name"),
            Map.entry("database_principals", "rolname"),
            Map.entry("server_principals", "rolname"),
            Map.entry("databases", "datname"));

    private static final Pattern NAME = Pattern.compile("(?i)(?<![\\w@])\\[?name\\]? ?=");
    private static final Pattern OWNER =
            Pattern.compile("(?i)(?:parent_)?object_id ?= ?OBJECT_ID ?\\( ?(N?'[^']+')[^)]*\\)");
    private static final Pattern NUMBER =
            Pattern.compile("(?is)(SCHEMA|TYPE|USER|DATABASE_PRINCIPAL|DB)_ID ?\\( ?N?'([^']+)' ?\\) ?IS (NOT )?NULL");

    private SysTables() {}

    /** A condition with names for columns that say of what they are the names. */
    static String plain(Query query, String where) {
        Optional<String> table = query.tables().stream()
                .map(mention -> mention.toString().toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("sys."))
                .map(name -> NAMES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""))
                .filter(name -> !name.isEmpty())
                .findFirst();
        return table.map(name -> OWNER.matcher(NAME.matcher(where).replaceAll(name + " ="))
                        .replaceAll("table_name = $1"))
                .orElse(where);
    }

    /** {@code SCHEMA_ID(N'x') IS NULL}. */
    static Optional<Answer> ask(Catalogues catalogues, String condition) {
        Matcher number = NUMBER.matcher(condition);
        if (!number.find()) {
            return Optional.empty();
        }
        Space space = switch (number.group(1).toUpperCase(Locale.ROOT)) {
            case "SCHEMA" -> Space.SCHEMA;
            case "TYPE" -> Space.TYPE;
            case "DB" -> Space.DATABASE;
            default -> Space.ROLE;
        };
        Answer isThere = catalogues.ask(Set.of(space), number.group(2), "");
        return Optional.of(number.group(3) == null ? isThere.negated() : isThere);
    }
}
