package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Conflict;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.reader.ExpressionReader;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an {@code INSERT} of a query's rows does. */
final class Fillings {

    private final Engine engine;
    private final World world;
    private final Text text;

    Fillings(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    private void append(Key table, Effect effect) {
        world.change(table, entry -> entry.holding(entry.rows().after(effect)));
    }

    void fill(Key table, Action.Insert insert, List<String> columns, Query query) {
        if (new Sources(engine).isNothing(query)) {
            return;
        }
        Fills fills = new Fills(engine, table);
        boolean isLessItself = query.clause().words().stream()
                .anyMatch(word -> word.equalsIgnoreCase("EXCEPT") || word.equalsIgnoreCase("MINUS"));
        if (isMetByLiterals(insert, columns, query)) {
            if (engine.dialect() == Dialect.POSTGRESQL) {
                count(table, columns);
            }
            append(table, new Effect.Fill(text.plain(), true));
            return;
        }
        if (!isLessItself && fills.feedsItself(query)) {
            fills.feed(insert, query, text.plain(), columns);
            return;
        }
        boolean isGuarded = insert.conflict().isPresent()
                || insert.modifiers().has(Modifier.IGNORE)
                || insert.modifiers().has(Modifier.REPLACE);
        boolean isSettling = isGuarded || new Antijoin(engine, table).isSettling(columns, query);
        Effect effect = new Effect.Fill(text.plain(), isSettling);
        if (isGuarded) {
            guarded(table, insert, columns, query, effect);
            return;
        }
        plain(table, columns, query, effect);
    }

    /** {@code SELECT max(id) + 1, 'x' … ON CONFLICT (name) DO NOTHING}: the key that is asked for is written out. */
    private boolean isMetByLiterals(Action.Insert insert, List<String> columns, Query query) {
        Optional<Clause> target = insert.conflict()
                .filter(conflict -> conflict.assignments().isEmpty()
                        && conflict.indexWhere().isEmpty())
                .flatMap(Conflict::target);
        List<Clause> values = SelectList.parts(SelectList.list(query.clause()));
        Set<String> written = new HashSet<>();
        for (int index = 0; index < Math.min(columns.size(), values.size()); index++) {
            String value = String.join("", values.get(index).words());
            if (!value.equalsIgnoreCase("NULL") && KnownRows.literal(value).isPresent()) {
                written.add(columns.get(index).toLowerCase(Locale.ROOT));
            }
        }
        return target.map(key -> ExpressionReader.read(SelectList.inside(key), engine.dialect()).names().stream()
                        .map(name -> name.name().last().toLowerCase(Locale.ROOT))
                        .toList())
                .filter(names -> !names.isEmpty() && written.containsAll(names))
                .isPresent();
    }

    private void plain(Key table, List<String> columns, Query query, Effect effect) {
        Sources sources = new Sources(engine);
        Fills fills = new Fills(engine, table);
        boolean isSettling = effect.isSettling();
        Rows rows = world.find(table).orElseThrow().rows();
        boolean isOfItself =
                query.tables().stream().map(engine.names()::relation).anyMatch(table::equals);
        String over = isOfItself ? "" : " over " + sources.sources(query);
        Effect plain = isSettling ? effect : new Effect.Fill(text.plain() + over, false);
        boolean isCopy = Sources.isWhole(query) && !query.tables().isEmpty();
        boolean isThere = isThere(rows, plain)
                || fills.isDerived(rows, query)
                || (isCopy && !rows.isEmpty() && rows.equals(sources.rows(query)));
        if (!isSettling && isThere && isKeyed(table, columns, query)) {
            throw engine.refused(Fault.DUPLICATE_ROW, Space.RELATION, "the rows are in \"" + table + "\" already");
        }
        if (!isSettling && engine.dialect() == Dialect.POSTGRESQL) {
            count(table, columns);
        }
        if (isCopy && rows.isEmpty()) {
            Rows copied = sources.rows(query);
            world.change(table, entry -> entry.holding(copied));
            return;
        }
        boolean isDerived =
                !isSettling && rows.isEmpty() && !Readings.origins(query).isEmpty();
        if (isDerived && engine.dialect() != Dialect.POSTGRESQL) {
            Rows derived = fills.rows(query, columns);
            world.change(table, entry -> entry.holding(derived));
            return;
        }
        append(table, plain);
    }

    /** Whether the same rows came before and none of them went since. */
    static boolean isThere(Rows rows, Effect fill) {
        int at = rows.effects().lastIndexOf(fill);
        return at >= 0
                && rows.effects().subList(at + 1, rows.effects().size()).stream()
                        .noneMatch(later -> later instanceof Effect.Delete
                                || (later instanceof Effect.Update update && update.mayTouchKeys()));
    }

    /** Whether the query gives the values of a key, and the same each time. */
    private boolean isKeyed(Key table, List<String> columns, Query query) {
        List<Clause> values = SelectList.parts(SelectList.list(query.clause()));
        boolean isAll = SelectList.hasStar(query.clause());
        Set<String> given = new HashSet<>();
        for (int index = 0; index < columns.size(); index++) {
            String value = index < values.size() ? values.get(index).toString() : "";
            boolean isMoving =
                    Moving.isIn(value) || value.toUpperCase(Locale.ROOT).matches(".*\\b(MAX|COUNT) \\(.*");
            if ((isAll || index < values.size()) && !isMoving) {
                given.add(columns.get(index).toLowerCase(Locale.ROOT));
            }
        }
        return new Keys(world)
                .of(table).stream()
                        .anyMatch(key -> key.columns().stream()
                                .allMatch(column -> given.contains(column.toLowerCase(Locale.ROOT))));
    }

    private void count(Key table, List<String> columns) {
        Set<String> given = new HashSet<>();
        columns.forEach(column -> given.add(column.toLowerCase(Locale.ROOT)));
        new Counters(world).count(table, given, 1);
    }

    /** Whether rows of the table itself come again under other keys. */
    private boolean shiftsKeys(Key table, Query query) {
        boolean isOfItself =
                Readings.origins(query).stream().map(engine.names()::relation).anyMatch(table::equals);
        return isOfItself
                && SelectList.parts(SelectList.list(query.clause())).stream()
                        .flatMap(part -> part.words().stream())
                        .anyMatch(word -> Set.of("+", "-", "*", "||").contains(word));
    }

    private void guarded(Key table, Action.Insert insert, List<String> columns, Query query, Effect effect) {
        boolean isKnown = world.find(table).orElseThrow().isWhole();
        boolean hasKey = !new Keys(world).of(table).isEmpty()
                || insert.conflict().flatMap(Conflict::target).isPresent();
        if (!hasKey) {
            if (!isKnown) {
                engine.doubtRows("which keys \"" + table + "\" has");
            }
            append(table, new Effect.Fill(text.plain(), false));
            return;
        }
        if (engine.dialect() == Dialect.POSTGRESQL) {
            count(table, columns);
        }
        if (shiftsKeys(table, query)) {
            append(table, new Effect.Fill(text.plain(), false));
            return;
        }
        List<Assignment> assignments =
                insert.conflict().map(Conflict::assignments).orElse(List.of());
        Inserts inserts = new Inserts(engine, text);
        boolean isMoving = world.find(table).orElseThrow().rows().isSettled(effect)
                && assignments.stream().anyMatch(one -> !inserts.isSettling(one, List.of()));
        append(table, isMoving ? new Effect.Fill(text.plain(), false) : effect);
    }
}
