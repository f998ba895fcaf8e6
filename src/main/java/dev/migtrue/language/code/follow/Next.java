package dev.migtrue.language.code.follow;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What is done behind a stretch of code, by the way it is left.
 *
 * @param ended behind its last statement
 * @param returned with what is handed back
 * @param again by {@code continue}
 * @param broken by {@code break}
 */
record Next(
        Function<Frame, Outcome> ended,
        BiFunction<Value, Frame, Outcome> returned,
        Function<Frame, Outcome> again,
        Function<Frame, Outcome> broken) {

    /** Nothing; what is returned is handed on. */
    static final Next NOTHING = new Next(
            frame -> Outcome.NOTHING,
            (value, frame) -> Outcome.of(value),
            frame -> Outcome.NOTHING,
            frame -> Outcome.NOTHING);

    Next ending(Function<Frame, Outcome> end) {
        return new Next(end, returned, again, broken);
    }

    Next looping(Function<Frame, Outcome> round, Function<Frame, Outcome> behind) {
        return new Next(round, returned, round, behind);
    }
}
