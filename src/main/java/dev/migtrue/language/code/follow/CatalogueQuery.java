package dev.migtrue.language.code.follow;

import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries that ask a database what is there. */
final class CatalogueQuery {

    private static final String NAME = "['\"`\\[]?([\\w.$]+)['\"`\\]]?";
    private static final Pattern TABLE_INFO =
            Pattern.compile("(?is)\\bPRAGMA\\s+(?:\\w+\\.)?table_x?info\\s*[(=]\\s*" + NAME + "\\s*\\)?");
    private static final Pattern TABLE_FUNCTION =
            Pattern.compile("(?is)\\bpragma_table_x?info\\s*\\(\\s*" + NAME + "\\s*\\)");
    private static final Pattern INDEX_LIST =
            Pattern.compile("(?is)\\bPRAGMA\\s+(?:\\w+\\.)?index_list\\s*[(=]\\s*" + NAME + "\\s*\\)?");
    private static final Pattern SHOW_COLUMNS =
            Pattern.compile("(?is)^\\s*(?:SHOW\\s+(?:FULL\\s+)?COLUMNS\\s+(?:FROM|IN)|DESCRIBE|DESC)\\s+" + NAME);
    private static final Pattern SHOW_LIKE = Pattern.compile("(?is)\\bLIKE\\s+'([^'%]+)'");
    private static final Pattern REGCLASS = Pattern.compile("(?is)\\b(?:to_regclass|OBJECT_ID)\\s*\\(\\s*N?'([^']+)'");
    private static final Pattern COL_LENGTH =
            Pattern.compile("(?is)\\bCOL_LENGTH\\s*\\(\\s*N?'([^']+)'\\s*,\\s*N?'([^']+)'");
    private static final Pattern EQUALITY =
            Pattern.compile("(?is)([\\w.\"]+)(?:\\s*\\))?\\s*(?:=|\\bLIKE\\b)\\s*(?:lower\\()?(?:N?'([^']*)')");
    private static final Pattern CATALOGUE = Pattern.compile(
            "(?is)\\b(sqlite_master|sqlite_schema|information_schema|pg_\\w+|pragma_table_x?info|user_tab_columns|user_tables|sys\\.\\w+)\\b");
    private static final Pattern FIRST_COLUMN = Pattern.compile("(?is)^\\s*SELECT\\s+(?:DISTINCT\\s+)?([\\w.\"*]+)");
    private static final Pattern PROBE =
            Pattern.compile("(?is)^\\s*SELECT\\s+(.+?)\\s+FROM\\s+" + NAME + "(?:\\s+LIMIT\\s+\\d+)?\\s*;?\\s*$");
    private static final Pattern VERSION = Pattern.compile("(?is)^\\s*PRAGMA\\s+user_version\\s*;?\\s*$");

    private static final Pattern ROWS =
            Pattern.compile("(?is)\\s*SELECT\\b(?!.*\\b(?:MAX|MIN|SUM|AVG)\\s*\\().*\\bFROM\\b.*\\bWHERE\\b.*");

    /** Columns of catalogues that hold names, the most telling first. */
    private static final SequencedMap<String, ObjectKind> NAMES = names();

    private static final List<String> OWNERS = List.of("table_name", "tablename", "tbl_name", "relname");

    private CatalogueQuery() {}

    private static SequencedMap<String, ObjectKind> names() {
        SequencedMap<String, ObjectKind> names = new LinkedHashMap<>();
        names.put("column_name", ObjectKind.COLUMN);
        names.put("attname", ObjectKind.COLUMN);
        names.put("constraint_name", ObjectKind.CONSTRAINT);
        names.put("conname", ObjectKind.CONSTRAINT);
        names.put("indexname", ObjectKind.INDEX);
        names.put("index_name", ObjectKind.INDEX);
        names.put("tgname", ObjectKind.TRIGGER);
        names.put("trigger_name", ObjectKind.TRIGGER);
        names.put("typname", ObjectKind.TYPE);
        names.put("extname", ObjectKind.EXTENSION);
        names.put("proname", ObjectKind.FUNCTION);
        names.put("routine_name", ObjectKind.FUNCTION);
        names.put("rolname", ObjectKind.ROLE);
        names.put("sequence_name", ObjectKind.SEQUENCE);
        names.put("viewname", ObjectKind.VIEW);
        names.put("matviewname", ObjectKind.VIEW);
        names.put("relname", ObjectKind.TABLE);
        names.put("tablename", ObjectKind.TABLE);
        names.put("table_name", ObjectKind.TABLE);
        names.put("tbl_name", ObjectKind.TABLE);
        names.put("nspname", ObjectKind.SCHEMA);
        names.put("schema_name", ObjectKind.SCHEMA);
        return names;
    }

    static boolean isCatalogue(String sql) {
        return CATALOGUE.matcher(sql).find()
                || TABLE_INFO.matcher(sql).find()
                || INDEX_LIST.matcher(sql).find()
                || REGCLASS.matcher(sql).find()
                || COL_LENGTH.matcher(sql).find()
                || isVersion(sql);
    }

