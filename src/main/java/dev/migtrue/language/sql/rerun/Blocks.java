package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.ddl.Step;
import dev.migtrue.language.sql.reader.QueryReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Runs the code of blocks and routines. */
final class Blocks {

    /** What {@code RAISE} says without an error. */
    private static final Set<String> MESSAGES = Set.of("NOTICE", "WARNING", "INFO", "LOG", "DEBUG");

    private static final String ASSIGNED = ":=";

    private final Engine engine;
    private final Key table;
    private final String event;

    Blocks(Engine engine) {
        this(engine, Key.of(Space.RELATION, ""), "");
    }

    /** Those of a trigger: the table whose row is changed, and how. */
    Blocks(Engine engine, Key table, String event) {
        this.engine = engine;
        this.table = table;
        this.event = event;
    }

    void run(Code code, String source) {
        engine.variables().enter();
        try {
            handled(code, source);
        } finally {
            engine.variables().leave();
        }
    }

    private void handled(Code code, String source) {
        if (code.handlers().isEmpty()) {
            steps(code.steps(), source);
            return;
        }
        World before = engine.world().copy();
        boolean goesOn = code.handlers().stream().anyMatch(Code.Handler::goesOn);
        for (Step step : code.steps()) {
            try {
                step(step, source);
            } catch (Refused refused) {
                handle(code, refused, before, source);
                if (!goesOn) {
                    return;
                }
            }
        }
    }

    private void handle(Code code, Refused refused, World before, String source) {
        for (Code.Handler handler : code.handlers()) {
            if (Codes.handles(handler.conditions(), refused)) {
                boolean isUndone = engine.dialect() == Dialect.POSTGRESQL;
                if (isUndone) {
                    new Undoing(engine).back(before);
                }
                engine.handle(refused.code());
                steps(handler.steps(), source);
                return;
            }
        }
        throw refused;
    }

    private void steps(List<Step> steps, String source) {
        steps.forEach(step -> step(step, source));
    }

    private void step(Step step, String source) {
        switch (step) {
            case Step.Run run -> run(run, source);
            case Step.Choice choice -> choose(choice, source);
            case Step.Loop loop -> new Loops(engine).run(loop, () -> steps(loop.steps(), source));
            case Step.Inner inner -> run(inner.code(), source);
            case Step.Other other -> other(other.clause());
        }
    }

    private void other(Clause clause) {
        List<String> words = clause.words();
        if (words.isEmpty()) {
            return;
        }
        switch (words.getFirst().toUpperCase(Locale.ROOT)) {
            case "RAISE", "RESIGNAL" -> raise(words);
            case "RETURN" -> {
                if (engine.dialect() == Dialect.POSTGRESQL) {
                    throw new Variables.Left();
                }
            }
            default -> assign(clause, words);
        }
    }

    /** An error, or one that is handed on. */
    private void raise(List<String> words) {
        if (words.size() == 1) {
            throw new Refused(Refused.Fault.STATE, engine.handled(), "an error that is handed on");
        }
        boolean isMessage = MESSAGES.contains(words.get(1).toUpperCase(Locale.ROOT));
        if (!isMessage && engine.dialect() == Dialect.POSTGRESQL) {
            throw new Refused(Refused.Fault.STATE, "P0001", "an error of its own");
        }
    }

    private void assign(Clause clause, List<String> words) {
        int at = words.indexOf(ASSIGNED) > 0 ? words.indexOf(ASSIGNED) : words.indexOf("=");
        if (at <= 0 || at > 5 || engine.dialect() != Dialect.POSTGRESQL) {
            return;
        }
        boolean isDeclared = at > 1 && !words.get(1).equals(".");
        String variable = words.get(isDeclared ? 0 : at - 1);
        Clause value = after(clause, words.get(at));
        boolean isOfRow = at == 3 && words.getFirst().equalsIgnoreCase("NEW");
        if (isOfRow) {
            if (!table.name().isEmpty()) {
                Triggers.assign(engine, table, variable, value);
            }
            return;
        }
        engine.variables().forget(variable);
        try {
            engine.variables().text(variable, engine.text(value));
        } catch (Value.Unknown unknown) {
            engine.variables()
                    .answer(variable, new Questions(engine).answer(value, QueryReader.read(value, engine.dialect())));
        }
    }

    private static Clause after(Clause clause, String sign) {
        int index = clause.from();
        while (!clause.tokens().text(index).equals(sign)) {
            index++;
        }
        return new Clause(clause.tokens(), index + 1, clause.to());
    }

    private void run(Step.Run run, String source) {
        Action action = run.action();
        if (engine.dialect() == Dialect.POSTGRESQL) {
            ask(action);
        }
        if (action instanceof Action.Unrecognized) {
            engine.doubt("a step that is not understood");
        } else {
            engine.run(action, new Text(source, run.place()));
        }
    }

    private void ask(Action action) {
        switch (action) {
            case Action.Select select -> ask(select.query());
            case Action.Update update -> engine.variables().found(changed(update.tables(), update.where()));
            case Action.Delete delete -> engine.variables().found(changed(delete.tables(), delete.where()));
            default -> {}
        }
    }

    private Answer changed(List<Mention> tables, Optional<Clause> where) {
        return tables.isEmpty() ? Answer.UNCLEAR : new Questions(engine).rows(tables.getFirst(), where);
    }

    private void ask(Query query) {
        Answer answer = new Questions(engine).found(query);
        engine.variables().found(answer);
        query.into().ifPresent(variable -> engine.variables().answer(variable.toString(), answer));
    }

    private void choose(Step.Choice choice, String source) {
        for (Step.Branch branch : choice.branches()) {
            Answer holds = isOfEvent(branch) ? Answer.of(isMet(branch)) : new Questions(engine).holds(branch);
            boolean isWished = holds == Answer.AS_WANTED && engine.session().isRecounted();
            if (holds == Answer.UNCLEAR || isWished) {
                engine.doubt(Chronicle.CONDITION);
            }
            boolean isOpen = holds == Answer.AS_WANTED || (holds == Answer.UNCLEAR && engine.isFirstRun());
            boolean isLeaving = isOpen && isLeaving(branch);
            if (holds != Answer.NO && !isLeaving) {
                steps(branch.steps(), source);
                return;
            }
        }
        steps(choice.otherwise(), source);
    }

    /** Whether all that the branch does is to leave, or to end with an error: not what a first run is for. */
    private static boolean isLeaving(Step.Branch branch) {
        return branch.steps().stream()
                .anyMatch(step -> step instanceof Step.Other other
                        && (isFirst(other.clause(), "RETURN") || isError(other.clause())));
    }

    private static boolean isFirst(Clause clause, String word) {
        return !clause.words().isEmpty() && clause.words().getFirst().equalsIgnoreCase(word);
    }

    private static boolean isError(Clause clause) {
        List<String> words = clause.words();
        return isFirst(clause, "RAISE")
                && words.size() > 1
                && !MESSAGES.contains(words.get(1).toUpperCase(Locale.ROOT));
    }

    private boolean isOfEvent(Step.Branch branch) {
        List<String> words = branch.condition().words();
        return !event.isEmpty()
                && words.contains("TG_OP")
                && words.stream()
                        .allMatch(word ->
                                Set.of("TG_OP", "=", "(", ")", "OR", "or").contains(word) || word.startsWith("'"));
    }

    private boolean isMet(Step.Branch branch) {
        return branch.condition().words().contains("'" + event + "'");
    }
}
