package dev.migtrue.language.sql.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what handlers wait for. */
final class ConditionReader {

    private final Cursor cursor;
    private final Map<String, String> named = new HashMap<>();

    ConditionReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** MySQL: {@code DECLARE there CONDITION FOR 1050}. */
    boolean isDeclaration() {
        String name = cursor.isAtEnd() ? "" : cursor.word().toLowerCase(Locale.ROOT);
        cursor.next();
        if (!cursor.take("CONDITION", "FOR")) {
            return false;
        }
        read().forEach(condition -> named.put(name, condition));
        return true;
    }

    /** The conditions that a handler waits for, in lower case. */
    List<String> read() {
        List<String> conditions = new ArrayList<>();
        do {
            int start = cursor.at();
            cursor.take("NOT");
            if (cursor.take("SQLSTATE")) {
                cursor.take("VALUE");
            }
            cursor.next();
            String condition = cursor.since(start).toString().toLowerCase(Locale.ROOT);
            conditions.add(named.getOrDefault(condition, condition));
        } while (cursor.takeSign(',') || cursor.take("OR"));
        return conditions;
    }
}
