package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.guard.Handlers;
import dev.migtrue.language.sql.guard.Raised;
import dev.migtrue.language.sql.program.Caught;
import dev.migtrue.language.sql.program.Handled;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.language.sql.program.Tolerated;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.stream.Stream;

/** Reports handlers that several statements share, although each of them may be the one that is there already. */
public final class GuardBlockTooWide implements ScriptRule {

    private static final RuleId ID = new RuleId("guard-block-too-wide");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        Dialect dialect = reviewed.reading().dialect();
        return Stream.concat(
                reviewed.reading().blocks().stream().flatMap(block -> remark(block, dialect)),
                reviewed.reading().attempts().stream().flatMap(GuardBlockTooWide::remark));
    }

    private static Stream<Remark> remark(Tolerated tolerated) {
        long sharing = tolerated.passages().stream()
                .filter(passage -> !passage.isConditional())
                .filter(passage -> SecondRun.isRefused(passage.action()))
                .count();
        boolean isOfDefinitions = tolerated.attempt().caught() == Caught.ALL
                || tolerated.attempt().caught() == Caught.OF_DEFINITIONS;
        return sharing < 2 || !isOfDefinitions
                ? Stream.empty()
                : Stream.of(Remark.of(
                        tolerated, message(sharing, "skips those behind it"), "try each statement by itself"));
    }

    private static String message(long sharing, String fate) {
        return "%d statements share this handler: the first that is there already %s".formatted(sharing, fate);
    }

    private static Stream<Remark> remark(Handled block, Dialect dialect) {
        List<String> handled = Handlers.awaited(block.code());
        List<Passage> sharing = block.passages().stream()
                .filter(passage -> !passage.isConditional())
                .filter(passage -> Raised.by(passage.action(), dialect).stream().anyMatch(handled::contains))
                .toList();
        boolean goesOn = block.code().handlers().stream().anyMatch(Code.Handler::goesOn);
        if (sharing.size() < 2 || goesOn) {
            return Stream.empty();
        }
        String fate = dialect == Dialect.POSTGRESQL
                ? "undoes the others before it and skips those behind it"
                : "skips those behind it";
        return Stream.of(new Remark(
                block.span(block.code().handlers().getFirst()),
                block.excerpt().span(block.statement()),
                message(sharing.size(), fate),
                "give each statement a block of its own",
                List.of()));
    }
}
