package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.ddl.Step;
import java.util.List;

/** Runs the code of blocks and routines. */
final class Blocks {

    private final Engine engine;

    Blocks(Engine engine) {
        this.engine = engine;
    }

    void run(Code code, String source) {
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
                    engine.world().become(before);
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
            case Step.Loop loop -> loop(loop, source);
            case Step.Inner inner -> run(inner.code(), source);
            case Step.Other other -> raise(other);
        }
    }

    /** An error that is handed on. */
    private void raise(Step.Other other) {
        String words = other.clause().toString();
        if (words.equalsIgnoreCase("RAISE") || words.equalsIgnoreCase("RESIGNAL")) {
            throw new Refused(Refused.Fault.STATE, engine.handled(), "an error that is handed on");
        }
    }

    private void run(Step.Run run, String source) {
        boolean isRaise = run.action() instanceof Action.Unrecognized;
        if (!isRaise) {
            engine.run(run.action(), new Text(source, run.place()));
        } else {
            engine.doubt("a step that is not understood");
        }
    }

    private void choose(Step.Choice choice, String source) {
        for (Step.Branch branch : choice.branches()) {
            Answer holds = new Questions(engine).holds(branch);
            if (holds == Answer.UNCLEAR) {
                engine.doubt("whether a condition holds");
            }
            if (holds != Answer.NO) {
                steps(branch.steps(), source);
                return;
            }
        }
        steps(choice.otherwise(), source);
    }

    private void loop(Step.Loop loop, String source) {
        engine.doubt("how often a loop runs");
        steps(loop.steps(), source);
    }
}
