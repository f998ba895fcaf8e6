package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.Locale;

/** Which files a session of SQLite has open by which names, and what it does to a whole file. */
final class SqliteFiles {

    private final Engine engine;

    SqliteFiles(Engine engine) {
        this.engine = engine;
    }

    /** What was only in memory goes. */
    void close() {
        World world = engine.world();
        for (Key file : world.keys(Space.PREPARED, key -> key.name().startsWith("file "))) {
            boolean isInMemory = world.find(file).orElseThrow().definition().contains("':memory:'");
            String prefix = file.name().substring("file ".length()) + ".";
            if (isInMemory) {
                world.keys(key -> key.owner().isEmpty() && key.name().startsWith(prefix))
                        .forEach(world::remove);
            }
        }
    }

    void run(Action.Utility utility) {
        if (engine.dialect() != Dialect.SQLITE) {
            return;
        }
        String name = utility.clause().words().getLast().toLowerCase(Locale.ROOT);
        // It goes with the session, as a prepared statement does.
        Key key = Key.of(Space.PREPARED, "file " + name);
        World world = engine.world();
        switch (utility.verb()) {
            case "ATTACH" -> {
                if (world.has(key)) {
                    throw new Refused(Fault.EXISTS, "1", "\"" + name + "\" is attached already");
                }
                world.put(key, Entry.of(ObjectKind.DATABASE, utility.clause().toString()));
            }
            case "DETACH" -> {
                if (!world.has(key)) {
                    throw new Refused(Fault.MISSING, "1", "\"" + name + "\" is not attached");
                }
                world.remove(key);
            }
            default -> {
                if (engine.session().isInTransaction()) {
                    throw new Refused(Fault.STATE, "1", "a file cannot be made anew within a transaction");
                }
            }
        }
    }
}
