package dev.migtrue.facts;

import dev.migtrue.language.sql.Dialect;

/**
 * The SQL that a project's migrations are written in.
 *
 * @param reason how that is known, in words that may follow a colon: lower case, no full stop
 */
public record SpokenDialect(Dialect dialect, String reason) {

    /** What users call it. */
    public String name() {
        return dialect.id();
    }
}
