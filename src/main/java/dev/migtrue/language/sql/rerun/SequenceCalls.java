package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Set;

/** What functions of sequences do. */
final class SequenceCalls {

    static final Set<String> COUNTING = Set.of("nextval", "setval");

    private final Engine engine;
    private final World world;

    SequenceCalls(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    void count(String function, Clause clause) {
        String sequence = clause.words().stream()
                .filter(word -> word.startsWith("'"))
                .findFirst()
                .map(Equalities::content)
                .orElseGet(() -> argument(function, clause));
        Key key = Key.of(engine.names().space(ObjectKind.SEQUENCE), sequence);
        world.assume(key, ObjectKind.SEQUENCE);
        if (function.equals("setval")) {
            start(key, clause.words());
        }
        world.change(
                key,
                entry -> entry.with("COUNTER", function.equals("nextval") ? engine.newValue() : clause.toString()));
    }

    /** {@code setval('s', 100, false)}: a number and nothing that is worked out. */
    private void start(Key sequence, List<String> words) {
        int comma = words.indexOf(",");
        boolean isNumber =
                comma > 0 && comma + 2 < words.size() && Set.of(",", ")").contains(words.get(comma + 2));
        if (isNumber) {
            new CounterStarts(engine).start(sequence, words.get(comma + 1));
        }
    }

    /** MariaDB takes the name of a sequence as it is. */
    private String argument(String function, Clause clause) {
        List<String> words = clause.words();
        for (int index = 0; index + 2 < words.size(); index++) {
            if (words.get(index).equalsIgnoreCase(function)
                    && words.get(index + 1).equals("(")) {
                return engine.dialect().names().plain(words.get(index + 2).replace("`", ""));
            }
        }
        return "";
    }

    /** {@code NEXT VALUE FOR sequence}. */
    void countNext(Clause clause) {
        List<String> words = clause.words();
        for (int index = 0; index + 3 < words.size(); index++) {
            boolean isNext = words.get(index).equalsIgnoreCase("NEXT")
                    && words.get(index + 1).equalsIgnoreCase("VALUE")
                    && words.get(index + 2).equalsIgnoreCase("FOR");
            if (isNext) {
                String name =
                        engine.dialect().names().plain(words.get(index + 3).replace("`", ""));
                Key key = Key.of(engine.names().space(ObjectKind.SEQUENCE), name);
                world.assume(key, ObjectKind.SEQUENCE);
                world.change(key, entry -> entry.with("COUNTER", engine.newValue()));
            }
        }
    }
}
