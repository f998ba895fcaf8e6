package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Dialect;

/** How a runner puts a script into transactions. */
public enum Mode {
    /** Each statement is committed by itself. */
    STATEMENT_BY_STATEMENT,
    /** All or nothing. */
    ONE_TRANSACTION;

    /**
     * What becomes of a migration around which a runner puts a transaction wherever definitions can be taken back: elsewhere it would not help.
     * Where nobody knows, nothing is held against it.
     */
    public static Mode whereDefinitionsRollBack(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL, SQLITE, SQL_SERVER, ANSI -> ONE_TRANSACTION;
            case MYSQL, MARIADB, ORACLE, H2 -> STATEMENT_BY_STATEMENT;
        };
    }
}
