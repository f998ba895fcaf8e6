package dev.migtrue.language.sql.rerun;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of tables, where all of them are written out. */
final class KnownRows {

    private final World world;

    KnownRows(World world) {
        this.world = world;
    }

    /** With the values that are written out; absent where there may be others. */
    Optional<List<Map<String, Value>>> of(Key table) {
        Rows rows = world.find(table).map(Entry::rows).orElse(Rows.given(""));
        boolean isWritten = rows.origin().isEmpty()
                && rows.effects().stream()
                        .allMatch(effect -> effect instanceof Effect.Insert insert
                                && !insert.values().isEmpty());
        if (!isWritten) {
            return Optional.empty();
        }
        List<Map<String, Value>> all = new ArrayList<>();
        rows.effects().forEach(effect -> ((Effect.Insert) effect).values().forEach(row -> all.add(row(table, row))));
        return Optional.of(all);
    }

    /** A row with what its columns have by default. */
    Map<String, Value> row(Key table, Map<String, String> written) {
        Map<String, Value> row = new HashMap<>();
        for (Key column : world.members(table, Space.COLUMN)) {
            Entry entry = world.find(column).orElseThrow();
            boolean isCounted = entry.facets().containsKey("counted");
            String name = column.name().toLowerCase(Locale.ROOT);
            String standard = entry.facets().getOrDefault("default", isCounted ? "" : "NULL");
            literal(written.getOrDefault(name, standard)).ifPresent(value -> {
                try {
                    row.put(name, Samples.stored(world, table, name, value));
                } catch (Value.Unknown unknown) {
                    // It stays one that nobody knows.
                }
            });
        }
        return row;
    }

    /** What is written out as one value. */
    static Optional<Value> literal(String text) {
        boolean isText = text.length() > 1 && text.startsWith("'") && text.indexOf('\'', 1) == text.length() - 1;
        if (isText) {
            return Optional.of(new Value.Text(text.substring(1, text.length() - 1)));
        }
        if (Value.NUMBER.matcher(text).matches()) {
            return Optional.of(new Value.Numeric(new BigDecimal(text)));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "null" -> Optional.of(new Value.Nothing());
            case "true" -> Optional.of(Value.of(true));
            case "false" -> Optional.of(Value.of(false));
            default -> Optional.empty();
        };
    }
}
