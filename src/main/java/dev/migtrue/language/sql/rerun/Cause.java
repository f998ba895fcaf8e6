package dev.migtrue.language.sql.rerun;

import dev.migtrue.model.Span;

/**
 * Why a second run does not end as the first did, told once for all that follows from it.
 *
 * @param at the statement, or the part of it, in the migration's file
 * @param object what it is about, as the script names it; empty where it is about none
 * @param detail what happens there, in words that may follow a colon: lower case, no full stop
 */
public record Cause(Kind kind, Span at, String object, String detail) {

    /** What is wrong, one for each rule that tells of it. */
    public enum Kind {
        /** The second run is refused. */
        REFUSED
    }
}
