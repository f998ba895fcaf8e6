package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;

/** Statements that the reader has no words for, and that are clear nevertheless. */
final class Rarities {

    private final Engine engine;

    Rarities(Engine engine) {
        this.engine = engine;
    }

    void run(Action.Unrecognized unrecognized) {
        List<String> words = unrecognized.clause().words().stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList();
        switch (engine.dialect()) {
            case H2 -> ofH2(unrecognized, words);
            case MYSQL, MARIADB -> {
                if (!words.getFirst().equals("HANDLER")) {
                    doubt(unrecognized);
                }
            }
            case SQLITE -> throw engine.refused(Fault.SYNTAX, Space.OTHER, "the server knows no such statement");
            case POSTGRESQL, SQL_SERVER, ORACLE, ANSI -> doubt(unrecognized);
        }
    }

    private void ofH2(Action.Unrecognized unrecognized, List<String> words) {
        World world = engine.world();
        if (words.subList(0, Math.min(3, words.size())).equals(List.of("DROP", "ALL", "OBJECTS"))) {
            world.keys(Space.RELATION, key -> key.owner().isEmpty()).forEach(engine::empty);
            world.keys(key -> !key.equals(Sundries.MODE)).forEach(world::remove);
        } else if (!words.getFirst().equals("CALL")) {
            doubt(unrecognized);
        }
    }

    /** Whatever it does, it does to what it names. */
    private void doubt(Action.Unrecognized unrecognized) {
        engine.doubts()
                .addOf(
                        "a statement that is not understood",
                        unrecognized.clause().toString());
    }
}
