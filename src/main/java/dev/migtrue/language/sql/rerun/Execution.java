package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Caught;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of a program, or of its first statements. */
final class Execution {

    private static final Pattern VERSION =
            Pattern.compile("^\\s*PRAGMA\\s+user_version\\s*=\\s*(\\d{1,9})\\b", Pattern.CASE_INSENSITIVE);

    /** What becomes of a run of which a statement is refused. */
    private enum After {
        STOP,
        GO_ON
    }

    /** What went before a run. */
    private enum Past {
        UNKNOWN,
        /** A whole run of the same. */
        WHOLE
    }

    private final Engine engine;
    private final Program program;
    private final Statements statements;
    private final int most;
    private final List<Refusal> refusals = new ArrayList<>();
    private After refusal = After.STOP;
    private Past past = Past.UNKNOWN;
    private int done;
    private int attempts;
    private final List<Line> begun = new ArrayList<>();

    private Execution(Engine engine, Program program, Statements statements, int most) {
        this.engine = engine;
        this.program = program;
        this.statements = statements;
        this.most = most;
    }

    static Execution of(Engine engine, Program program, Statements statements) {
        return new Execution(engine, program, statements, Integer.MAX_VALUE);
    }

    /** A run that stops behind so many statements. */
    static Execution ofFirst(int most, Engine engine, Program program, Statements statements) {
        return new Execution(engine, program, statements, most);
    }

    /** A run behind another one that came to its end. */
    static Execution again(Engine engine, Program program, Statements statements) {
        Execution again = of(engine, program, statements);
        again.past = Past.WHOLE;
        return again;
    }

    /** How many statements were run, the refused one not among them. */
    int done() {
        return done;
    }

    /** The statements that had their turn, in this order; one that is repeated comes more than once. */
    List<Line> begun() {
        return begun;
    }

    /** Runs it; says what is refused, and absent where nothing is. */
    Optional<Verdict.Fails> run() {
        if (program.mode() == Mode.ONE_TRANSACTION) {
            engine.session().begin();
        }
        try {
            all(program.operations());
        } catch (Refused refused) {
            engine.session().rollback();
            return Optional.of(new Verdict.Fails(
                    done, begun.isEmpty() ? Span.START : begun.getLast().at(), refused.code(), refused.message()));
        }
        if (program.mode() == Mode.ONE_TRANSACTION && done < most) {
            engine.session().commit();
        }
        return Optional.empty();
    }

    /** Runs it, and goes on behind what is refused as if it had not stood there; says what was. */
    List<Refusal> runOn() {
        refusal = After.GO_ON;
        run().ifPresent(stopped -> {
            throw new IllegalStateException("stopped at " + stopped);
        });
        return List.copyOf(refusals);
    }

    /** Whether the next operation has its turn. */
    private boolean all(List<Operation> operations) {
        for (Operation operation : operations) {
            if (!run(operation)) {
                return false;
            }
        }
        return true;
    }

    private boolean run(Operation operation) {
        return switch (operation) {
            case Operation.Written written -> lines(statements.of(written));
            case Operation.Called called -> lines(statements.of(called));
            case Operation.Guarded guarded -> guarded(guarded);
            case Operation.Attempt attempt -> attempted(attempt);
            case Operation.Recorded recorded -> past == Past.WHOLE || all(recorded.operations());
            case Operation.Nested nested -> nested(nested);
            case Operation.Repeated repeated -> {
                engine.doubt("how often a loop runs");
                yield all(repeated.operations());
            }
            case Operation.Leave leave -> false;
            case Operation.Unrecognized unrecognized -> {
                engine.doubt(unrecognized.what());
                yield true;
            }
        };
    }

    private boolean lines(List<Line> lines) {
        for (Line line : lines) {
            if (done == most) {
                return false;
            }
            begun.add(line);
            run(line);
            done++;
        }
        return true;
    }

    private void run(Line line) {
        engine.trail().begin(line);
        try {
            engine.run(line.action(), line.text());
            Matcher version = VERSION.matcher(line.text().plain());
            if (version.find()) {
                engine.world().reach(Integer.parseInt(version.group(1)));
            }
        } catch (Refused refused) {
            goOn(line, refused);
        }
    }

    private boolean guarded(Operation.Guarded guarded) {
        Answer holds = new Guards(engine).holds(guarded.guard());
        if (holds == Answer.UNCLEAR) {
            engine.doubt(Chronicle.CONDITION);
        }
        return all(holds == Answer.NO ? guarded.otherwise() : guarded.then());
    }

    private void goOn(Line line, Refused refused) {
        if (refusal == After.STOP || attempts > 0) {
            throw refused;
        }
        refusals.add(new Refusal(
                done,
                line,
                refused,
                engine.trail().needed(),
                engine.doubts().size(),
                Refusal.Undone.of(engine.session())));
    }

    /** What is refused in there takes back what was done in there, and the rest of the transaction goes on. */
    private boolean nested(Operation.Nested nested) {
        World before = engine.world().copy();
        try {
            return all(nested.operations());
        } catch (Refused refused) {
            new Undoing(engine).back(before);
            throw refused.takenBack();
        }
    }

    private boolean attempted(Operation.Attempt attempt) {
        try {
            return attempt(attempt);
        } catch (Refused refused) {
            goOn(begun.getLast(), refused);
            return true;
        }
    }

    private boolean attempt(Operation.Attempt attempt) {
        attempts++;
        try {
            return all(attempt.tried());
        } catch (Refused refused) {
            if (!isCaught(attempt.caught(), refused.fault())) {
                throw refused;
            }
            boolean isAborted = engine.dialect() == Dialect.POSTGRESQL
                    && engine.session().isInTransaction()
                    && !refused.isTakenBack();
            if (isAborted && !isRolledBack(attempt.handler())) {
                throw new Refused(Fault.STATE, "25P02", "the transaction is aborted: " + refused.message());
            }
            return all(attempt.handler());
        } finally {
            attempts--;
        }
    }

    /** Whether a handler begins by giving the transaction up. */
    private static boolean isRolledBack(List<Operation> handler) {
        return handler.stream()
                .findFirst()
                .filter(first -> first instanceof Operation.Called called
                        && called.sql().strip().toUpperCase(Locale.ROOT).startsWith("ROLLBACK"))
                .isPresent();
    }

    private static boolean isCaught(Caught caught, Fault fault) {
        return switch (caught) {
            case ALL -> true;
            case OF_DEFINITIONS -> fault != Fault.DUPLICATE_ROW;
            case OF_ROWS -> fault == Fault.DUPLICATE_ROW;
            case NONE -> false;
        };
    }
}
