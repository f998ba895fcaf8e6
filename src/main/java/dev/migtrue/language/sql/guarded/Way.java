package dev.migtrue.language.sql.guarded;

/** What a dialect offers for a statement that finds its object there, or gone. */
enum Way {
    IF_NOT_EXISTS,
    IF_EXISTS,
    OR_REPLACE,
    OR_ALTER,
    /** Another statement in front of it. */
    DROP_FIRST,
    /** A block around it that takes the one error. */
    HANDLER,
    /** A question in front of it. */
    QUESTION,
    NONE
}
