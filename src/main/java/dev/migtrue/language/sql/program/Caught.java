package dev.migtrue.language.sql.program;

/** Which refusals of a database code goes on after. */
public enum Caught {
    /** Each. */
    ALL,
    /** That something is there already, or is not there: {@code ProgrammingError}, {@code OperationalError} … */
    OF_DEFINITIONS,
    /** That rows break a constraint: {@code IntegrityError}. */
    OF_ROWS,
    /** None that a database gives. */
    NONE
}
