package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.model.Span;
import java.util.List;

/**
 * One thing that a migration does: a statement of its own, or a step of the code that one carries.
 *
 * @param place where it stands in the excerpt
 * @param statement the whole statement that it is or that carries it
 * @param around what decides whether it is run, from the outside in
 */
public record Passage(Action action, Excerpt excerpt, Place place, Place statement, List<Around> around) {

    public Passage {
        around = List.copyOf(around);
    }

    public Span span() {
        return excerpt.span(place);
    }

    public Span span(Place part) {
        return excerpt.span(part);
    }

    /** Whether the script, or the code around it, asks something before it is run. */
    public boolean isConditional() {
        return around.stream()
                .anyMatch(one ->
                        one instanceof Around.Asked || one instanceof Around.Otherwise || one instanceof Around.OfCode);
    }
}
