package dev.migtrue.language.sql.rerun;

import java.util.Locale;
import java.util.Set;

/** How far the counters of tables have gone. */
final class Counters {

    private static final String FACET = "counter";

    private final World world;

    Counters(World world) {
        this.world = world;
    }

    /** Goes on for rows that do not say the values of all counted columns. */
    void count(Key table, Set<String> given, int rows) {
        boolean isCounted = world.members(table, Space.COLUMN).stream()
                .filter(column -> isCounted(world.find(column).orElseThrow()))
                .anyMatch(column -> !given.contains(column.name().toLowerCase(Locale.ROOT)));
        if (isCounted) {
            world.change(table, entry -> entry.with(FACET, String.valueOf(last(entry) + Math.max(1, rows))));
        }
    }

    /** Whether a column gets its values from a counter. */
    static boolean isCounted(Entry column) {
        return "yes".equals(column.facets().getOrDefault("counted", ""))
                || column.facets()
                        .getOrDefault("default", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("nextval");
    }

    private static long last(Entry table) {
        return Long.parseLong(table.facets().getOrDefault(FACET, "0"));
    }

    /** Begins anew. */
    void restart(Key table) {
        world.change(table, entry -> entry.without(FACET));
    }

    /** SQLite keeps its counters in a table of its own. */
    void restartAll() {
        world.keys(Space.RELATION, key -> true).forEach(this::restart);
    }
}
