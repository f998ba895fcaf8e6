package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.reader.StatementReader;
import java.util.List;
import java.util.Optional;

/** Runs scripts twice in the head, each on the same database as it was before. */
public final class TwoRuns {

    /** Whether the second run finds what belongs to the session of the first. */
    public enum Sessions {
        ONE,
        TWO
    }

    private final Server server;
    private final World start;
    private final Mode mode;

    private TwoRuns(Server server, World start, Mode mode) {
        this.server = server;
        this.start = start;
        this.mode = mode;
    }

    /** On a database of which nothing is known but that the script runs. */
    public static TwoRuns onAnything(Dialect dialect, Mode mode) {
        return onAnything(Server.of(dialect), mode);
    }

    public static TwoRuns onAnything(Server server, Mode mode) {
        return new TwoRuns(server, World.unknown(), mode);
    }

    /** On a database that was empty before earlier scripts ran; what they say and does not run is passed over. */
    public static TwoRuns after(String history, Dialect dialect, Mode mode) {
        return after(history, Server.of(dialect), mode);
    }

    public static TwoRuns after(String history, Server server, Mode mode) {
        Engine engine = new Engine(server, World.empty());
        tolerant(engine, history);
        engine.session().close();
        return new TwoRuns(server, engine.world(), mode);
    }

    private static void tolerant(Engine engine, String text) {
        for (Statement statement : Script.of(text, engine.dialect()).statements()) {
            try {
                statement(engine, text, statement);
            } catch (Refused refused) {
                engine.doubt("what others did: " + refused.message());
            }
        }
    }

    private static void statement(Engine engine, String text, Statement statement) {
        engine.run(
                StatementReader.read(statement),
                new Text(text, statement.content().place()));
    }

    public Verdict of(String script) {
        return of(program(script));
    }

    public Verdict of(Program program) {
        return of(program, "", Sessions.TWO);
    }

    /** What is to be said of a program's second run. */
    public Review review(Program program) {
        Review once = ofWholeRuns(program).with(new Restarts(server, start, mode).cause(program));
        boolean isSilent = once.causes().isEmpty() && once.stop().isEmpty();
        return isSilent ? once : Spelling.of(program).in(once);
    }

    /** The same, names as the dialect folds them, without asking what becomes of it behind runs that stopped half way: a small part of the work. */
    public Review ofWholeRuns(Program program) {
        return review(program, "", Sessions.TWO);
    }

    /** {@code between} is what others do after the first run. */
    public Verdict of(String script, String between, Sessions sessions) {
        return of(program(script), between, sessions);
    }

    private Program program(String script) {
        return new Program(
                server.dialect(), mode, List.of(new Operation.Written(script, new Place(0, script.length()))));
    }

    private Verdict of(Program program, String between, Sessions sessions) {
        return review(program, between, sessions).verdict();
    }

    private Review review(Program program, String between, Sessions sessions) {
        Statements statements = new Statements(server.dialect());
        Engine engine = new Engine(server, start.copy());
        Optional<Verdict.Fails> first =
                Execution.of(engine, program, statements).run();
        if (first.isPresent()) {
            Verdict.Fails failed = first.get();
            return Review.of(new Verdict.NeverRuns(failed.statement(), failed.at(), failed.code(), failed.message()));
        }
        if (sessions == Sessions.TWO) {
            engine.session().close();
        }
        engine.trail().end();
        tolerant(engine, between);
        World before = engine.world().copy();
        Trail earlier = engine.trail();
        engine.beginSecondRun();
        List<Refusal> refusals = Execution.again(engine, program, statements).runOn();
        if (sessions == Sessions.TWO) {
            engine.session().close();
        }
        return Causes.of(program, engine, before, earlier, refusals).review();
    }

    /** What becomes of a script that stopped behind each of its statements but the last, and then runs as a whole. */
    public List<Restart> restarts(String script) {
        return restarts(program(script));
    }

    /** What becomes of a program that stopped behind each of its statements but the last, and then runs as a whole. */
    public List<Restart> restarts(Program program) {
        return new Restarts(server, start, mode).all(program);
    }
}
