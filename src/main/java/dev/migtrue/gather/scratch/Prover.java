package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.Restart;
import dev.migtrue.language.sql.rerun.TwoRuns.Sessions;
import dev.migtrue.model.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs migrations twice on a throw-away database, each on what the ones before it left. What cannot be run anew in the same way — a
 * migration that was refused — is not part of what later ones find.
 */
public final class Prover {

    private final Scratch scratch;
    private final Catalogue catalogue;
    private final List<Program> history = new ArrayList<>();

    /** What the history left, if that is remembered. */
    private Optional<State> start = Optional.empty();

    /** Whether something ran that is not part of the history. */
    private boolean isSoiled;

    /** @param scratch an empty one */
    public Prover(Scratch scratch) {
        this.scratch = scratch;
        this.catalogue = Catalogues.of(scratch.dialect());
    }

    /** What speaks to the database. */
    private interface Work<T> {
        T run() throws SQLException, Outside;
    }

    private static <T> T guarded(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException problem) {
            throw new Failure(
                    "the throw-away database failed: " + Refusals.message(problem),
                    "run again; if that does not help, name another server with --scratch-server",
                    problem);
        } catch (Outside impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs an earlier migration, for good. What came of it is empty where it went through, else why it did not. */
    public Optional<String> add(Program earlier) {
        return guarded(() -> {
            if (isSoiled) {
                begin();
            }
            isSoiled = true;
            Optional<String> problem = attempt(earlier);
            if (problem.isEmpty()) {
                history.add(earlier);
                start = Optional.empty();
                isSoiled = false;
            }
            return problem;
        });
    }

    private Optional<String> attempt(Program program) throws SQLException {
        try (Connection connection = scratch.open()) {
            return run(connection, program)
                    .map(stop -> "%s %s".formatted(stop.code(), stop.message()).strip());
        } catch (Outside outside) {
            return Optional.ofNullable(outside.getMessage());
        }
    }

    /** Runs a migration twice, in sessions of their own. */
    public Proof prove(Program program) {
        return prove(program, "", Sessions.TWO);
    }

    /** @param between what others do after the first run */
    Proof prove(Program program, String between, Sessions sessions) {
        return guarded(() -> {
            begin();
            try {
                return sessions == Sessions.ONE ? inOneSession(program, between) : inTwoSessions(program, between);
            } catch (Outside outside) {
                return new Proof.NotProven(String.valueOf(outside.getMessage()));
            }
        });
    }

    private Proof inOneSession(Program program, String between) throws SQLException, Outside {
        try (Connection connection = scratch.open()) {
            Optional<Stop> first = run(connection, program);
            if (first.isPresent()) {
                return new Proof.NeverRuns(first.get());
            }
            run(connection, asOthers(between));
            State before = state();
            return verdict(run(connection, program), before);
        }
    }

    private Proof inTwoSessions(Program program, String between) throws SQLException, Outside {
        Optional<Stop> first = run(program);
        if (first.isPresent()) {
            return new Proof.NeverRuns(first.get());
        }
        run(asOthers(between));
        State before = state();
        return verdict(run(program), before);
    }

    private Proof verdict(Optional<Stop> second, State before) throws SQLException {
        if (second.isPresent()) {
            return new Proof.Fails(second.get());
        }
        List<Change> changes = before.changes(state());
        return changes.isEmpty() ? new Proof.Repeats() : new Proof.Mutates(changes);
    }

    private Program asOthers(String sql) {
        return new Program(
                scratch.dialect(),
                Mode.STATEMENT_BY_STATEMENT,
                List.of(new Operation.Written(sql, new Place(0, sql.length()))));
    }

    /** What becomes of a migration that was stopped behind each of its statements but the last, and then runs as a whole. */
    public List<Restart> restarts(Program program) {
        return guarded(() -> {
            try {
                begin();
                if (run(program).isPresent()) {
                    return List.of();
                }
                State once = state();
                begin();
                run(program);
                // Times and the like are other whenever it runs.
                Wanted wanted = new Wanted(once, once.changes(state()));
                int statements = Runner.statements(program);
                List<Restart> restarts = new ArrayList<>();
                for (int done = 1; done < statements; done++) {
                    restarts.add(new Restart(done, restart(program, done, wanted)));
                }
                return restarts;
            } catch (Outside unproven) {
                return List.of();
            }
        });
    }

    private Restart.End restart(Program program, int done, Wanted wanted) throws SQLException, Outside {
        begin();
        try (Connection connection = scratch.open()) {
            new Runner(connection, scratch.dialect()).run(program, done);
        }
        if (run(program).isPresent()) {
            return Restart.End.REFUSED;
        }
        return wanted.is(state()) ? Restart.End.SAME : Restart.End.OTHER;
    }

    /**
     * What a database should be like in the end.
     *
     * @param unsteady what would be other the next time anyway
     */
    private record Wanted(State state, List<Change> unsteady) {

        boolean is(State other) {
            return state.blurred(unsteady).changes(other.blurred(unsteady)).isEmpty();
        }
    }

    /** Brings back what the history left. What is outside of the database itself only running it anew does. */
    private void begin() throws SQLException, Outside {
        if (isSoiled) {
            if (history.isEmpty()) {
                scratch.clear();
            } else if (start.isPresent()) {
                scratch.restore();
            }
            if (start.isEmpty() || !start.get().changes(state()).isEmpty()) {
                rebuild();
            }
        }
        if (start.isEmpty()) {
            if (!history.isEmpty()) {
                scratch.keep();
            }
            start = Optional.of(state());
        }
        isSoiled = true;
    }

    private void rebuild() throws SQLException, Outside {
        scratch.clear();
        start = Optional.empty();
        for (Program earlier : history) {
            run(earlier);
        }
    }

    private Optional<Stop> run(Program program) throws SQLException, Outside {
        try (Connection connection = scratch.open()) {
            return run(connection, program);
        }
    }

    private Optional<Stop> run(Connection connection, Program program) throws Outside {
        return new Runner(connection, scratch.dialect()).run(program);
    }

    private State state() throws SQLException {
        try (Connection connection = scratch.open()) {
            return catalogue.read(connection);
        }
    }
}
