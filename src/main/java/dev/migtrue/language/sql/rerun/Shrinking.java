package dev.migtrue.language.sql.rerun;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What MySQL does to indexes over several columns when one of these is dropped: they go on without it.
 *
 * @param column the one that is dropped
 */
record Shrinking(World world, Key column) {

    void shrink() {
        for (Key part : world.parts(column)) {
            Entry entry = world.find(part).orElseThrow();
            boolean hasOthers =
                    entry.partOf().stream().anyMatch(other -> other.space() == Space.COLUMN && !other.equals(column));
            boolean isIndex = part.space() == Space.INDEX
                    || "PRIMARY_KEY".equals(entry.facets().get("kind"));
            if (isIndex && hasOthers) {
                world.change(part, this::without);
            }
        }
    }

    private Entry without(Entry entry) {
        Set<Key> partOf = new HashSet<>(entry.partOf());
        partOf.remove(column);
        Entry rest = entry.partOf(partOf);
        rest = without(rest, Traits.KEYS, "\n");
        return without(rest, "unique", ",");
    }

    private Entry without(Entry entry, String facet, String comma) {
        String names = entry.facets().getOrDefault(facet, "");
        return names.isEmpty()
                ? entry
                : entry.with(
                        facet,
                        Stream.of(names)
                                .flatMap(all -> Arrays.stream(all.split(comma, -1)))
                                .filter(name -> !isColumn(name))
                                .collect(Collectors.joining(comma)));
    }

    /** With a length or a direction behind it, perhaps. */
    private boolean isColumn(String key) {
        String name = key.strip().replaceFirst("(?s)[\\s(].*", "").replace("`", "");
        return name.toLowerCase(Locale.ROOT).equals(column.name().toLowerCase(Locale.ROOT));
    }
}
