package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs the steps of loops. */
final class Loops {

    private static final String ROUNDS = "how often a loop runs";

    private final Engine engine;

    Loops(Engine engine) {
        this.engine = engine;
    }

    void run(Step.Loop loop, Runnable steps) {
        List<String> words = loop.head().words();
        int in = indexOf(words, "IN");
        List<String> elements = elements(words);
        if (in > 0 && !elements.isEmpty()) {
            for (String element : elements) {
                engine.variables().text(words.get(in - 1), Equalities.content(element));
                steps.run();
            }
            engine.variables().forget(words.get(in - 1));
            return;
        }
        boolean isFixed = in > 0
                && words.subList(in + 1, words.size()).stream()
                        .allMatch(word -> word.matches("[\\d.]+|REVERSE|reverse"));
        if (isFixed) {
            // Once is enough to see what each round does.
            if (engine.session().isRecounted()) {
                engine.doubt(ROUNDS);
            }
            engine.variables().text(words.get(in - 1), words.get(in + 1).replaceAll("\\..*", ""));
            steps.run();
            engine.variables().forget(words.get(in - 1));
            return;
        }
        openly(steps);
    }

    /** How often nobody knows, which matters only where the steps do something in the second run. */
    private void openly(Runnable steps) {
        World before = engine.world().copy();
        Optional<Refused> refused = Optional.empty();
        try {
            steps.run();
        } catch (Refused thrown) {
            refused = Optional.of(thrown);
        }
        boolean isIdle = refused.isEmpty() && before.differing(engine.world()).isEmpty();
        boolean isAsked = !engine.isFirstRun() || engine.session().isRecounted();
        if (isAsked && !isIdle) {
            engine.doubt(ROUNDS);
        }
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private static int indexOf(List<String> words, String word) {
        return words.stream().map(one -> one.toUpperCase(Locale.ROOT)).toList().indexOf(word);
    }

    /** Those of {@code FOREACH x IN ARRAY ARRAY['a', 'b']}, and of such an array that a query unfolds. */
    private static List<String> elements(List<String> words) {
        boolean isArray =
                indexOf(words, "ARRAY") > 0 && words.stream().noneMatch(word -> word.equalsIgnoreCase("FROM"));
        return isArray ? words.stream().filter(word -> word.startsWith("'")).toList() : List.of();
    }
}
