package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Conflict;
import dev.migtrue.language.sql.reader.ExpressionReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether rows that come once more meet those that came before by a key. */
final class MetKeys {

    private final Engine engine;
    private final World world;

    MetKeys(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    boolean isTargetMet(Clause target, Conflict conflict, Key table, List<Map<String, String>> rows) {
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
    List<String> names(Clause target) {
        return ExpressionReader.read(SelectList.inside(target), engine.dialect()).names().stream()
                .map(name -> name.name().last().toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean isAnyMet(Key table, List<Map<String, String>> rows) {
        Clashes clashes = new Clashes(engine, table);
        return new Keys(world)
                .all(table).stream()
                        .anyMatch(unique -> rows.stream()
                                .allMatch(row -> unique.isOfAll()
                                        ? isGiven(row, unique.columns(), unique.isNullEqual())
                                        : clashes.isHeld(unique, row)));
    }

    private boolean isGiven(Map<String, String> row, List<String> columns, boolean isNullEqual) {
        return columns.stream().allMatch(column -> {
            String value = row.getOrDefault(column.toLowerCase(Locale.ROOT), "");
            boolean isNothing = value.isEmpty() || value.equalsIgnoreCase("DEFAULT");
            boolean isAsked = value.toUpperCase(Locale.ROOT).startsWith("(SELECT");
            return !isNothing && !isAsked && (isNullEqual || !value.equalsIgnoreCase("NULL")) && !Inserts.isMoving(value);
        });
    }
}
