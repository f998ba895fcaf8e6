package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.model.Span;

/**
 * What a script asks of the database before it does something.
 *
 * @param condition all of it, as it stands
 * @param query what it asks of tables
 * @param statement the whole statement that carries it
 */
public record Question(Clause condition, Query query, Excerpt excerpt, Place statement) {

    public Span span() {
        return excerpt.span(condition.place());
    }
}
