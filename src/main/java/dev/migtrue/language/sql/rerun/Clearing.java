package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Modifier;
import java.util.List;

/** What {@code TRUNCATE} does. */
final class Clearing {

    private final Engine engine;
    private final World world;

    Clearing(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    void truncate(Action.Truncate truncate) {
        List<Key> all = truncate.tables().stream().map(engine::required).toList();
        for (Key table : all) {
            pointing(table, all, truncate.modifiers().has(Modifier.CASCADE));
            engine.empty(table);
            world.change(table, entry -> entry.holding(Rows.NONE));
            if (truncate.modifiers().has(Modifier.RESTART_IDENTITY)) {
                new Counters(world).restart(table);
            }
        }
    }

    /** Tables that point to one which is cleared are cleared too, or stand in the way. */
    private void pointing(Key table, List<Key> all, boolean isCascading) {
        if (engine.dialect() != Dialect.POSTGRESQL) {
            return;
        }
        for (Key key : world.users(table)) {
            if (key.space() != Space.CONSTRAINT) {
                continue;
            }
            Key child = Key.of(Space.RELATION, key.owner());
            if (all.contains(child)) {
                continue;
            }
            if (!isCascading) {
                throw new Refused(Refused.Fault.IN_USE, "0A000", "\"" + child + "\" points to \"" + table + "\"");
            }
            engine.empty(child);
            world.change(child, entry -> entry.holding(Rows.NONE));
        }
    }
}
