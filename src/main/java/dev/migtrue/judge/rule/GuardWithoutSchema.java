package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.guard.Namesakes;
import dev.migtrue.language.sql.program.Question;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.stream.Stream;

/** Reports questions of a catalogue that an object of the same name elsewhere may answer. */
public final class GuardWithoutSchema implements ScriptRule {

    private static final RuleId ID = new RuleId("guard-without-schema");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        return reviewed.reading().questions().stream()
                .flatMap(
                        question -> Namesakes.doubt(question, reviewed.reading().dialect()).stream()
                                .map(doubt -> remark(question, doubt)));
    }

    private static Remark remark(Question question, Namesakes.Doubt doubt) {
        return new Remark(
                question.span(),
                question.excerpt().span(question.statement()),
                "%s is asked for a name alone: %s answers as well".formatted(doubt.catalogue(), doubt.stranger()),
                "ask for %s too".formatted(doubt.missing()),
                List.of());
    }
}
