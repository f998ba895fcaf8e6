package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.Optional;

/** What becomes of things that get other names. */
final class Renames {

    private final Engine engine;
    private final World world;

    Renames(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    void rename(Action.Rename rename) {
        for (Action.Renaming renaming : rename.renamings()) {
            Key from = engine.names().key(rename.kind(), renaming.from(), Optional.empty(), Optional.empty());
            move(from, beside(from, renaming.to()), rename.modifiers(), rename.kind());
        }
    }

    /** The new name in the schema of the old one, unless it says another. */
    Key beside(Key from, Mention to) {
        String name = engine.names().plain(to);
        int dot = from.name().lastIndexOf('.');
        boolean isPlain = to.name().parts().size() == 1;
        boolean isOfSchema = from.space() == Space.RELATION || from.space() == Space.TYPE;
        String schema = isPlain && dot >= 0 && isOfSchema ? from.name().substring(0, dot + 1) : "";
        return new Key(from.space(), from.owner(), schema + name);
    }

    /** Whether it was done. */
    boolean move(Key from, Key to, Modifiers modifiers, ObjectKind kind) {
        switch (world.known(from)) {
            case ABSENT -> {
                if (Engine.isGuarded(modifiers)) {
                    return false;
                }
                throw engine.unknown(from);
            }
            case UNKNOWN -> {
                // Where the name is taken, a script that runs has nothing there to rename.
                if (Engine.isGuarded(modifiers) && world.has(to)) {
                    return false;
                }
                world.assume(from, kind);
            }
            case PRESENT -> {}
        }
        boolean isSame = from.equals(to) && from.space() == Space.COLUMN && engine.dialect() != Dialect.POSTGRESQL;
        if (isSame) {
            return true;
        }
        if (world.has(to)) {
            throw engine.exists(to);
        }
        world.rename(from, to);
        if (from.space() == Space.COLUMN) {
            world.change(
                    Key.of(Space.RELATION, from.owner()),
                    entry -> entry.holding(entry.rows().renamed(from.name(), to.name())));
        }
        return true;
    }
}
