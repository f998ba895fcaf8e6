package dev.migtrue.language.code.follow;

import dev.migtrue.model.Span;

/**
 * A call of a function that is none of the file's.
 *
 * @param function as it is reached
 * @param following what can be had followed for it: functions that are handed over
 * @param at the call in the file
 */
public record Call(Value function, Arguments arguments, Following following, Span at) {

    /** The last word of how the function is reached; empty where it has none. */
    public String name() {
        return Values.lastName(function);
    }
}
