package dev.migtrue.language.sql.rerun;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** By which columns the rows of a table are told apart. */
final class Keys {

    /**
     * The columns of one key.
     *
     * @param isNullEqual whether two rows without a value are the same
     * @param where which rows it is about; empty for all
     */
    record Unique(List<String> columns, boolean isNullEqual, String where) {

        Unique {
            columns = List.copyOf(columns);
        }

        /** Whether it is made from more than columns. */
        boolean isOfExpressions() {
            return columns.contains("()");
        }

        boolean isOfAll() {
            return where.isEmpty() && !isOfExpressions();
        }
    }

    private final World world;

    Keys(World world) {
        this.world = world;
    }

    /** Those of columns that hold all rows to them. */
    List<Unique> of(Key table) {
        return all(table).stream().filter(Unique::isOfAll).toList();
    }

    /** With those of expressions and of some rows. */
    List<Unique> all(Key table) {
        List<Unique> keys = new ArrayList<>();
        Set<Key> held = new TreeSet<>(world.parts(table));
        world.members(table).stream()
                .filter(member -> member.space() != Space.COLUMN)
                .forEach(held::add);
        for (Key key : held) {
            Entry entry = world.find(key).orElseThrow();
            String columns = entry.facets().getOrDefault("unique", "");
            if (!columns.isEmpty()) {
                keys.add(new Unique(
                        List.of(columns.split(",")),
                        entry.facets().containsKey("nulls"),
                        entry.facets().getOrDefault("where", "")));
            }
        }
        return keys;
    }

    /** By the columns that foreign keys name, unless another key has the same. */
    private boolean isPointedTo(Key table, Entry key) {
        String columns = key.facets().getOrDefault("unique", "");
        boolean isPrimary = "PRIMARY_KEY".equals(key.facets().get("kind"));
        boolean isOnlyOne = of(table).stream()
                        .filter(other -> String.join(",", other.columns()).equalsIgnoreCase(columns))
                        .count()
                == 1;
        return isOnlyOne
                && pointing(table)
                        .map(other -> world.find(other).orElseThrow().facets().getOrDefault("referred", ""))
                        .anyMatch(referred -> referred.isEmpty() ? isPrimary : referred.equalsIgnoreCase(columns));
    }

    /** Whether a foreign key points to the table and there is no other key that it could mean. */
    boolean isReferenced(Key table, Key key) {
        if (world.find(key).orElseThrow().facets().containsKey("referred")) {
            return isPointedTo(table, world.find(key).orElseThrow());
        }
        return pointing(table).findAny().isPresent() && of(table).size() == 1 && world.has(key);
    }

    private Stream<Key> pointing(Key table) {
        return world.users(table).stream().filter(key -> key.space() == Space.CONSTRAINT);
    }
}
