package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The indexes that MySQL makes for foreign keys where there is none. */
final class ImplicitIndexes {

    private static final String IMPLICIT = "implicit";

    private final World world;
    private final Key table;

    ImplicitIndexes(Engine engine, Key table) {
        this.world = engine.world();
        this.table = table;
    }

    /** By the name of the foreign key; a name that it made up itself is that of the column. */
    void make(Key constraint, List<String> columns) {
        if (columns.isEmpty() || isIndexed(columns.getFirst())) {
            return;
        }
        String name = constraint.name().contains("_ibfk_") ? columns.getFirst() : constraint.name();
        Key key = table.member(Space.INDEX, name);
        if (!world.has(key)) {
            Set<Key> partOf = new HashSet<>(Set.of(table));
            columns.forEach(column -> partOf.add(table.member(Space.COLUMN, column)));
            world.put(
                    key,
                    Entry.of(ObjectKind.INDEX, "for " + constraint.name())
                            .partOf(partOf)
                            .with(IMPLICIT, columns.getFirst()));
        }
    }

    private boolean isIndexed(String column) {
        Key first = table.member(Space.COLUMN, column);
        return world.parts(first).stream()
                .filter(key -> key.isMemberOf(table))
                .anyMatch(key -> key.space() == Space.INDEX
                        || world.find(key).orElseThrow().facets().containsKey("unique"));
    }

    /** One that somebody asks for takes their place. */
    void giveWay(List<String> columns) {
        for (Key key : world.members(table, Space.INDEX)) {
            boolean isReplaced = world.find(key)
                    .map(entry -> entry.facets().getOrDefault(IMPLICIT, ""))
                    .filter(column -> !columns.isEmpty() && column.equals(columns.getFirst()))
                    .isPresent();
            if (isReplaced) {
                world.remove(key);
            }
        }
    }
}
