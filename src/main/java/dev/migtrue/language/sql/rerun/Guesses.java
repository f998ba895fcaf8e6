package dev.migtrue.language.sql.rerun;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Values for expressions that are not worked out: the same again for the same row. */
final class Guesses {

    private final int seed;
    private final Set<String> unsteady;
    private final Set<String> made = new HashSet<>();
    private int run;
    private boolean isMisfit;

    /** @param unsteady tables that the program changes, so that what is asked of them may be another each time */
    Guesses(int seed, Set<String> unsteady) {
        this.seed = seed;
        this.unsteady = unsteady;
    }

    void beginSecondRun() {
        run = 1;
    }

    /** A row does not suit an expression that suits others: it has a text where a number should be. */
    void misfit() {
        isMisfit = true;
    }

    boolean isMisfit() {
        return isMisfit;
    }

    /** Whether one was needed. */
    boolean isGuessing() {
        return !made.isEmpty();
    }

    Value value(Term term, Map<String, Value> read) {
        int guess = guess(term, read);
        return guess % 4 == 0 ? new Value.Nothing() : new Value.Text("guess " + guess);
    }

    boolean truth(Term term, Map<String, Value> read) {
        return guess(term, read) % 2 == 0;
    }

    private int guess(Term term, Map<String, Value> read) {
        made.add(term.text());
        boolean isUnsteady = term.words().stream().anyMatch(unsteady::contains);
        int mixed = Objects.hash(seed, term.text(), read.toString(), isUnsteady ? run : 0) * 0x9E3779B1;
        return (mixed >>> 8) & 0xFFFF;
    }
}
