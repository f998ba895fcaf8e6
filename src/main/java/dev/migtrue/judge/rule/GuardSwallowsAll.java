package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.guard.Handlers;
import dev.migtrue.language.sql.guard.Raised;
import dev.migtrue.language.sql.program.Caught;
import dev.migtrue.language.sql.program.Handled;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports blocks of which every error is passed over. */
public final class GuardSwallowsAll implements ScriptRule {

    private static final RuleId ID = new RuleId("guard-swallows-all");
    private static final String PASSED_OVER =
            "whatever goes wrong in this block is passed over: a misspelt name, a missing privilege, a full disk";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        return Stream.concat(ofBlocks(reviewed.reading()), ofCode(reviewed.reading()));
    }

    private static Stream<Remark> ofBlocks(Reading reading) {
        return reading.blocks().stream()
                .filter(block -> block.passages().stream().anyMatch(GuardSwallowsAll::isChange))
                .flatMap(block -> block.code().handlers().stream()
                        .filter(Handlers::swallowsAll)
                        .limit(1)
                        .map(handler -> remark(block, handler, reading.dialect())));
    }

    /** Code that does something else instead is believed to know why. */
    private static Stream<Remark> ofCode(Reading reading) {
        return reading.attempts().stream()
                .filter(tolerated -> tolerated.attempt().caught() == Caught.ALL)
                .filter(tolerated -> tolerated.attempt().handler().isEmpty())
                .filter(tolerated -> tolerated.passages().stream().anyMatch(GuardSwallowsAll::isChange))
                .map(tolerated -> Remark.of(
                        tolerated,
                        PASSED_OVER,
                        "catch only the error that is expected, or ask first whether the work is done"));
    }

    private static boolean isChange(Passage passage) {
        return switch (passage.action()) {
            case Action.Setting setting -> false;
            case Action.Utility utility -> false;
            case Action.Transaction transaction -> false;
            default -> true;
        };
    }

    private static Remark remark(Handled block, Code.Handler handler, Dialect dialect) {
        Optional<String> expected = block.passages().stream()
                .flatMap(
                        passage -> Raised.by(passage.action(), dialect).stream().limit(1))
                .findFirst();
        return new Remark(
                block.span(handler),
                block.excerpt().span(block.statement()),
                PASSED_OVER,
                expected.map(name -> "handle only what is expected, " + name(name, dialect))
                        .orElse("handle only what is expected, and let the rest be raised"),
                List.of());
    }

    private static String name(String condition, Dialect dialect) {
        return dialect == Dialect.ORACLE ? "SQLCODE " + condition : condition;
    }
}
