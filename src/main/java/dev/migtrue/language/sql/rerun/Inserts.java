package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Conflict;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.ddl.Source;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code INSERT} does. */
final class Inserts {

    private static final Set<String> SETS = Set.of("UNION", "EXCEPT", "INTERSECT", "MINUS");
    private static final Pattern ALWAYS = Pattern.compile("(?i)\\bALWAYS\\b");

    private final Engine engine;
    private final World world;
    private final Text text;

    Inserts(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    void insert(Action.Insert insert) {
        Key table = engine.required(insert.table());
        insert.columns()
                .forEach(column -> engine.requiredColumn(table, column.name().last()));
        switch (insert.source()) {
            case Source.Values values -> values(table, insert, rows(table, insert, values));
            case Source.Rows rows -> query(table, insert, rows.query());
            case Source.Defaults defaults -> {
                count(table, List.of(Map.of()));
                append(table, new Effect.Insert(text.plain(), List.of(), false));
            }
            case Source.Assigned assigned -> values(table, insert, List.of(assigned(assigned)));
            case Source.Other other -> engine.doubtRows("rows of which nobody knows where they come from");
        }
    }

    /** A query that asks no table gives one row, which is written out like others. */
    private void query(Key table, Action.Insert insert, Query query) {
        new Readings(engine).check(query);
        List<String> columns = columns(table, insert);
        boolean isRow = Readings.origins(query).isEmpty()
                && SelectList.parts(SelectList.list(query.clause())).stream()
                        .allMatch(part ->
                                KnownRows.literal(String.join("", part.words())).isPresent())
                && query.tests().size() == (query.where().isPresent() ? 1 : 0)
                && query.clause().words().stream().noneMatch(word -> SETS.contains(word.toUpperCase(Locale.ROOT)))
                && !new Antijoin(engine, table).isSettling(columns, query);
        if (!isRow) {
            new Fillings(engine, text).fill(table, insert, columns, query);
            return;
        }
        Answer holds = query.where().isPresent() ? new Questions(engine).holds(query) : Answer.YES;
        if (holds == Answer.UNCLEAR) {
            engine.doubt(Chronicle.CONDITION);
        }
        if (holds != Answer.NO) {
            values(table, insert, List.of(WrittenRows.row(columns, SelectList.parts(SelectList.list(query.clause())))));
        }
    }

    private static Map<String, String> assigned(Source.Assigned assigned) {
        Map<String, String> row = new HashMap<>();
        for (Assignment assignment : assigned.assignments()) {
            row.put(
                    assignment.columns().getFirst().name().last().toLowerCase(Locale.ROOT),
                    assignment.value().toString());
        }
        return row;
    }

    private List<Map<String, String>> rows(Key table, Action.Insert insert, Source.Values values) {
        return engine.trail().written(insert).orElseGet(() -> WrittenRows.of(columns(table, insert), values));
    }

    private List<String> columns(Key table, Action.Insert insert) {
        return insert.columns().isEmpty() ? TableCreation.columns(world, table) : WrittenRows.named(insert);
    }

    /** With blanks only where words would run together, so that it is the same however it is spaced. */
    static String written(Clause value) {
        StringBuilder written = new StringBuilder();
        for (String word : value.words()) {
            boolean isApart = !written.isEmpty()
                    && Character.isLetterOrDigit(written.charAt(written.length() - 1))
                    && Character.isLetterOrDigit(word.charAt(0));
            written.append(isApart ? " " : "").append(word);
        }
        return written.toString();
    }

    private void append(Key table, Effect effect) {
        world.change(table, entry -> entry.holding(entry.rows().after(effect)));
    }

    private void values(Key table, Action.Insert insert, List<Map<String, String>> rows) {
        Optional<Conflict> conflict = insert.conflict();
        boolean isReplacing = insert.modifiers().has(Modifier.REPLACE);
        boolean isForgiving = insert.modifiers().has(Modifier.IGNORE);
        requireAssignable(table, rows);
        boolean isMet = new Arbiters(engine, table).isMet(conflict, rows);
        Effect.Insert effect = new Effect.Insert(text.plain(), rows, isMet);
        if (conflict.isEmpty() && !isReplacing && !isForgiving) {
            plain(table, effect, rows);
        } else if (!isMet) {
            unmet(table, effect);
        } else {
            met(table, insert, effect, rows);
        }
    }

    /** A counter that is always used takes no other value. */
    private void requireAssignable(Key table, List<Map<String, String>> rows) {
        if (engine.dialect() != Dialect.POSTGRESQL) {
            return;
        }
        for (Key column : world.members(table, Space.COLUMN)) {
            boolean isAlways =
                    ALWAYS.matcher(world.find(column).orElseThrow().facets().getOrDefault("identity", ""))
                                    .find()
                            && !text.plain().toUpperCase(Locale.ROOT).contains("OVERRIDING ");
            String name = column.name().toLowerCase(Locale.ROOT);
            if (isAlways
                    && rows.stream()
                            .anyMatch(row -> !row.getOrDefault(name, "DEFAULT").equalsIgnoreCase("DEFAULT"))) {
                throw new Refused(Fault.STATE, "428C9", "\"" + column + "\" is always generated");
            }
        }
    }

    /** No key is known that the rows could meet. */
    private void unmet(Key table, Effect.Insert effect) {
        if (!world.find(table).orElseThrow().isWhole()) {
            engine.doubtRows("which keys \"" + table + "\" has");
        }
        append(table, effect);
    }

    private void met(Key table, Action.Insert insert, Effect.Insert effect, List<Map<String, String>> rows) {
        boolean isThere = world.find(table).orElseThrow().rows().isSettled(effect);
        List<Assignment> assignments =
                insert.conflict().map(Conflict::assignments).orElse(List.of());
        new Arbiters(engine, table).requireOthers(insert, rows);
        count(table, rows);
        if (insert.modifiers().has(Modifier.REPLACE) && engine.session().isEnforcing()) {
            cascade(table);
        }
        if (isThere && !assignments.isEmpty()) {
            List<Assignment> moving =
                    assignments.stream().filter(one -> !isSettling(one, rows)).toList();
            if (!moving.isEmpty()) {
                append(table, new Effect.Update(text.plain(), Set.of(), names(assignments), false, false));
            } else {
                append(table, overwriting(assignments));
            }
            return;
        }
        boolean isBlank = WrittenRows.areMoving(rows)
                || new Numbering(world).hasMovingDefault(table, rows)
                || new Numbering(world).renews(table, rows);
        boolean isNew = insert.modifiers().has(Modifier.REPLACE) && isBlank;
        append(table, isNew ? new Effect.Insert(text.plain(), rows, false) : effect);
        boolean isSame = assignments.stream().allMatch(one -> isAsInserted(table, one, rows));
        if (!assignments.isEmpty() && (isSame || engine.dialect() != Dialect.POSTGRESQL)) {
            append(table, overwriting(assignments));
        }
    }

    /** Whether a row that is met gets what it would have got as a new one. */
    private boolean isAsInserted(Key table, Assignment assignment, List<Map<String, String>> rows) {
        String column = assignment.columns().getFirst().name().last().toLowerCase(Locale.ROOT);
        String value = String.join("", assignment.value().words());
        if (assignment.columns().size() != 1 || KnownRows.literal(value).isEmpty()) {
            return true;
        }
        String standard = world.find(table.member(Space.COLUMN, column))
                .map(entry -> entry.facets().getOrDefault("default", "NULL"))
                .orElse("");
        return rows.stream()
                .allMatch(row ->
                        KnownRows.literal(row.getOrDefault(column, standard)).equals(KnownRows.literal(value)));
    }

    private Effect overwriting(List<Assignment> assignments) {
        return new Effect.Update(text.plain(), Set.of(), names(assignments), true, false);
    }

    /** A row that is replaced is deleted first, and others may go with it. */
    private void cascade(Key table) {
        for (Key key : world.users(table)) {
            Entry entry = world.find(key).orElseThrow();
            boolean isCascading = key.space() == Space.CONSTRAINT
                    && entry.definition().toUpperCase(Locale.ROOT).contains("ON DELETE CASCADE");
            if (isCascading) {
                append(Key.of(Space.RELATION, key.owner()), new Effect.Delete(text.plain(), false, "", Set.of()));
            }
        }
    }

    private static Set<String> names(List<Assignment> assignments) {
        Set<String> names = new HashSet<>();
        assignments.forEach(one ->
                one.columns().forEach(column -> names.add(column.name().last().toLowerCase(Locale.ROOT))));
        return names;
    }

    boolean isSettling(Assignment assignment, List<Map<String, String>> rows) {
        List<String> columns = assignment.columns().stream()
                .map(column -> column.name().last())
                .toList();
        String value = assignment.value().toString().toUpperCase(Locale.ROOT);
        boolean isOfNewRow =
                value.startsWith("EXCLUDED .") || value.startsWith("EXCLUDED.") || value.matches("VALUES? ?\\(.*\\)");
        if (isOfNewRow) {
            return columns.stream()
                    .allMatch(column -> rows.stream()
                            .noneMatch(row -> Moving.isIn(row.getOrDefault(column.toLowerCase(Locale.ROOT), ""))));
        }
        return new Expressions(engine).natureOf(assignment.value(), columns) == Expressions.Nature.SETTLING;
    }

    /** A counter goes on though no row comes. */
    private void count(Key table, List<Map<String, String>> rows) {
        new Counters(world).count(table, given(rows), rows.size());
    }

    /** The columns that a row has a value for. */
    private static Set<String> given(List<Map<String, String>> rows) {
        Set<String> given = new HashSet<>();
        rows.forEach(row -> row.forEach((column, value) -> {
            if (!value.equalsIgnoreCase("NULL") && !value.equalsIgnoreCase("DEFAULT")) {
                given.add(column);
            }
        }));
        return given;
    }

    /** A number that a refused row was given comes no more, but where counters are rows themselves. */
    private void countInVain(Key table, List<Map<String, String>> rows) {
        if (engine.dialect() != Dialect.SQLITE) {
            count(table, rows);
        }
    }

    private void plain(Key table, Effect.Insert effect, List<Map<String, String>> rows) {
        boolean isThere = world.find(table).orElseThrow().rows().isSettled(effect);
        boolean isTaken = new Clashes(engine, table).isTaken(rows) || new Contents(world).areAlike(table, rows);
        if ((isThere && effect.isSettling()) || isTaken) {
            countInVain(table, rows);
            throw engine.refused(Fault.DUPLICATE_ROW, Space.RELATION, "the rows are in \"" + table + "\" already");
        }
        new CounterStarts(engine).take(table, given(rows), rows.size());
        count(table, rows);
        new Triggers(engine).fire(table, "INSERT", Set.of());
        boolean isMoving = WrittenRows.areMoving(rows)
                || (engine.dialect() == Dialect.POSTGRESQL
                        ? hasMovingDefault(table, rows)
                        : new Numbering(world).hasMovingDefault(table, rows));
        String wording = isMoving ? text.plain() + engine.newValue() : text.plain();
        append(table, new Effect.Insert(wording, rows, effect.isSettling()));
    }

    /** Whether a column that is not given gets another value each time. */
    private boolean hasMovingDefault(Key table, List<Map<String, String>> rows) {
        return world.members(table, Space.COLUMN).stream()
                .filter(column -> rows.stream()
                        .anyMatch(row -> !row.containsKey(column.name().toLowerCase(Locale.ROOT))))
                .anyMatch(column ->
                        Moving.isIn(world.find(column).orElseThrow().facets().getOrDefault("default", "")));
    }
}
