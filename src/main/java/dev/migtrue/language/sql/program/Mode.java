package dev.migtrue.language.sql.program;

/** How a runner puts a script into transactions. */
public enum Mode {
    /** Each statement is committed by itself. */
    STATEMENT_BY_STATEMENT,
    /** All or nothing. */
    ONE_TRANSACTION
}
