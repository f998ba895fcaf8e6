package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Conflict;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.ddl.Source;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code INSERT} does. */
final class Inserts {

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
            case Source.Values values -> values(table, insert, rows(table, insert, values.rows()));
            case Source.Rows rows -> query(table, insert, rows.query());
            case Source.Defaults defaults -> append(table, new Effect.Insert(text.plain(), List.of(), false));
            case Source.Assigned assigned -> values(table, insert, List.of(assigned(assigned)));
            case Source.Other other -> engine.doubt("rows of which nobody knows where they come from");
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

    private List<Map<String, String>> rows(Key table, Action.Insert insert, List<Clause> rows) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Clause row : rows) {
            all.add(row(columns(table, insert), SelectList.parts(SelectList.inside(row))));
        }
        return all;
    }

    private List<String> columns(Key table, Action.Insert insert) {
        return insert.columns().isEmpty()
                ? TableCreation.columns(world, table)
                : insert.columns().stream().map(column -> column.name().last()).toList();
    }

    private static Map<String, String> row(List<String> columns, List<Clause> values) {
        Map<String, String> row = new HashMap<>();
        for (int index = 0; index < Math.min(columns.size(), values.size()); index++) {
            Clause value = values.get(index);
            row.put(columns.get(index).toLowerCase(Locale.ROOT), String.join("", value.words()));
        }
        return row;
    }

    private void append(Key table, Effect effect) {
        world.change(table, entry -> entry.holding(entry.rows().after(effect)));
    }

    private void values(Key table, Action.Insert insert, List<Map<String, String>> rows) {
        Optional<Conflict> conflict = insert.conflict();
        boolean isReplacing = insert.modifiers().has(Modifier.REPLACE);
        boolean isForgiving = insert.modifiers().has(Modifier.IGNORE);
        boolean isMet = conflict.flatMap(Conflict::target)
                .map(target -> isTargetMet(target, conflict.orElseThrow(), table, rows))
                .orElseGet(() -> isAnyMet(table, rows));
        Effect.Insert effect = new Effect.Insert(text.plain(), rows, isMet);
        if (conflict.isEmpty() && !isReplacing && !isForgiving) {
            plain(table, effect, rows);
        } else if (!isMet) {
            unmet(table, effect);
        } else {
            met(table, insert, effect, rows);
        }
    }

    /** No key is known that the rows could meet. */
    private void unmet(Key table, Effect.Insert effect) {
        if (!world.find(table).orElseThrow().isWhole()) {
            engine.doubt("which keys \"" + table + "\" has");
        }
        append(table, effect);
    }

    private void met(Key table, Action.Insert insert, Effect.Insert effect, List<Map<String, String>> rows) {
        boolean isThere = world.find(table).orElseThrow().rows().isSettled(effect);
        List<Assignment> assignments =
                insert.conflict().map(Conflict::assignments).orElse(List.of());
        count(table, rows);
        if (isThere && insert.modifiers().has(Modifier.REPLACE)) {
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
        boolean isBlank = rows.stream().flatMap(row -> row.values().stream()).anyMatch(this::isMoving);
        boolean isNew = insert.modifiers().has(Modifier.REPLACE) && isBlank;
        append(table, isNew ? new Effect.Insert(text.plain(), rows, false) : effect);
        if (!assignments.isEmpty()) {
            append(table, overwriting(assignments));
        }
    }

    private Effect overwriting(List<Assignment> assignments) {
        return new Effect.Update(text.plain(), Set.of(), names(assignments), true, false);
    }

    /** A row that is replaced is deleted first, and others may go with it. */
    private void cascade(Key table) {
        for (Key key : world.keys(other -> other.space() == Space.CONSTRAINT)) {
            Entry entry = world.find(key).orElseThrow();
            boolean isCascading = entry.uses().contains(table)
                    && entry.definition().toUpperCase(Locale.ROOT).contains("ON DELETE CASCADE");
            if (isCascading) {
                append(Key.of(Space.RELATION, key.owner()), new Effect.Delete(text.plain(), false, "", Set.of()));
            }
        }
    }

    private boolean isMoving(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.matches(
                "(?s).*\\b(now|random|rand|uuid|gen_random_uuid|current_timestamp|clock_timestamp|nextval|random_uuid)\\b.*");
    }

    private static Set<String> names(List<Assignment> assignments) {
        Set<String> names = new HashSet<>();
        assignments.forEach(one ->
                one.columns().forEach(column -> names.add(column.name().last().toLowerCase(Locale.ROOT))));
        return names;
    }

    private boolean isSettling(Assignment assignment, List<Map<String, String>> rows) {
        List<String> columns = assignment.columns().stream()
                .map(column -> column.name().last())
                .toList();
        String value = assignment.value().toString().toUpperCase(Locale.ROOT);
        boolean isOfNewRow =
                value.startsWith("EXCLUDED .") || value.startsWith("EXCLUDED.") || value.matches("VALUES? ?\\(.*\\)");
        if (isOfNewRow) {
            return columns.stream()
                    .allMatch(column -> rows.stream()
                            .noneMatch(row -> isMoving(row.getOrDefault(column.toLowerCase(Locale.ROOT), ""))));
        }
        return new Expressions(engine).natureOf(assignment.value(), columns) == Expressions.Nature.SETTLING;
    }

    /** A counter goes on though no row comes. */
    private void count(Key table, List<Map<String, String>> rows) {
        boolean isCounted = world.members(table, Space.COLUMN).stream()
                .filter(column ->
                        "yes".equals(world.find(column).orElseThrow().facets().getOrDefault("counted", "")))
                .anyMatch(column -> rows.stream()
                        .noneMatch(row -> row.containsKey(column.name().toLowerCase(Locale.ROOT))));
        if (isCounted) {
            String value = engine.newValue();
            world.change(table, entry -> entry.with("counter", value));
        }
    }

    private void plain(Key table, Effect.Insert effect, List<Map<String, String>> rows) {
        boolean isThere = world.find(table).orElseThrow().rows().isSettled(effect);
        if (isThere && effect.isSettling()) {
            throw engine.refused(Fault.DUPLICATE_ROW, Space.RELATION, "the rows are in \"" + table + "\" already");
        }
        boolean isMoving = rows.stream().flatMap(row -> row.values().stream()).anyMatch(this::isMoving);
        append(table, new Effect.Insert(text.plain() + (isMoving ? engine.newValue() : ""), rows, effect.isSettling()));
    }

    private boolean isTargetMet(Clause target, Conflict conflict, Key table, List<Map<String, String>> rows) {
        List<String> columns = SelectList.parts(SelectList.inside(target)).stream()
                .map(part -> Equalities.last(part.words().getFirst()))
                .toList();
        if (conflict.indexWhere().isPresent()) {
            return isWithin(conflict.indexWhere().get(), rows);
        }
        boolean isNullEqual = new Keys(world).of(table).stream().anyMatch(Keys.Unique::isNullEqual);
        boolean isKnown = columns.stream()
                .allMatch(column -> rows.stream().allMatch(row -> row.containsKey(column) || row.isEmpty()));
        return isKnown && rows.stream().allMatch(row -> isGiven(row, columns, isNullEqual));
    }

    /** Whether the rows are in a partial index of which the condition is a flag. */
    private static boolean isWithin(Clause where, List<Map<String, String>> rows) {
        String flag = Equalities.last(where.toString());
        return rows.stream().allMatch(row -> "true".equalsIgnoreCase(row.getOrDefault(flag, "")));
    }

    private boolean isAnyMet(Key table, List<Map<String, String>> rows) {
        return new Keys(world)
                .of(table).stream()
                        .anyMatch(unique ->
                                rows.stream().allMatch(row -> isGiven(row, unique.columns(), unique.isNullEqual())));
    }

    private boolean isGiven(Map<String, String> row, List<String> columns, boolean isNullEqual) {
        return columns.stream().allMatch(column -> {
            String value = row.getOrDefault(column.toLowerCase(Locale.ROOT), "");
            boolean isNothing = value.isEmpty() || value.equalsIgnoreCase("DEFAULT");
            return !isNothing && (isNullEqual || !value.equalsIgnoreCase("NULL")) && !isMoving(value);
        });
    }

    private void query(Key table, Action.Insert insert, Query query) {
        new Readings(engine).check(query);
        if (new Sources(engine).isNothing(query)) {
            return;
        }
        boolean isGuarded = insert.conflict().isPresent()
                || insert.modifiers().has(Modifier.IGNORE)
                || insert.modifiers().has(Modifier.REPLACE);
        Effect effect = new Effect.Fill(
                text.plain(), isGuarded || new Antijoin(engine, table).isSettling(columns(table, insert), query));
        if (isGuarded) {
            guarded(table, insert, effect);
            return;
        }
        if (Sources.isWhole(query)
                && !query.tables().isEmpty()
                && world.find(table).orElseThrow().rows().isEmpty()) {
            Rows rows = new Sources(engine).rows(query);
            world.change(table, entry -> entry.holding(rows));
            return;
        }
        append(table, effect);
    }

    private void guarded(Key table, Action.Insert insert, Effect effect) {
        boolean isKnown = world.find(table).orElseThrow().isWhole();
        boolean hasKey = !new Keys(world).of(table).isEmpty()
                || insert.conflict().flatMap(Conflict::target).isPresent();
        if (!hasKey) {
            if (!isKnown) {
                engine.doubt("which keys \"" + table + "\" has");
            }
            append(table, new Effect.Fill(text.plain(), false));
            return;
        }
        List<Assignment> assignments =
                insert.conflict().map(Conflict::assignments).orElse(List.of());
        boolean isMoving = world.find(table).orElseThrow().rows().isSettled(effect)
                && assignments.stream().anyMatch(one -> !isSettling(one, List.of()));
        append(table, isMoving ? new Effect.Fill(text.plain(), false) : effect);
    }
}
