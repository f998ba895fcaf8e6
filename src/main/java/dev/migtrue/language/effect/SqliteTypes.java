package dev.migtrue.language.effect;

import java.util.Map;

/** How SQLite keeps types: as they were written. Those that a tool may write otherwise when it makes a table anew are one. */
final class SqliteTypes {

    private static final Map<String, String> NAMES =
            Map.of("int", "integer", "bool", "boolean", "character varying", "varchar", "decimal", "numeric");

    private SqliteTypes() {}

    static Spelling settled(Spelling raw) {
        return raw.as(NAMES.getOrDefault(raw.family(), raw.family()));
    }
}
