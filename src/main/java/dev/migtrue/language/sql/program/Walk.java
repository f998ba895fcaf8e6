package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.ddl.Step;
import dev.migtrue.language.sql.reader.CodeReader;
import dev.migtrue.language.sql.reader.QueryReader;
import dev.migtrue.language.sql.reader.StatementReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through a program once and notes what it comes upon. */
final class Walk {

    private final Dialect dialect;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Handled> blocks = new ArrayList<>();
    private final List<Tolerated> attempts = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Reading.Unread> unread = new ArrayList<>();
    private final Map<String, Routine> routines = new HashMap<>();
    private final Set<String> called = new HashSet<>();

    /** Code that is run where it is called. */
    private record Routine(Body body, Excerpt excerpt, Place statement) {}

    /** Where the walk is. */
    private record Spot(Excerpt excerpt, Place statement, List<Around> around) {

        Spot within(Around one) {
            List<Around> more = new ArrayList<>(around);
            more.add(one);
            return new Spot(excerpt, statement, more);
        }
    }

    Walk(Dialect dialect) {
        this.dialect = dialect;
    }

    Reading through(List<Operation> operations) {
        operations(operations, List.of());
        return new Reading(dialect, passages, blocks, attempts, questions, unread);
    }

    private void operations(List<Operation> operations, List<Around> around) {
        operations.forEach(operation -> operation(operation, around));
    }

    private void operation(Operation operation, List<Around> around) {
        switch (operation) {
            case Operation.Written written ->
                statements(
                        Script.within(written.file(), written.place(), dialect),
                        new Excerpt(written.file(), Optional.empty()),
                        around);
            case Operation.Called called ->
                statements(
                        Script.of(called.sql(), dialect), new Excerpt(called.sql(), Optional.of(called.at())), around);
            case Operation.Guarded guarded -> {
                operations(guarded.then(), and(around, new Around.OfCode(guarded.guard())));
                operations(guarded.otherwise(), and(around, new Around.OfCode(new Guard.Not(guarded.guard()))));
            }
            case Operation.Attempt attempt -> attempt(attempt, and(around, new Around.Attempted(attempt)));
            case Operation.Recorded recorded -> operations(recorded.operations(), around);
            case Operation.Nested nested -> operations(nested.operations(), around);
            case Operation.Repeated repeated -> operations(repeated.operations(), and(around, new Around.Repeated()));
            case Operation.Leave leave -> {}
            case Operation.Unrecognized unrecognized ->
                unread.add(new Reading.Unread(unrecognized.what(), unrecognized.at()));
        }
    }

    private void attempt(Operation.Attempt attempt, List<Around> within) {
        int before = passages.size();
        operations(attempt.tried(), within);
        attempts.add(new Tolerated(
                attempt,
                passages.subList(before, passages.size()).stream()
                        .filter(passage ->
                                innermost(passage, Around.Attempted.class).equals(Optional.of(within.getLast())))
                        .toList()));
        operations(attempt.handler(), within);
    }

    private static List<Around> and(List<Around> around, Around one) {
        List<Around> more = new ArrayList<>(around);
        more.add(one);
        return more;
    }

    private void statements(Script script, Excerpt excerpt, List<Around> around) {
        for (Statement statement : script.statements()) {
            Place place = statement.content().place();
            action(StatementReader.read(statement), place, new Spot(excerpt, place, around));
        }
    }

    private void action(Action action, Place place, Spot spot) {
        switch (action) {
            case Action.Several several -> several.parts().forEach(part -> action(part, place, spot));
            case Action.Block block -> code(read(block.body(), spot.excerpt()), spot);
            default -> {
                passages.add(new Passage(action, spot.excerpt(), place, spot.statement(), spot.around()));
                carried(action, spot);
            }
        }
    }

    /** What else a statement has run. */
    private void carried(Action action, Spot spot) {
        switch (action) {
            case Action.Dynamic dynamic -> dynamic.text().ifPresent(text -> code(read(text, spot.excerpt()), spot));
            case Action.Create create -> created(create, spot);
            case Action.Call call -> called(call.routine(), spot);
            case Action.Select select ->
                select.query().into().ifPresent(into -> ask(select.query().clause(), select.query(), spot));
            case Action.Setting setting -> {
                Query query = QueryReader.read(setting.value(), dialect);
                if (!query.tables().isEmpty()) {
                    ask(setting.value(), query, spot);
                }
            }
            default -> {}
        }
    }

    private void ask(Clause condition, Query query, Spot spot) {
        questions.add(new Question(condition, query, spot.excerpt(), spot.statement()));
    }

    private void created(Action.Create create, Spot spot) {
        switch (create.definition()) {
            case Definition.Routine routine ->
                routine.body()
                        .ifPresent(body -> create.name()
                                .ifPresent(name ->
                                        routines.put(key(name), new Routine(body, spot.excerpt(), spot.statement()))));
            case Definition.Schema schema ->
                schema.elements().forEach(element -> action(element, spot.statement(), spot));
            default -> {}
        }
    }

    private static String key(Mention name) {
        return name.name().last().toLowerCase(Locale.ROOT);
    }

    /** What stands in a routine is told where it stands, once. */
    private void called(Mention name, Spot spot) {
        Routine routine = routines.get(key(name));
        if (routine != null && called.add(key(name))) {
            code(
                    read(routine.body(), routine.excerpt()),
                    new Spot(routine.excerpt(), routine.statement(), spot.around()));
        }
    }

    private Code read(Body body, Excerpt excerpt) {
        return CodeReader.read(excerpt.text(), body, dialect);
    }

    private void code(Code code, Spot spot) {
        if (code.handlers().isEmpty()) {
            steps(code.steps(), spot);
            return;
        }
        int before = passages.size();
        Around.Tried tried = new Around.Tried(code);
        steps(code.steps(), spot.within(tried));
        blocks.add(new Handled(
                code,
                spot.excerpt(),
                spot.statement(),
                passages.subList(before, passages.size()).stream()
                        .filter(passage ->
                                innermost(passage, Around.Tried.class).equals(Optional.of(tried)))
                        .toList()));
        code.handlers().forEach(handler -> steps(handler.steps(), spot.within(new Around.Handling(handler))));
    }

    private static Optional<Around> innermost(Passage passage, Class<? extends Around> kind) {
        return passage.around().reversed().stream().filter(kind::isInstance).findFirst();
    }

    private void steps(List<Step> steps, Spot spot) {
        steps.forEach(step -> step(step, spot));
    }

    private void step(Step step, Spot spot) {
        switch (step) {
            case Step.Run run -> action(run.action(), run.place(), spot);
            case Step.Choice choice -> {
                choice.branches().forEach(branch -> {
                    ask(branch.condition(), branch.test(), spot);
                    steps(branch.steps(), spot.within(new Around.Asked(branch)));
                });
                steps(choice.otherwise(), spot.within(new Around.Otherwise(choice.branches())));
            }
            case Step.Loop loop -> steps(loop.steps(), spot.within(new Around.Repeated()));
            case Step.Inner inner -> code(inner.code(), spot);
            case Step.Other other -> {}
        }
    }
}
