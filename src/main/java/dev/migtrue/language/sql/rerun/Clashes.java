package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which rows would stand beside one of the same key. */
final class Clashes {

    private final Engine engine;
    private final World world;
    private final Key table;

    Clashes(Engine engine, Key table) {
        this.engine = engine;
        this.world = engine.world();
        this.table = table;
    }

    /** Refuses to take all rows where rows that are written out point to them and stay. */
    void requireNotReferenced() {
        if (engine.dialect() != Dialect.POSTGRESQL) {
            return;
        }
        for (Key key : world.users(table)) {
            Entry entry = world.find(key).orElseThrow();
            Key child = Key.of(Space.RELATION, key.owner());
            boolean isHolding = key.space() == Space.CONSTRAINT
                    && !entry.definition().toUpperCase(Locale.ROOT).contains("ON DELETE");
            if (isHolding
                    && !child.equals(table)
                    && !new Clashes(engine, child).there().isEmpty()) {
                throw new Refused(
                        Refused.Fault.IN_USE, "23503", "\"" + child + "\" has rows that point to \"" + table + "\"");
            }
        }
    }

    /** Whether one of the rows has a key that a row has which is there. */
    boolean isTaken(List<Map<String, String>> rows) {
        return new Keys(world).all(table).stream().anyMatch(key -> isTaken(key, rows));
    }

    boolean isTaken(Keys.Unique key, List<Map<String, String>> rows) {
        return rows.stream()
                .anyMatch(
                        row -> isHeld(key, row) && near(key, row).stream().anyMatch(other -> isSame(key, row, other)));
    }

    /** Of the rows that are there those that share a value with a row: that which the fewest have. */
    private List<Map<String, String>> near(Keys.Unique key, Map<String, String> row) {
        Collection<String> columns = key.isOfExpressions()
                ? row.keySet()
                : key.columns().stream()
                        .map(column -> column.toLowerCase(Locale.ROOT))
                        .toList();
        Effects effects = effects();
        return columns.stream()
                .map(column -> effects.written(column, row.getOrDefault(column, "")))
                .min(Comparator.comparing(List::size))
                .orElseGet(this::there);
    }

    private Effects effects() {
        return world.find(table).map(Entry::rows).orElse(Rows.NONE).effects();
    }

    /** The rows of which it is written out that they came, and that nothing has changed since. */
    private List<Map<String, String>> there() {
        List<Map<String, String>> there = new ArrayList<>();
        for (Effect effect : effects()) {
            there.removeIf(effect::mayTouch);
            if (effect instanceof Effect.Insert insert) {
                there.addAll(insert.values());
            }
        }
        return there;
    }

    /** Whether a row is one of those that a key tells apart. */
    boolean isHeld(Keys.Unique key, Map<String, String> row) {
        boolean isGiven = key.isOfExpressions()
                ? row.values().stream()
                        .allMatch(value -> KnownRows.literal(value).isPresent())
                : key.columns().stream()
                        .allMatch(column -> isGiven(key, row.getOrDefault(column.toLowerCase(Locale.ROOT), "")));
        return isGiven && (key.where().isEmpty() || holds(key.where(), row).orElse(false));
    }

    private static boolean isGiven(Keys.Unique key, String value) {
        Optional<Value> literal = KnownRows.literal(value);
        return literal.isPresent() && (key.isNullEqual() || !literal.get().isNull());
    }

    private static boolean isSame(Keys.Unique key, Map<String, String> row, Map<String, String> other) {
        return key.isOfExpressions()
                ? row.equals(other)
                : key.columns().stream()
                        .map(column -> column.toLowerCase(Locale.ROOT))
                        .allMatch(column -> Objects.equals(row.get(column), other.get(column)));
    }

    /** Whether a condition holds for a row; absent where nobody knows. */
    Optional<Boolean> holds(String condition, Map<String, String> row) {
        return clause(condition, engine.dialect()).flatMap(clause -> holds(clause, row));
    }

    Optional<Boolean> holds(Clause condition, Map<String, String> row) {
        Map<String, Value> values = new HashMap<>(new KnownRows(world).row(table, row));
        try {
            return Optional.of(Formula.of(condition, new OwnRoutines(engine))
                    .of(column -> {
                        Value value = values.get(Equalities.last(column));
                        if (value == null) {
                            throw new Value.Unknown(column);
                        }
                        return value;
                    })
                    .isTrue());
        } catch (Value.Unknown unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Clause> clause(String text, Dialect dialect) {
        return Script.of(text, dialect).statements().stream().findFirst().map(statement -> statement.content());
    }
}
