package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Span;
import java.util.List;

/**
 * A program statement by statement, with those in the code that statements carry, in the order of the text.
 *
 * @param blocks those with handlers
 * @param attempts what the code around them goes on after errors of
 * @param unread where code does what nobody here understands
 */
public record Reading(
        Dialect dialect,
        List<Passage> passages,
        List<Handled> blocks,
        List<Tolerated> attempts,
        List<Question> questions,
        List<Unread> unread) {

    /** Code that is not understood, in its own words. */
    public record Unread(String what, Span at) {}

    public Reading {
        passages = List.copyOf(passages);
        blocks = List.copyOf(blocks);
        attempts = List.copyOf(attempts);
        questions = List.copyOf(questions);
        unread = List.copyOf(unread);
    }

    public static Reading of(Program program) {
        return new Walk(program.dialect()).through(program.operations());
    }
}
