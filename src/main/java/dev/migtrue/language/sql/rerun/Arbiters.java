package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Conflict;
import dev.migtrue.language.sql.reader.ExpressionReader;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys by which {@code ON CONFLICT} and the like tell that a row is there. */
final class Arbiters {

    private final Engine engine;
    private final World world;
    private final Key table;

    Arbiters(Engine engine, Key table) {
        this.engine = engine;
        this.world = engine.world();
        this.table = table;
    }

    /** Whether rows that come a second time are met by a key: the one that is named, or any. */
    boolean isMet(Optional<Conflict> conflict, List<Map<String, String>> rows) {
        return conflict.flatMap(Conflict::target)
                .map(target -> isTargetMet(target, conflict.orElseThrow(), rows))
                .orElseGet(() -> isAnyMet(rows));
    }

    /** A row that is let through may be in the way of another key than the one that is asked for. */
    void requireOthers(Action.Insert insert, List<Map<String, String>> rows) {
        Optional<Clause> target = insert.conflict().flatMap(Conflict::target);
        if (target.isEmpty() || insert.conflict().flatMap(Conflict::indexWhere).isPresent()) {
            return;
        }
        Set<String> asked = new HashSet<>(names(target.get()));
        Clashes clashes = new Clashes(engine, table);
        List<Keys.Unique> keys = new Keys(world).of(table);
        boolean isMet = keys.stream().anyMatch(key -> isOf(key, asked) && clashes.isTaken(key, rows));
        boolean isInTheWay = keys.stream().anyMatch(key -> !isOf(key, asked) && clashes.isTaken(key, rows));
        if (isInTheWay && !isMet && rows.size() == 1) {
            throw engine.refused(Fault.DUPLICATE_ROW, Space.RELATION, "a row is in \"" + table + "\" already");
        }
    }

    private static boolean isOf(Keys.Unique key, Set<String> columns) {
        return key.columns().stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet())
                .equals(columns);
    }

    private boolean isTargetMet(Clause target, Conflict conflict, List<Map<String, String>> rows) {
        List<String> columns = names(target);
        if (conflict.indexWhere().isPresent()) {
            Clashes clashes = new Clashes(engine, table);
            Clause where = conflict.indexWhere().get();
            return rows.stream().allMatch(row -> clashes.holds(where, row).orElse(false));
        }
        new SqliteKeys(engine).require(table, columns);
        boolean isNullEqual = new Keys(world).of(table).stream().anyMatch(Keys.Unique::isNullEqual);
        boolean isKnown = columns.stream()
                .allMatch(column -> rows.stream().allMatch(row -> row.containsKey(column) || row.isEmpty()));
        return isKnown && rows.stream().allMatch(row -> isGiven(row, columns, isNullEqual));
    }

    /** The columns of a key as it is written. */
    private List<String> names(Clause target) {
        return ExpressionReader.read(SelectList.inside(target), engine.dialect()).names().stream()
                .map(name -> name.name().last().toLowerCase(Locale.ROOT))
                .toList();
    }

    private boolean isAnyMet(List<Map<String, String>> rows) {
        Clashes clashes = new Clashes(engine, table);
        return new Keys(world)
                .all(table).stream()
                        .anyMatch(unique -> rows.stream()
                                .allMatch(row -> unique.isOfAll()
                                        ? isGiven(row, unique.columns(), unique.isNullEqual())
                                        : clashes.isHeld(unique, row)));
    }

    /** Whether nobody knows that it is the same again: a variable of code, or what a query of rows makes. */
    private boolean isUnknown(String value) {
        boolean isVariable = engine.variables().isInCode()
                && value.matches("[A-Za-z_][\\w.]*")
                && !engine.variables().isKnown(value);
        String upper = value.toUpperCase(Locale.ROOT);
        boolean isNext = upper.startsWith("(SELECT")
                && (engine.dialect() != Dialect.POSTGRESQL || upper.contains("MAX(") || upper.contains("COUNT("));
        return (isVariable && !upper.equals("TRUE") && !upper.equals("FALSE") && !upper.equals("NULL")) || isNext;
    }

    private boolean isGiven(Map<String, String> row, List<String> columns, boolean isNullEqual) {
        return columns.stream().allMatch(column -> {
            String value = row.getOrDefault(column.toLowerCase(Locale.ROOT), "");
            boolean isNothing = value.isEmpty() || value.equalsIgnoreCase("DEFAULT") || isUnknown(value);
            return !isNothing && (isNullEqual || !value.equalsIgnoreCase("NULL")) && !Moving.isIn(value);
        });
    }
}
