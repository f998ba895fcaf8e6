package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Lines;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.program.Caught;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.reader.StatementReader;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One run of a program, or of its first statements. */
final class Execution {

    private final Engine engine;
    private final Program program;
    private final int most;
    private int done;
    private Span at = Span.START;

    private Execution(Engine engine, Program program, int most) {
        this.engine = engine;
        this.program = program;
        this.most = most;
    }

    static Execution of(Engine engine, Program program) {
        return new Execution(engine, program, Integer.MAX_VALUE);
    }

    /** A run that stops behind so many statements. */
    static Execution ofFirst(int statements, Engine engine, Program program) {
        return new Execution(engine, program, statements);
    }

    /** How many statements were run, the refused one not among them. */
    int done() {
        return done;
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
            return Optional.of(new Verdict.Fails(done, at, refused.code(), refused.message()));
        }
        if (program.mode() == Mode.ONE_TRANSACTION && done < most) {
            engine.session().commit();
        }
        return Optional.empty();
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
            case Operation.Written written -> written(written);
            case Operation.Called called ->
                statements(
                        called.sql(), Script.of(called.sql(), engine.dialect()).statements(), place -> called.at());
            case Operation.Guarded guarded -> guarded(guarded);
            case Operation.Attempt attempt -> attempt(attempt);
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

    private boolean written(Operation.Written written) {
        Lines lines = Lines.of(written.file());
        return statements(
                written.file(),
                Script.within(written.file(), written.place(), engine.dialect()).statements(),
                lines::span);
    }

    private boolean statements(String text, List<Statement> statements, Function<Place, Span> spans) {
        for (Statement statement : statements) {
            if (done == most) {
                return false;
            }
            Place place = statement.content().place();
            at = spans.apply(place);
            engine.run(StatementReader.read(statement), new Text(text, place));
            done++;
        }
        return true;
    }

    private boolean guarded(Operation.Guarded guarded) {
        Answer holds = new Guards(engine).holds(guarded.guard());
        if (holds == Answer.UNCLEAR) {
            engine.doubt("whether a condition holds");
        }
        return all(holds == Answer.NO ? guarded.otherwise() : guarded.then());
    }

    private boolean attempt(Operation.Attempt attempt) {
        try {
            return all(attempt.tried());
        } catch (Refused refused) {
            if (!isCaught(attempt.caught(), refused.fault())) {
                throw refused;
            }
            boolean isAborted =
                    engine.dialect() == Dialect.POSTGRESQL && engine.session().isInTransaction();
            if (isAborted) {
                throw new Refused(Fault.STATE, "25P02", "the transaction is aborted: " + refused.message());
            }
            return all(attempt.handler());
        }
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
