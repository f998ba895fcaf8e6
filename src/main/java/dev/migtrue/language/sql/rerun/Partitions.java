package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an {@code ALTER} of MySQL does to how a table is divided. */
final class Partitions {

    private static final String DIVIDED = "divided";

    private final Engine engine;
    private final World world;
    private final Key table;

    Partitions(Engine engine, Key table) {
        this.engine = engine;
        this.world = engine.world();
        this.table = table;
    }

    /** Whether the words were about partitions. */
    boolean change(Clause clause) {
        List<String> words = clause.words();
        String first = words.isEmpty() ? "" : words.getFirst().toUpperCase(Locale.ROOT);
        String second = words.size() > 1 ? words.get(1).toUpperCase(Locale.ROOT) : "";
        boolean isOther = !engine.names().isOneWithDatabase()
                || (!second.equals("PARTITION") && !second.equals("BY") && !second.equals("PARTITIONING"));
        if (isOther) {
            return false;
        }
        switch (first) {
            case "REORGANIZE" -> reorganize(words);
            case "REMOVE" -> remove();
            case "PARTITION" -> world.change(table, entry -> entry.with(DIVIDED, clause.toString()));
            case "EXCHANGE" -> exchange(words);
            case "ADD", "COALESCE" -> count(clause.toString());
            case "REBUILD", "ANALYZE", "CHECK", "OPTIMIZE", "REPAIR" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A table that has partitions already may say how many more. */
    private void count(String clause) {
        String before = world.find(table)
                .map(entry -> entry.facets().getOrDefault(DIVIDED, ""))
                .orElse("");
        world.change(table, entry -> entry.with(DIVIDED, Integer.toHexString((before + clause).hashCode())));
    }

    private void remove() {
        Entry entry = world.find(table).orElseThrow();
        boolean isWhole = "no".equals(entry.facets().get(DIVIDED))
                || (entry.isWhole()
                        && world.members(table, Space.PARTITION).isEmpty()
                        && !entry.facets().containsKey(DIVIDED)
                        && !Text.words(entry.definition()).contains("partition"));
        if (isWhole) {
            throw new Refused(Fault.STATE, "1505", "\"" + table + "\" has no partitions");
        }
        world.members(table, Space.PARTITION).forEach(world::remove);
        world.change(table, same -> same.with(DIVIDED, "no"));
    }

    private void reorganize(List<String> words) {
        int into = words.stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList()
                .indexOf("INTO");
        List<Key> old = names(words.subList(2, Math.max(2, into)), ",");
        List<Key> now = names(words.subList(Math.max(0, into), words.size()), "PARTITION");
        for (Key key : old) {
            if (world.known(key) == World.Known.ABSENT) {
                throw engine.missing(key);
            }
        }
        old.forEach(world::remove);
        for (Key key : now) {
            if (world.has(key)) {
                throw engine.exists(key);
            }
            world.put(key, Entry.of(ObjectKind.TABLE, ""));
        }
    }

    /** The names at the beginning and behind each of these words. */
    private List<Key> names(List<String> words, String before) {
        List<Key> names = new ArrayList<>();
        for (int index = 0; index < words.size(); index++) {
            boolean isName = before.equals(",")
                    ? !words.get(index).equals(",")
                    : index > 0 && words.get(index - 1).equalsIgnoreCase(before);
            if (isName) {
                names.add(table.member(Space.PARTITION, words.get(index).replace("`", "")));
            }
        }
        return names;
    }

    /** The rows of a partition and those of a table change places. */
    private void exchange(List<String> words) {
        int at = words.stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList()
                .indexOf("TABLE");
        String partner = words.get(Math.min(at + 1, words.size() - 1));
        Effect effect = new Effect.Update("exchange with " + partner, Set.of(), Set.of(), false, true);
        world.change(table, entry -> entry.holding(entry.rows().after(effect)));
    }
}
