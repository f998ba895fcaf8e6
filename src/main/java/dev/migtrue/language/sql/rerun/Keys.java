package dev.migtrue.language.sql.rerun;

import java.util.ArrayList;
import java.util.List;

/** By which columns the rows of a table are told apart. */
final class Keys {

    /** The columns of one key; {@code isNullEqual} where two rows without a value are the same. */
    record Unique(List<String> columns, boolean isNullEqual) {
        Unique {
            columns = List.copyOf(columns);
        }
    }

    private final World world;

    Keys(World world) {
        this.world = world;
    }

    List<Unique> of(Key table) {
        List<Unique> keys = new ArrayList<>();
        for (Key key : world.keys(other -> isOf(other, table))) {
            Entry entry = world.find(key).orElseThrow();
            String columns = entry.facets().getOrDefault("unique", "");
            if (!columns.isEmpty() && !columns.contains("()")) {
                keys.add(new Unique(List.of(columns.split(",")), entry.facets().containsKey("nulls")));
            }
        }
        return keys;
    }

    private boolean isOf(Key key, Key table) {
        return (key.isMemberOf(table) && key.space() != Space.COLUMN)
                || world.find(key).orElseThrow().partOf().contains(table);
    }

    /** Whether a foreign key points to the table and there is no other key that it could mean. */
    boolean isReferenced(Key table, Key key) {
        return world
                        .keys(other -> other.space() == Space.CONSTRAINT
                                && world.find(other).orElseThrow().uses().contains(table))
                        .stream()
                        .findAny()
                        .isPresent()
                && of(table).size() == 1
                && world.has(key);
    }
}
