package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.guard.Handlers;
import dev.migtrue.language.sql.guard.Raised;
import dev.migtrue.language.sql.program.Handled;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports handlers that wait for another error than the statement before them raises. */
public final class GuardWrongCondition implements ScriptRule {

    private static final RuleId ID = new RuleId("guard-wrong-condition");
    private static final String OF_ROWS = "unique_violation";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        Dialect dialect = reviewed.reading().dialect();
        return reviewed.reading().blocks().stream().flatMap(block -> remarks(block, dialect));
    }

    private static Stream<Remark> remarks(Handled block, Dialect dialect) {
        List<String> handled = Handlers.awaited(block.code()).stream()
                .filter(name ->
                        !name.equals(OF_ROWS) || block.passages().stream().noneMatch(GuardWrongCondition::isOfRows))
                .toList();
        return block.passages().stream()
                .filter(passage -> !passage.isConditional())
                .filter(passage -> isMissed(Raised.by(passage.action(), dialect), handled))
                .map(passage -> remark(block, passage, handled, dialect));
    }

    private static boolean isOfRows(Passage passage) {
        return switch (passage.action()) {
            case Action.Insert insert -> true;
            case Action.Update update -> true;
            case Action.Merge merge -> true;
            case Action.Dynamic dynamic -> true;
            default -> false;
        };
    }

    /** A handler that waits for what is gone does not mean what is there. */
    private static boolean isMissed(List<String> raised, List<String> handled) {
        return raised.stream().noneMatch(handled::contains)
                && raised.stream()
                        .limit(1)
                        .anyMatch(name -> handled.stream().anyMatch(other -> Raised.isAlike(name, other)));
    }

    private static Remark remark(Handled block, Passage passage, List<String> handled, Dialect dialect) {
        Code.Handler handler = block.code().handlers().getFirst();
        String right = Raised.by(passage.action(), dialect).getFirst();
        return Remark.of(
                passage,
                block.span(handler),
                "the handler waits for %s, and the statement on line %d raises %s"
                        .formatted(
                                handled.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
                                passage.span().startLine(),
                                right),
                "handle %s".formatted(right));
    }
}
