package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Step;
import dev.migtrue.language.sql.reader.CodeReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What triggers do when rows change. */
final class Firing {

    private final Engine engine;
    private final World world;
    private final Set<Key> firing = new HashSet<>();

    Firing(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    /** The table of which rows change, where triggers can see that. */
    Optional<Key> table(Action action) {
        boolean isOfFunctions = engine.dialect() == Dialect.POSTGRESQL || engine.dialect() == Dialect.H2;
        if (isOfFunctions) {
            return Optional.empty();
        }
        Optional<Mention> mention = switch (action) {
            case Action.Insert insert -> Optional.of(insert.table());
            case Action.Update update -> update.tables().stream().findFirst();
            case Action.Delete delete -> delete.tables().stream().findFirst();
            default -> Optional.empty();
        };
        return mention.map(engine.names()::relation).filter(world::has);
    }

    /** {@code before} is what the table held. */
    void after(Action action, Key table, Rows before) {
        Rows now = world.find(table).map(Entry::rows).orElse(Rows.NONE);
        boolean isReplacing = action instanceof Action.Insert insert
                && insert.modifiers().has(Modifier.REPLACE)
                && engine.names().isOneWithDatabase();
        boolean isMadeAnew =
                action instanceof Action.Insert insert && insert.modifiers().has(Modifier.REPLACE);
        boolean isMet = isMadeAnew || (meetsAgain(action) ? !now.isEmpty() : !now.equals(before));
        if (!isMet) {
            return;
        }
        if (isReplacing) {
            fire("DELETE", table, action);
        }
        String event = switch (action) {
            case Action.Insert insert -> "INSERT";
            case Action.Update update -> "UPDATE";
            default -> "DELETE";
        };
        fire(event, table, action);
    }

    /** Whether rows that are what they are to be are met all the same. */
    private static boolean meetsAgain(Action action) {
        return action instanceof Action.Update update
                && update.where()
                        .filter(where -> MetAgain.isMadeFalse(where, update))
                        .isEmpty();
    }

    private void fire(String event, Key table, Action action) {
        for (Key trigger : world.parts(table)) {
            if (trigger.space() == Space.TRIGGER && isOf(trigger, event) && firing.add(trigger)) {
                fire(trigger, table, action);
                firing.remove(trigger);
            }
        }
    }

    private boolean isOf(Key trigger, String event) {
        Entry entry = world.find(trigger).orElseThrow();
        String words = entry.definition().toUpperCase(Locale.ROOT);
        int on = words.indexOf(" ON ");
        return entry.kind() == ObjectKind.TRIGGER
                && on > 0
                && words.substring(0, on).contains(" " + event);
    }

    private void fire(Key trigger, Key table, Action action) {
        Optional<World.Routine> known = world.routine(trigger);
        Optional<Body> body = known.flatMap(World.Routine::body);
        if (body.isEmpty()) {
            engine.doubt("what trigger \"" + trigger + "\" does");
            return;
        }
        String source = known.orElseThrow().source();
        for (Step step : CodeReader.read(source, body.get(), engine.dialect()).steps()) {
            switch (step) {
                case Step.Run run -> run(run, source, table, action);
                case Step.Other other -> {}
                case Step.Choice choice -> chosen(choice, action, trigger);
                default -> engine.doubt("what trigger \"" + trigger + "\" does");
            }
        }
    }

    /** Whichever branch it is: what a row is given when it comes is the same for the same row. */
    private void chosen(Step.Choice choice, Action action, Key trigger) {
        boolean isOfNewRow = action instanceof Action.Insert
                && Stream.concat(
                                choice.branches().stream().flatMap(branch -> branch.steps().stream()),
                                choice.otherwise().stream())
                        .allMatch(step -> step instanceof Step.Other
                                || (step instanceof Step.Run run && run.action() instanceof Action.Setting));
        if (!isOfNewRow) {
            engine.doubt("what trigger \"" + trigger + "\" does");
        }
    }

    private void run(Step.Run run, String source, Key table, Action action) {
        switch (run.action()) {
            case Action.Setting setting -> set(setting, table, action);
            case Action.Insert insert -> engine.run(insert, new Text(source, run.place()));
            case Action.Update update -> engine.run(update, new Text(source, run.place()));
            case Action.Delete delete -> engine.run(delete, new Text(source, run.place()));
            default -> {}
        }
    }

    /** {@code SET NEW.version = OLD.version + 1}. */
    private void set(Action.Setting setting, Key table, Action action) {
        String column = setting.name().name().last();
        boolean isOfRow = setting.name().toString().toUpperCase(Locale.ROOT).startsWith("NEW.");
        if (!isOfRow || !(action instanceof Action.Update update) || isAssigned(update, column)) {
            return;
        }
        Clause value = setting.value();
        if (new Expressions(engine).natureOf(value, List.of(column)) == Expressions.Nature.MOVING) {
            Effect effect = new Effect.Update("trigger " + setting, Set.of(), Set.of(column), false, false);
            world.change(table, entry -> entry.holding(entry.rows().after(effect)));
        }
    }

    private static boolean isAssigned(Action.Update update, String column) {
        return update.assignments().stream()
                .flatMap(assignment -> assignment.columns().stream())
                .anyMatch(one -> one.name().last().equalsIgnoreCase(column));
    }
}
