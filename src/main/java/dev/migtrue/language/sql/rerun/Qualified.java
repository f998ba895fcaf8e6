package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.ddl.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Columns that a statement names with their table, or with what it calls the table. */
final class Qualified {

    /** Words behind which a table stands. */
    private static final Set<String> BEFORE_TABLES = Set.of("FROM", "JOIN", "UPDATE", "INTO", "USING", "ONLY", ",");

    /** Words that stand behind a table and are no other name of it. */
    private static final Set<String> BEHIND_TABLES = Set.of(
            "SET",
            "WHERE",
            "ON",
            "USING",
            "JOIN",
            "LEFT",
            "RIGHT",
            "INNER",
            "OUTER",
            "CROSS",
            "FULL",
            "NATURAL",
            "GROUP",
            "ORDER",
            "LIMIT",
            "HAVING",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "RETURNING",
            "FROM",
            "VALUES",
            "SELECT",
            "WHEN",
            "DEFAULT",
            "FOR",
            "FETCH",
            "OFFSET",
            "WINDOW",
            "TABLESAMPLE",
            "AS",
            "WITH",
            "DO",
            "THEN",
            "OVERRIDING",
            "STRAIGHT_JOIN",
            "FORCE",
            "USE",
            "IGNORE",
            "PARTITION",
            "INDEXED",
            "NOT",
            "MINUS",
            "LATERAL");

    private final Engine engine;

    Qualified(Engine engine) {
        this.engine = engine;
    }

    /** Refuses a statement about rows that names a column which is gone. */
    void check(Action action, Text text) {
        boolean isOfRows = action instanceof Action.Select
                || action instanceof Action.Insert
                || action instanceof Action.Update
                || action instanceof Action.Delete
                || action instanceof Action.Merge
                || action instanceof Action.Several;
        List<Key> gone = isOfRows ? engine.world().gone(Space.COLUMN, key -> isSaid(key, text)) : List.of();
        if (gone.isEmpty()) {
            return;
        }
        List<String> words = words(text);
        for (Key column : gone) {
            Set<String> names = names(words, column.owner());
            for (int index = 0; index + 2 < words.size(); index++) {
                boolean isIt = names.contains(words.get(index).toLowerCase(Locale.ROOT))
                        && !isAt(words, index - 1, ".")
                        && isAt(words, index + 1, ".")
                        && isAt(words, index + 2, column.name())
                        && !isAt(words, index + 3, "(");
                if (isIt) {
                    throw engine.unknown(column);
                }
            }
        }
    }

    private boolean isSaid(Key column, Text text) {
        String plain = text.plain().toLowerCase(Locale.ROOT);
        return engine.world().has(Key.of(Space.RELATION, column.owner()))
                && plain.contains(column.name().toLowerCase(Locale.ROOT))
                && plain.contains(Equalities.last(column.owner()));
    }

    private List<String> words(Text text) {
        return Script.within(text.source(), text.place(), engine.dialect()).statements().stream()
                .flatMap(statement -> statement.content().words().stream())
                .map(engine.dialect().columns()::plain)
                .toList();
    }

    /** What a table is called in a statement, in lower case, as far as nothing else there has the same name. */
    private static Set<String> names(List<String> words, String table) {
        Set<Integer> places = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int index = 1; index < words.size(); index++) {
            if (isTable(words, index, table)) {
                int place = called(words, index);
                places.add(place);
                places.add(index);
                names.add(words.get(place).toLowerCase(Locale.ROOT));
            }
        }
        names.removeIf(name -> isOfOthers(words, name, places));
        return names;
    }

    private static boolean isTable(List<String> words, int index, String table) {
        boolean isLocated = isAt(words, index - 1, ".");
        int start = isLocated ? index - 2 : index;
        String schema = isLocated && start >= 0 ? words.get(start) : "";
        String name = schema.isEmpty() || Names.isStandard(schema) ? words.get(index) : schema + "." + words.get(index);
        return name.equalsIgnoreCase(table)
                && start > 0
                && BEFORE_TABLES.contains(words.get(start - 1).toUpperCase(Locale.ROOT))
                && !isAt(words, index + 1, ".");
    }

    /** Where the name stands by which the table at a place is called. */
    private static int called(List<String> words, int table) {
        int next = isAt(words, table + 1, "AS") ? table + 2 : table + 1;
        boolean isName = next < words.size()
                && words.get(next).matches("[A-Za-z_]\\w*")
                && !BEHIND_TABLES.contains(words.get(next).toUpperCase(Locale.ROOT));
        return isName ? next : table;
    }

    /** Whether a name stands anywhere else by itself: it may be that of another table, or of rows with other columns. */
    private static boolean isOfOthers(List<String> words, String name, Set<Integer> places) {
        for (int index = 0; index < words.size(); index++) {
            boolean isAlone = isAt(words, index, name)
                    && !isAt(words, index + 1, ".")
                    && !isAt(words, index - 1, ".")
                    && !isAt(words, index - 1, "DELETE");
            boolean hasColumns =
                    isAt(words, index, name) && isAt(words, index + 1, "(") && !isAt(words, index - 1, "INTO");
            if (hasColumns || (isAlone && !places.contains(index))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(List<String> words, int index, String word) {
        return index >= 0 && index < words.size() && words.get(index).equalsIgnoreCase(word);
    }
}
