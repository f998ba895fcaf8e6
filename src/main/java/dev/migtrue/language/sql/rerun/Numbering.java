package dev.migtrue.language.sql.rerun;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which rows get a number from the table: from its counter or, as SQLite has it, from the rows that are there. */
final class Numbering {

    private final World world;

    Numbering(World world) {
        this.world = world;
    }

    /** Whether the rows get new numbers when they come once more in the place of what is there. */
    boolean renews(Key table, List<Map<String, String>> rows) {
        return world.members(table, Space.COLUMN).stream()
                .filter(column -> world.find(column).orElseThrow().facets().containsKey("counted"))
                .anyMatch(column -> rows.stream().anyMatch(row -> leaves(row, column)));
    }

    private static boolean leaves(Map<String, String> row, Key column) {
        String value = row.getOrDefault(column.name().toLowerCase(Locale.ROOT), "");
        return value.isEmpty() || value.equalsIgnoreCase("NULL") || value.equalsIgnoreCase("DEFAULT");
    }

    /** Whether a column that a row leaves out gets the time, or chance, by default. */
    boolean hasMovingDefault(Key table, List<Map<String, String>> rows) {
        return world.members(table, Space.COLUMN).stream()
                .filter(column ->
                        Moving.isIn(world.find(column).orElseThrow().facets().getOrDefault("default", "")))
                .anyMatch(column -> rows.stream()
                        .anyMatch(row -> !row.containsKey(column.name().toLowerCase(Locale.ROOT))));
    }
}
