package dev.migtrue.language.sql.standing;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Span;

/**
 * Where a statement meets an object that is there and is not what the statement takes it for.
 *
 * @param at the statement or the part of it
 * @param statement the whole statement
 * @param object with its kind: {@code table "t"}
 * @param detail what is otherwise, in words that may follow a colon
 * @param built where the object was built
 */
public record Clash(Kind kind, Span at, Span statement, String object, String detail, FileSpan built) {

    /** What comes of it. */
    public enum Kind {
        /** A guard passes over an object with another definition. */
        HIDDEN,
        /** The object cannot be replaced by this one. */
        OTHER_SHAPE,
        /** A second routine of the name comes beside the first. */
        OVERLOAD,
        /** What was set on the object is gone with its replacement. */
        RESET,
        /** What a column had is gone with its new definition. */
        RESTATED
    }
}
