package dev.migtrue.language.sql.ddl;

/** A word or two that change what a statement or a part of it does. */
public enum Modifier {
    OR_REPLACE,
    OR_ALTER,
    IF_NOT_EXISTS,
    IF_EXISTS,
    CONCURRENTLY,
    /** Gone with the session. */
    TEMPORARY,
    UNLOGGED,
    UNIQUE,
    FULLTEXT,
    SPATIAL,
    /** Of a trigger: one that can be deferred. */
    CONSTRAINT,
    RECURSIVE,
    /** Not what inherits from it. */
    ONLY,
    CASCADE,
    RESTRICT,
    NOT_VALID,
    NOT_ENFORCED,
    DEFERRABLE,
    INITIALLY_DEFERRED,
    NO_INHERIT,
    /** {@code UNIQUE USING INDEX i}: the index becomes that of the constraint. */
    USING_INDEX,
    NULLS_NOT_DISTINCT,
    /** {@code INSERT IGNORE} and {@code INSERT OR IGNORE}: rows that would break a rule are left out. */
    IGNORE,
    /** {@code REPLACE INTO} and {@code INSERT OR REPLACE}: a row in the way is deleted. */
    REPLACE,
    RESTART_IDENTITY,
    /** Of a table that holds what its query gives, without its rows. */
    WITH_NO_DATA,
    /** {@code SET LOCAL}: up to the end of the transaction. */
    LOCAL,
    GLOBAL,
    /** {@code GRANT … WITH GRANT OPTION}. */
    GRANT_OPTION
}
