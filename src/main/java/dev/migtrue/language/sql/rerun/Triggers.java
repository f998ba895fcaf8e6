package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.reader.CodeReader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the triggers of a table do when its rows are changed. */
final class Triggers {

    private final Engine engine;
    private final World world;

    Triggers(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    /**
     * Runs those that wait for an event.
     *
     * @param event {@code INSERT}, {@code UPDATE} or {@code DELETE}
     * @param writes the columns that get other values, in lower case
     */
    void fire(Key table, String event, Set<String> writes) {
        if (engine.dialect() != Dialect.POSTGRESQL) {
            return;
        }
        for (Key trigger : world.members(table, Space.TRIGGER)) {
            world.find(trigger)
                    .filter(entry -> isFor(entry.facets().getOrDefault("events", ""), event, writes))
                    .ifPresent(entry -> entry.uses().stream()
                            .filter(key -> key.space() == Space.ROUTINE)
                            .forEach(routine -> run(table, event, routine)));
        }
    }

    /** Whether it waits for the event, and where it says of which columns, for one of these. */
    private static boolean isFor(String events, String event, Set<String> writes) {
        List<String> words = Arrays.asList(events.toUpperCase(Locale.ROOT).split("[ ,]+"));
        int at = words.indexOf(event);
        if (at < 0 || at + 1 >= words.size() || !words.get(at + 1).equals("OF")) {
            return at >= 0;
        }
        Set<String> columns = new HashSet<>(words.subList(at + 2, words.size()));
        return writes.stream().anyMatch(column -> columns.contains(column.toUpperCase(Locale.ROOT)));
    }

    private void run(Key table, String event, Key function) {
        Optional<World.Routine> routine = world.routine(function);
        Optional<Body> body = routine.flatMap(World.Routine::body);
        if (body.isEmpty()) {
            engine.doubt("what \"" + function + "\" does");
            return;
        }
        String source = routine.orElseThrow().source();
        try {
            new Blocks(engine, table, event).run(CodeReader.read(source, body.get(), engine.dialect()), source);
        } catch (Variables.Left left) {
            // RETURN NEW, mostly.
        }
    }

    /** {@code NEW.changed := now()}: a value that a trigger gives to the row. */
    static void assign(Engine engine, Key table, String column, Clause value) {
        switch (new Expressions(engine).natureOf(value, List.of(column))) {
            case SETTLING -> {}
            case MOVING -> {
                Set<String> only = Set.of(column.toLowerCase(Locale.ROOT));
                Effect moving = new Effect.Update("trigger " + value, only, only, false, false);
                engine.world().change(table, entry -> entry.holding(entry.rows().after(moving)));
            }
            case UNCLEAR -> engine.doubtRows("what a trigger makes of \"" + column + "\"");
        }
    }
}
