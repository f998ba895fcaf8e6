package dev.migtrue.language.sql.rerun;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The effects of one table in order, with where to find them. Grows at its end, so that what was there stays. */
final class EffectLog {

    /** A row, and the place of the effect that put it there. */
    record Written(int effect, Map<String, String> row) {}

    /** The rows by their values of one column; grows when somebody asks. */
    private static final class Column {

        private final Map<String, List<Written>> rows = new HashMap<>();
        private int read;
    }

    private final List<Effect> all = new ArrayList<>();
    private final Map<String, List<Integer>> byWording = new HashMap<>();
    private final List<Integer> others = new ArrayList<>();
    private final Map<String, Column> columns = new HashMap<>();

    EffectLog(List<Effect> effects) {
        effects.forEach(this::add);
    }

    void add(Effect effect) {
        byWording
                .computeIfAbsent(effect.wording(), wording -> new ArrayList<>())
                .add(all.size());
        if (!(effect instanceof Effect.Insert)) {
            others.add(all.size());
        }
        all.add(effect);
    }

    List<Effect> all() {
        return all;
    }

    List<Integer> worded(String wording) {
        return byWording.getOrDefault(wording, List.of());
    }

    /** The places of those that put no written rows there. */
    List<Integer> others() {
        return others;
    }

    /** The rows that were put there with a value, whatever became of them. */
    List<Written> written(String name, String value) {
        Column column = columns.computeIfAbsent(name, wanted -> new Column());
        for (; column.read < all.size(); column.read++) {
            if (all.get(column.read) instanceof Effect.Insert insert) {
                for (Map<String, String> row : insert.values()) {
                    Written written = new Written(column.read, row);
                    column.rows
                            .computeIfAbsent(row.getOrDefault(name, ""), given -> new ArrayList<>())
                            .add(written);
                }
            }
        }
        return column.rows.getOrDefault(value, List.of());
    }

    /** How many of some places in order stand before another one. */
    static int below(List<Integer> places, int place) {
        int at = Collections.binarySearch(places, place);
        return at < 0 ? -at - 1 : at;
    }
}
