package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.language.sql.reader.ExpressionReader;
import dev.migtrue.language.sql.rerun.Builtins;
import dev.migtrue.model.RuleId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports statements of which the text does not say what they do. */
public final class OpaqueStatement implements ScriptRule {

    private static final RuleId ID = new RuleId("opaque-statement");
    private static final Set<String> COUNTING = Set.of("nextval", "setval");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        Dialect dialect = reviewed.reading().dialect();
        Set<String> made = reviewed.reading().passages().stream()
                .flatMap(passage -> made(passage.action()).stream())
                .collect(Collectors.toSet());
        return reviewed.reading().passages().stream()
                .flatMap(passage ->
                        reason(passage.action(), made, dialect).stream().map(reason -> remark(passage, reason)));
    }

    private static Optional<String> made(Action action) {
        return action instanceof Action.Create create ? create.name().map(OpaqueStatement::last) : Optional.empty();
    }

    private static String last(Mention name) {
        return name.name().last().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> reason(Action action, Set<String> made, Dialect dialect) {
        return switch (action) {
            case Action.Dynamic dynamic ->
                dynamic.text().isEmpty() ? Optional.of("what this runs is put together only then") : Optional.empty();
            case Action.Call call -> called(call.routine(), made);
            case Action.Select select ->
                ExpressionReader.read(select.query().clause(), dialect).calls().stream()
                        .filter(call -> !isKnown(last(call)))
                        .flatMap(call -> called(call, made).stream())
                        .findFirst();
            case Action.Alter alter ->
                alter.changes().stream()
                        .filter(Change.Unrecognized.class::isInstance)
                        .map(change -> "a change here is not understood")
                        .findFirst();
            case Action.Unrecognized unrecognized -> Optional.of("this statement is not understood");
            default -> Optional.empty();
        };
    }

    private static boolean isKnown(String function) {
        return COUNTING.contains(function) || Builtins.isHarmless(function);
    }

    private static Optional<String> called(Mention routine, Set<String> made) {
        return made.contains(last(routine))
                ? Optional.empty()
                : Optional.of("what \"%s\" does is not read here".formatted(routine));
    }

    private static Remark remark(Passage passage, String reason) {
        return Remark.of(
                passage,
                "%s: whether a second run is safe cannot be told".formatted(reason),
                "try it: run the migration twice on a throw-away database");
    }
}
