package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.Locale;
import java.util.Set;

/** What keeps a column from being dropped. */
final class ColumnUses {

    private final Engine engine;
    private final World world;

    ColumnUses(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    void requireNone(Key table, Key column) {
        boolean isUsed = switch (engine.dialect()) {
            case SQLITE -> isUsedInSqlite(table, column);
            case MYSQL, MARIADB -> isInForeignKey(column);
            case POSTGRESQL, H2, SQL_SERVER, ORACLE, ANSI -> false;
        };
        if (isUsed) {
            throw engine.refused(Fault.IN_USE, Space.COLUMN, "\"" + column + "\" is in use");
        }
    }

    private boolean isInForeignKey(Key column) {
        return world.parts(column).stream()
                .anyMatch(key -> key.space() == Space.CONSTRAINT && isOf(key, "FOREIGN_KEY"));
    }

    private boolean isOf(Key key, String kind) {
        return world.find(key)
                .flatMap(ConstraintAddition::kind)
                .filter(kind::equals)
                .isPresent();
    }

    /** Keys, indexes, views and triggers have to go first; a check that stands beside the column goes with it. */
    private boolean isUsedInSqlite(Key table, Key column) {
        boolean isInKeyOrIndex =
                world.parts(column).stream().anyMatch(key -> key.space() != Space.CONSTRAINT || !isOf(key, "CHECK"));
        return isInKeyOrIndex
                || !world.dependents(column).isEmpty()
                || isInCode(table, column)
                || isInCheckOfTable(table, column);
    }

    private boolean isInCode(Key table, Key column) {
        return world.parts(table).stream()
                .filter(key -> key.space() == Space.TRIGGER)
                .map(key -> world.find(key).orElseThrow())
                .filter(entry -> entry.kind() == ObjectKind.TRIGGER)
                .anyMatch(entry -> isSaid(entry, column));
    }

    private boolean isInCheckOfTable(Key table, Key column) {
        return world.members(table, Space.CONSTRAINT).stream()
                .filter(key -> isOf(key, "CHECK"))
                .map(key -> world.find(key).orElseThrow())
                .anyMatch(entry -> !entry.partOf().contains(column) && isSaid(entry, column));
    }

    private static boolean isSaid(Entry entry, Key column) {
        Set<String> words = Text.words(entry.definition());
        return words.contains(column.name().toLowerCase(Locale.ROOT));
    }
}