    /** Whether it asks for the number that a program may keep in SQLite. */
    static boolean isVersion(String sql) {
        return VERSION.matcher(sql).matches();
    }

    /** The object that it brings a row for; absent where it is about more than one, or about something else. */
    static Optional<Guard> guard(String sql) {
        Matcher object = REGCLASS.matcher(sql);
        if (object.find()) {
            return exists(ObjectKind.TABLE, object.group(1), Optional.empty());
        }
        Matcher column = COL_LENGTH.matcher(sql);
        if (column.find()) {
            return exists(ObjectKind.COLUMN, column.group(2), Optional.of(column.group(1)));
        }
        Matcher shown = SHOW_COLUMNS.matcher(sql);
        Matcher like = SHOW_LIKE.matcher(sql);
        if (shown.find() && like.find()) {
            return exists(ObjectKind.COLUMN, like.group(1), Optional.of(shown.group(1)));
        }
        Matcher info = TABLE_INFO.matcher(sql);
        if (info.find()) {
            return exists(ObjectKind.TABLE, info.group(1), Optional.empty());
        }
        return CATALOGUE.matcher(sql).find() ? found(sql) : rows(sql);
    }

    /** Of a table of the program's own. */
    private static Optional<Guard> rows(String sql) {
        return ROWS.matcher(sql).matches() && !isVersion(sql) ? Optional.of(new Guard.Found(sql)) : Optional.empty();
    }

    private static Optional<Guard> found(String sql) {
        Map<String, String> held = new LinkedHashMap<>();
        Matcher equality = EQUALITY.matcher(sql);
        while (equality.find()) {
            held.put(last(equality.group(1)), equality.group(2));
        }
        Matcher function = TABLE_FUNCTION.matcher(sql);
        String name = held.get("name");
        if (name != null) {
            return function.find()
                    ? exists(ObjectKind.COLUMN, name, Optional.of(function.group(1)))
                    : exists(master(held), name, Optional.empty());
        }
        return NAMES.entrySet().stream()
                .filter(one -> held.containsKey(one.getKey()))
                .findFirst()
                .flatMap(one -> exists(one.getValue(), held.getOrDefault(one.getKey(), ""), owner(held, one.getKey())));
    }

    private static Optional<String> owner(Map<String, String> held, String name) {
        return OWNERS.stream()
                .filter(owner -> !owner.equals(name))
                .flatMap(owner -> Optional.ofNullable(held.get(owner)).stream())
                .findFirst();
    }

    private static ObjectKind master(Map<String, String> held) {
        return switch (held.getOrDefault("type", "")) {
            case "index" -> ObjectKind.INDEX;
            case "trigger" -> ObjectKind.TRIGGER;
            case "view" -> ObjectKind.VIEW;
            default -> ObjectKind.TABLE;
        };
    }

    private static Optional<Guard> exists(ObjectKind kind, String name, Optional<String> on) {
        return name.isEmpty() || name.contains("%") || name.contains("?")
                ? Optional.empty()
                : Optional.of(new Guard.Exists(kind, name, on));
    }

    /** The objects that it lists, one to a row. */
    static Optional<Value.Listing> listing(String sql) {
        for (Pattern pattern : List.of(TABLE_INFO, TABLE_FUNCTION, SHOW_COLUMNS)) {
            Matcher columns = pattern.matcher(sql);
            if (columns.find()) {
                return Optional.of(rows(ObjectKind.COLUMN, Optional.of(columns.group(1))));
            }
        }
        Matcher indexes = INDEX_LIST.matcher(sql);
        if (indexes.find()) {
            return Optional.of(rows(ObjectKind.INDEX, Optional.of(indexes.group(1))));
        }
        Matcher first = FIRST_COLUMN.matcher(sql);
        if (!first.find() || !CATALOGUE.matcher(sql).find()) {
            return Optional.empty();
        }
        Map<String, String> held = new LinkedHashMap<>();
        Matcher equality = EQUALITY.matcher(sql);
        while (equality.find()) {
            held.put(last(equality.group(1)), equality.group(2));
        }
        String column = last(first.group(1));
        Optional<ObjectKind> kind =
                column.equals("name") ? Optional.of(master(held)) : Optional.ofNullable(NAMES.get(column));
        return kind.map(known -> rows(known, owner(held, column)));
    }

    private static Value.Listing rows(ObjectKind kind, Optional<String> on) {
        return new Value.Listing(kind, on, Value.Listing.Form.ROWS);
    }

    /** What must be there for a query to be answered at all. */
    static Optional<Guard> probe(String sql) {
        Matcher matcher = PROBE.matcher(sql);
        if (!matcher.matches() || CATALOGUE.matcher(sql).find()) {
            return Optional.empty();
        }
        String list = matcher.group(1).strip();
        return list.matches("[A-Za-z_]\\w*")
                ? exists(ObjectKind.COLUMN, list, Optional.of(matcher.group(2)))
                : list.matches("(?i)1|\\*|count\\(.*\\)")
                        ? exists(ObjectKind.TABLE, matcher.group(2), Optional.empty())
                        : Optional.empty();
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
