package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries {@code USING} on values of a column, and once more on what it made of them. */
final class Conversions {

    private Conversions() {}

    /** How the values behave that get another type; absent where that cannot be tried. */
    static Optional<Expressions.Nature> of(Engine engine, Key table, Key column, Clause using, TypeName type) {
        try {
            return tried(engine, table, column.name(), Formula.of(using, new OwnRoutines(engine)), type);
        } catch (Value.Unknown unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Expressions.Nature> tried(
            Engine engine, Key table, String column, Formula formula, TypeName type) {
        String name = column.toLowerCase(java.util.Locale.ROOT);
        if (!formula.columns().equals(Set.of(name))) {
            return Optional.empty();
        }
        List<Value> values = new Samples(engine.world(), table, formula.columns(), formula.literals())
                .rows().stream()
                        .map(row -> row.getOrDefault(name, new Value.Nothing()))
                        .toList();
        int moved = 0;
        int still = 0;
        for (Value value : values) {
            try {
                Value once = Samples.stored(type.family(), formula.of(any -> value));
                Value twice = Samples.stored(type.family(), formula.of(any -> once));
                still += once.equals(twice) && !once.isNull() ? 1 : 0;
                moved += once.equals(twice) ? 0 : 1;
            } catch (Value.Unknown unknown) {
                // A value that the column would not have.
            }
        }
        return moved + still == 0
                ? Optional.empty()
                : Optional.of(moved > 0 ? Expressions.Nature.MOVING : Expressions.Nature.SETTLING);
    }
}
