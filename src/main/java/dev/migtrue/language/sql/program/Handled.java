package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.model.Span;
import java.util.List;

/**
 * A block that does something about errors.
 *
 * @param statement the whole statement that carries it
 * @param passages what it runs up to an error, inner blocks left out that have handlers of their own
 */
public record Handled(Code code, Excerpt excerpt, Place statement, List<Passage> passages) {

    public Handled {
        passages = List.copyOf(passages);
    }

    /** Where one of its handlers begins. */
    public Span span(Code.Handler handler) {
        return excerpt.span(handler.place());
    }
}
