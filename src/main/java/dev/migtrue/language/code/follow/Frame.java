package dev.migtrue.language.code.follow;

import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;

/**
 * A function while it runs.
 *
 * @param caller the call that it runs for; absent in the module and in what the run begins with
 * @param given the strings that were handed over
 * @param depth how many calls it lies inside
 */
record Frame(Scope scope, Optional<Span> caller, List<String> given, int depth) {

    Frame {
        given = List.copyOf(given);
    }

    static Frame first(Scope scope) {
        return new Frame(scope, Optional.empty(), List.of(), 0);
    }

    /** One that may go another way. */
    Frame copy() {
        return new Frame(scope.copy(), caller, given, depth);
    }

    /** The frame of a function that is called from here. */
    Frame called(Scope inside, List<String> handed, Span at) {
        return new Frame(inside, Optional.of(of(handed, at)), handed, depth + 1);
    }

    /** The place to name for something: where a function does what it is told by its arguments, the call that tells it so. */
    Span placeOf(String sql, Span at) {
        return of(given.stream().filter(sql::contains).toList(), at);
    }

    private Span of(List<String> texts, Span at) {
        return texts.stream().anyMatch(given::contains) ? caller.orElse(at) : at;
    }
}
