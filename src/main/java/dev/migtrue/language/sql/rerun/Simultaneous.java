package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.ArrayList;
import java.util.List;

/** New names for several columns at once, so that they may change places, as MySQL has it. */
final class Simultaneous {

    private final Engine engine;
    private final World world;
    private final Key table;

    Simultaneous(Engine engine, Key table) {
        this.engine = engine;
        this.world = engine.world();
        this.table = table;
    }

    /** Gives the columns their names, and leaves what else there is to do to them. */
    List<Change> rename(Action.Alter alter) {
        List<Change> renamings =
                alter.changes().stream().filter(Simultaneous::isRenaming).toList();
        boolean isPlain = renamings.size() < 2
                || !engine.names().isOneWithDatabase()
                || renamings.stream().anyMatch(change -> Engine.isGuarded(change.modifiers()));
        if (isPlain) {
            return alter.changes();
        }
        for (int index = 0; index < renamings.size(); index++) {
            Key from = column(from(renamings.get(index)));
            if (world.known(from) == World.Known.ABSENT) {
                throw engine.unknown(from);
            }
            world.assume(from, dev.migtrue.language.sql.ddl.ObjectKind.COLUMN);
            world.rename(from, passing(index));
        }
        List<Change> left = new ArrayList<>(alter.changes());
        for (int index = 0; index < renamings.size(); index++) {
            Key to = column(to(renamings.get(index)));
            if (world.has(to)) {
                throw engine.exists(to);
            }
            world.rename(passing(index), to);
            replace(left, renamings.get(index));
        }
        return left;
    }

    private static void replace(List<Change> left, Change change) {
        int at = left.indexOf(change);
        if (change instanceof Change.RedefineColumn redefine) {
            left.set(
                    at,
                    new Change.RedefineColumn(
                            redefine.column().name(), redefine.column(), redefine.modifiers(), redefine.place()));
        } else {
            left.remove(at);
        }
    }

    private Key passing(int index) {
        return table.member(Space.COLUMN, "column " + index + " on its way");
    }

    private Key column(Mention name) {
        return engine.names().column(table, name);
    }

    private static boolean isRenaming(Change change) {
        return change instanceof Change.RenameColumn
                || (change instanceof Change.RedefineColumn redefine
                        && !redefine.old()
                                .name()
                                .last()
                                .equals(redefine.column().name().name().last()));
    }

    private static Mention from(Change change) {
        return change instanceof Change.RenameColumn rename ? rename.from() : ((Change.RedefineColumn) change).old();
    }

    private static Mention to(Change change) {
        return change instanceof Change.RenameColumn rename
                ? rename.to()
                : ((Change.RedefineColumn) change).column().name();
    }
}
