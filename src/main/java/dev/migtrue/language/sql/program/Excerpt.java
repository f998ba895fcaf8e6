package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Lines;
import dev.migtrue.language.sql.Place;
import dev.migtrue.model.Span;
import java.util.Optional;

/**
 * A text that statements stand in.
 *
 * @param call where code hands the text to the database; absent where it is the migration's file itself
 */
public record Excerpt(String text, Optional<Span> call) {

    /** The place in the migration's file: of text that code hands over, the call. */
    public Span span(Place place) {
        return call.orElseGet(() -> Lines.of(text).span(place));
    }
}
