package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Counters that a script sets to a number of its own. Rows that come behind it get the same numbers in each run, so
 * that those of the run before are in their way.
 */
final class CounterStarts {

    private static final String START = "starts";
    private static final String TAKEN = "taken behind ";

    private final Engine engine;
    private final World world;

    CounterStarts(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    /** {@code RESTART WITH 100} of a column, or of a sequence that a column has. */
    void restart(Key counter, Clause clause) {
        List<String> words = clause.words();
        boolean isRestart = words.stream().anyMatch("RESTART"::equalsIgnoreCase);
        if (isRestart) {
            String last = words.getLast();
            start(counter, last.equalsIgnoreCase("RESTART") ? "1" : last);
        }
    }

    /** @param from a number, as it is written */
    void start(Key counter, String from) {
        Set<Key> owners = world.find(counter)
                .filter(entry -> entry.kind() == ObjectKind.SEQUENCE)
                .map(Entry::partOf)
                .orElse(Set.of(counter));
        for (Key column : owners) {
            if (column.space() == Space.COLUMN && Value.NUMBER.matcher(from).matches()) {
                world.change(Key.of(Space.RELATION, column.owner()), entry -> entry.with(START, from));
            }
        }
    }

    /** Takes the next numbers for rows that do not say the values of these columns. */
    void take(Key table, Set<String> given, int rows) {
        boolean isOfKey = new Keys(world)
                .of(table).stream()
                        .filter(key -> key.columns().size() == 1)
                        .map(key -> key.columns().getFirst().toLowerCase(Locale.ROOT))
                        .anyMatch(column -> !given.contains(column) && isCounted(table, column));
        String from = world.find(table)
                .map(entry -> entry.facets().getOrDefault(START, ""))
                .orElse("");
        if (!isOfKey || from.isEmpty()) {
            return;
        }
        String taken = TAKEN + from;
        if (world.find(table).orElseThrow().facets().containsKey(taken)) {
            throw engine.refused(Fault.DUPLICATE_ROW, Space.RELATION, "the numbers from " + from + " on are taken");
        }
        world.change(
                table, entry -> entry.with(taken, "").with(START, String.valueOf(Double.parseDouble(from) + rows)));
    }

    private boolean isCounted(Key table, String column) {
        return world.members(table, Space.COLUMN).stream()
                .filter(key -> key.name().equalsIgnoreCase(column))
                .anyMatch(key -> Counters.isCounted(world.find(key).orElseThrow()));
    }

    /** Rows went, and perhaps those that have the numbers. */
    void forget(Key table) {
        List<String> taken = world.find(table).map(entry -> entry.facets().keySet()).orElse(Set.of()).stream()
                .filter(facet -> facet.startsWith(TAKEN))
                .toList();
        taken.forEach(facet -> world.change(table, entry -> entry.without(facet)));
    }
}
