package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.model.Span;
import java.util.Comparator;
import java.util.List;

/** The statements of which a rule about guards has said why a second run fails there: nobody else need say it again. */
final class ToldByGuards {

    private static final List<ScriptRule> RULES = List.of(
            new GuardCoversOneAction(),
            new GuardOnTableNotMember(),
            new GuardUnknownToDialect(),
            new GuardWrongCondition());
    private static final Comparator<Span> BY_START =
            Comparator.comparingInt(Span::startLine).thenComparingInt(Span::startColumn);

    private ToldByGuards() {}

    static boolean isTold(ReviewedMigration reviewed, Span at) {
        return RULES.stream()
                .flatMap(rule -> rule.remarks(reviewed))
                .map(Remark::statement)
                .anyMatch(statement -> holds(statement, at));
    }

    private static boolean holds(Span statement, Span at) {
        boolean beginsBefore = BY_START.compare(statement, at) <= 0;
        boolean endsBehind = at.startLine() < statement.endLine()
                || (at.startLine() == statement.endLine() && at.startColumn() <= statement.endColumn());
        return beginsBefore && endsBehind;
    }
}
