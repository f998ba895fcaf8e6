package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Expression;
import dev.migtrue.language.sql.reader.ExpressionReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What {@code MERGE} does. */
final class Merges {

    private final Engine engine;
    private final World world;
    private final Text text;

    Merges(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    private void apply(Key table, Effect effect) {
        world.change(table, entry -> entry.holding(entry.rows().after(effect)));
    }

    void merge(Action.Merge merge) {
        Key table = engine.required(merge.table());
        if (!merge.key().isEmpty() || merge.on().isEmpty()) {
            requireKey(merge, table);
            apply(table, new Effect.Fill(text.plain(), !isMovingSource(merge, table)));
            return;
        }
        String on = merge.on().get().toString().toUpperCase(Locale.ROOT);
        boolean isNever = on.equals("FALSE") || on.equals("1 = 0");
        boolean isMoving = merge.branches().stream().anyMatch(branch -> isMoving(branch)) || goesAndComes(merge);
        apply(table, new Effect.Fill(text.plain(), !isNever && !isMoving));
    }

    /** Whether the values are others each time: by chance, or made from those that are there. */
    private boolean isMovingSource(Action.Merge merge, Key table) {
        java.util.List<String> words = merge.source().words();
        boolean isOfItself = words.stream().map(Equalities::last).anyMatch(Equalities.last(table.name())::equals)
                && words.stream()
                        .anyMatch(word -> Set.of("+", "-", "*", "/", "||").contains(word));
        return Moving.isIn(merge.source().toString()) || isOfItself;
    }

    /** Without a key in the statement it takes that of the table. */
    private void requireKey(Action.Merge merge, Key table) {
        boolean isWithout = merge.key().isEmpty()
                && world.find(table).filter(Entry::isWhole).isPresent()
                && new Keys(world).of(table).isEmpty();
        if (isWithout) {
            throw engine.refused(Refused.Fault.MISSING, Space.INDEX, "\"" + table + "\" has no primary key");
        }
    }

    /** Rows that are there are deleted, and those that are not come. */
    private static boolean goesAndComes(Action.Merge merge) {
        List<Set<String>> words = merge.branches().stream()
                .map(branch -> Text.words(branch.toString()))
                .toList();
        return words.stream().anyMatch(branch -> branch.contains("delete") && !branch.contains("not"))
                && words.stream().anyMatch(branch -> branch.contains("insert"));
    }

    private boolean isMoving(Clause branch) {
        Expression expression = ExpressionReader.read(branch, engine.dialect());
        String words = branch.toString().toUpperCase(Locale.ROOT);
        boolean isArithmetic = branch.words().stream()
                .anyMatch(word -> Set.of("+", "-", "*", "/", "||").contains(word));
        return words.contains("UPDATE") && (isArithmetic || Expressions.isVolatile(expression));
    }
}
