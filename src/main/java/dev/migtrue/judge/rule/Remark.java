package dev.migtrue.judge.rule;

import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.language.sql.program.Tolerated;
import dev.migtrue.model.Related;
import dev.migtrue.model.Span;
import java.util.List;

/**
 * Something to be said of a place in the text of a migration.
 *
 * @param statement the whole statement that the place is in
 */
record Remark(Span at, Span statement, String message, String help, List<Related> related) {

    Remark {
        related = List.copyOf(related);
    }

    static Remark of(Tolerated tolerated, String message, String help) {
        Span at = tolerated.attempt().at();
        return new Remark(at, at, message, help, List.of());
    }

    static Remark of(Passage passage, Span at, String message, String help) {
        return new Remark(at, passage.span(passage.statement()), message, help, List.of());
    }

    static Remark of(Passage passage, String message, String help) {
        return of(passage, passage.span(), message, help);
    }
}
