package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Name;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code DELETE} and {@code TRUNCATE} do. */
final class RowRemovals {

    /** {@code id <> (SELECT min(id) …)}: what is left is that one, and it stays. */
    private static final Pattern ALL_BUT_ONE = Pattern.compile(
            "(?s)((<>|!=) \\( SELECT (MIN|MAX)|> \\( SELECT MIN|< \\( SELECT MAX) \\( [\\w. ]+ \\) FROM ");

    private final Engine engine;
    private final World world;
    private final Text text;

    RowRemovals(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    private void apply(Key table, Effect effect) {
        new CounterStarts(engine).forget(table);
        world.change(table, entry -> entry.holding(entry.rows().after(effect)));
    }

    void delete(Action.Delete delete) {
        for (Mention mention : delete.tables()) {
            Key table = engine.required(named(mention, delete));
            if (table.name().equals("sqlite_sequence")) {
                restart(delete.where());
                continue;
            }
            if (delete.using().isEmpty() && delete.tables().size() == 1) {
                delete.where().ifPresent(where -> new Readings(engine).check(table, where));
            }
            requireNoChildren(delete, table);
            boolean isAll = delete.where().isEmpty()
                    && delete.limit().isEmpty()
                    && delete.using().isEmpty();
            if (isAll) {
                engine.empty(table);
                new Clashes(engine, table).requireNotReferenced();
            }
            boolean isMoving = delete.limit().isPresent()
                    || delete.where().filter(RowRemovals::takesNext).isPresent();
            if (isMoving) {
                apply(table, new Effect.Update(text.plain(), Set.of(), Set.of(), false, false));
                continue;
            }
            Map<String, Set<String>> held =
                    delete.where().map(Equalities::choices).orElse(Map.of());
            String column = held.size() == 1 ? held.keySet().iterator().next() : "";
            String text = delete.where().map(Object::toString).orElse(this.text.plain());
            apply(table, new Effect.Delete(text, isAll, column, held.getOrDefault(column, Set.of())));
        }
    }

    /** MySQL: {@code DELETE x FROM a x JOIN …}. */
    private Mention named(Mention mention, Action.Delete delete) {
        boolean isAlias =
                engine.names().isOneWithDatabase() && !world.has(engine.names().relation(mention));
        if (!isAlias || delete.using().isEmpty()) {
            return mention;
        }
        List<String> words = delete.using().get().words();
        for (int index = 1; index < words.size(); index++) {
            boolean isIt = Equalities.last(words.get(index))
                    .equalsIgnoreCase(mention.name().last());
            int before = words.get(index - 1).equalsIgnoreCase("AS") ? index - 2 : index - 1;
            if (isIt && before >= 0 && words.get(before).matches("[\\w`]+")) {
                return new Mention(Name.of(words.get(before).replace("`", "")), mention.place());
            }
        }
        return mention;
    }

    /** All rows cannot go while others point to them. */
    private void requireNoChildren(Action.Delete delete, Key table) {
        Contents contents = new Contents(world);
        boolean isHeld = engine.session().isEnforcing()
                && delete.where().isEmpty()
                && delete.limit().isEmpty()
                && contents.isFilled(table)
                && world.users(table).stream()
                        .filter(key -> key.space() == Space.CONSTRAINT
                                && !key.owner().equals(table.name())
                                && !Text.words(world.find(key).orElseThrow().definition())
                                        .contains("delete"))
                        .anyMatch(key -> contents.isFilled(Key.of(Space.RELATION, key.owner())));
        if (isHeld) {
            throw engine.refused(Fault.IN_USE, Space.RELATION, "rows point to those of \"" + table + "\"");
        }
    }

    /** Of one table or of all. */
    void restart(Optional<Clause> where) {
        Counters counters = new Counters(world);
        Optional<String> only = where.map(Equalities::of)
                .flatMap(held -> Optional.ofNullable(held.get("name")))
                .map(Equalities::content);
        only.ifPresentOrElse(name -> counters.restart(Key.of(Space.RELATION, name)), counters::restartAll);
    }

    /** Whether a condition says which place rows have, so that others have it once these are gone. */
    static boolean takesNext(Clause where) {
        String words = where.toString().toUpperCase(Locale.ROOT);
        boolean isOfGroups = (words.contains("NOT IN (") && words.contains("GROUP BY"))
                || ALL_BUT_ONE.matcher(words).find();
        boolean isOnePerGroup = isOfGroups && !words.contains("LIMIT");
        if (isOnePerGroup) {
            return false;
        }
        return words.contains("LIMIT")
                || words.contains("FETCH FIRST")
                || words.contains("MAX (")
                || words.contains("MIN (")
                || words.contains("TOP ");
    }

    void truncate(Action.Truncate truncate) {
        if (engine.dialect() == Dialect.POSTGRESQL) {
            new Clearing(engine).truncate(truncate);
            return;
        }
        for (Mention mention : truncate.tables()) {
            Key table = engine.required(mention);
            requireNoReferences(truncate, table);
            engine.empty(table);
            world.change(table, entry -> entry.holding(Rows.NONE));
            if (restarts(truncate)) {
                new Counters(world).restart(table);
            }
        }
    }

    /** A table that others point to cannot be emptied at once, though they be empty themselves. */
    private void requireNoReferences(Action.Truncate truncate, Key table) {
        boolean isLooked =
                engine.session().isEnforcing() && !truncate.modifiers().has(Modifier.CASCADE);
        boolean isReferenced = world.users(table).stream()
                .anyMatch(key -> key.space() == Space.CONSTRAINT && !key.owner().equals(table.name()));
        if (isLooked && isReferenced) {
            throw engine.refused(Fault.IN_USE, Space.RELATION, "a foreign key points to \"" + table + "\"");
        }
    }

    private boolean restarts(Action.Truncate truncate) {
        return switch (engine.dialect()) {
            case MYSQL, MARIADB, SQL_SERVER -> true;
            case POSTGRESQL, SQLITE, ORACLE, H2, ANSI -> truncate.modifiers().has(Modifier.RESTART_IDENTITY);
        };
    }
}
