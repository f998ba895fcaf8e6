package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;

/** What {@code COPY} does. */
final class Copies {

    private final Engine engine;
    private final World world;
    private final Text text;

    Copies(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    void copy(Action.Copy copy) {
        if (copy.direction() == Action.Copy.Direction.OUT) {
            return;
        }
        copy.table().ifPresent(table -> {
            Key key = engine.required(table);
            Effect lines = new Effect.Insert(text.plain(), List.of(), false);
            Rows rows = world.find(key).map(Entry::rows).orElse(Rows.NONE);
            if (Fillings.isThere(rows, lines) && isKeyed(key, copy)) {
                throw engine.refused(Fault.DUPLICATE_ROW, Space.RELATION, "the rows are in \"" + key + "\" already");
            }
            world.change(key, entry -> entry.holding(entry.rows().after(lines)));
        });
    }

    /** Whether the lines hold the values of a key: they hold all columns, or those that are listed. */
    private boolean isKeyed(Key table, Action.Copy copy) {
        List<String> words = copy.clause().words();
        int from = words.stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList()
                .indexOf("FROM");
        List<String> head = words.subList(0, Math.max(0, from)).stream()
                .map(Equalities::last)
                .toList();
        return new Keys(world)
                .of(table).stream()
                        .anyMatch(key -> !head.contains("(")
                                || key.columns().stream()
                                        .map(column -> column.toLowerCase(Locale.ROOT))
                                        .allMatch(head::contains));
    }
}
