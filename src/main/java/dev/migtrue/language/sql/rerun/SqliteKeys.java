package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which keys an {@code ON CONFLICT} of SQLite may name. */
final class SqliteKeys {

    private final Engine engine;
    private final World world;

    SqliteKeys(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    /** There has to be one that has just these columns. */
    void require(Key table, List<String> columns) {
        boolean isWhole = world.find(table).filter(Entry::isWhole).isPresent();
        if (engine.dialect() == Dialect.SQLITE && isWhole && !isKey(table, columns) && !hasOtherKeys(table)) {
            throw new Refused(Fault.SHAPE, "1", "\"" + table + "\" has no such key");
        }
    }

    /** Whether each table has such a column, though none is made. */
    boolean isOfEveryTable(String column) {
        return engine.dialect() == Dialect.SQLITE
                && Set.of("rowid", "oid", "_rowid_").contains(column.toLowerCase(Locale.ROOT));
    }

    private boolean isKey(Key table, List<String> columns) {
        List<String> wanted = columns.stream().sorted().toList();
        return new Keys(world)
                .of(table).stream()
                        .map(key -> key.columns().stream()
                                .map(one -> one.toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList())
                        .anyMatch(wanted::equals);
    }

    /** Such as are made from expressions, or hold for some rows only. */
    private boolean hasOtherKeys(Key table) {
        return world.parts(table).stream()
                .anyMatch(key ->
                        Text.words(world.find(key).orElseThrow().definition()).contains("unique"));
    }
}
