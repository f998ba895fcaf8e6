package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of whole runs behind those that stopped half way. */
final class Restarts {

    /** With more statements than these, only so many of the places where a run may stop are tried. */
    private static final int MOST = 40;

    private final Server server;
    private final World start;
    private final Mode mode;

    Restarts(Server server, World start, Mode mode) {
        this.server = server;
        this.start = start;
        this.mode = mode;
    }

    /** One for each statement but the last. */
    List<Restart> all(Program program) {
        Statements statements = new Statements(server.dialect());
        Engine clean = new Engine(server, start.copy());
        Execution whole = Execution.of(clean, program, statements);
        if (whole.run().isPresent()) {
            return List.of();
        }
        clean.session().close();
        List<Restart> restarts = new ArrayList<>();
        for (int done = 1; done < whole.done(); done++) {
            restarts.add(new Restart(
                    done, restart(program, statements, done, clean.world()).end()));
        }
        return restarts;
    }

    /** Why a run cannot be taken up again behind the first statement where that is so; absent where it can be. */
    Optional<Stop> cause(Program program) {
        Statements statements = new Statements(server.dialect());
        if (isAllOrNothing(program, statements)) {
            return Optional.empty();
        }
        Engine clean = new Engine(server, start.copy());
        Execution whole = Execution.of(clean, program, statements);
        if (whole.run().isPresent() || !clean.doubts().all().isEmpty()) {
            return Optional.empty();
        }
        clean.session().close();
        int step = Math.max(1, whole.done() / MOST);
        for (int done = 1; done < whole.done(); done += step) {
            Review review = restart(program, statements, done, clean.world()).review();
            Optional<Cause> cause =
                    review.causes().stream().filter(Restarts::isOfRun).findFirst();
            if (cause.isPresent()) {
                return Optional.of(new Stop(whole.begun().get(done - 1).at(), cause.get()));
            }
        }
        return Optional.empty();
    }

    /** Whether it has to do with what the run itself does, not with what others did meanwhile. */
    private static boolean isOfRun(Cause cause) {
        return switch (cause.kind()) {
            case ROWS_OF_OTHERS_LOST, GRANTS_LOST, DEPENDENTS_LOST, COUNTER_MOVED -> false;
            default -> true;
        };
    }

    private boolean isAllOrNothing(Program program, Statements statements) {
        return mode == Mode.ONE_TRANSACTION
                && Session.isUndone(server.dialect())
                && program.operations().stream().noneMatch(operation -> hasTransaction(operation, statements));
    }

    private static boolean hasTransaction(Operation operation, Statements statements) {
        return switch (operation) {
            case Operation.Written written -> hasTransaction(statements.of(written));
            case Operation.Called called -> hasTransaction(statements.of(called));
            case Operation.Guarded guarded ->
                Stream.concat(guarded.then().stream(), guarded.otherwise().stream())
                        .anyMatch(inner -> hasTransaction(inner, statements));
            default -> false;
        };
    }

    private static boolean hasTransaction(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.action() instanceof Action.Transaction);
    }

    private Causes restart(Program program, Statements statements, int done, World wanted) {
        Engine engine = new Engine(server, start.copy());
        engine.beginSecondRun();
        Execution.ofFirst(done, engine, program, statements).run();
        engine.session().close();
        Trail earlier = engine.trail();
        engine.beginSecondRun();
        List<Refusal> refusals = Execution.of(engine, program, statements).runOn();
        engine.session().close();
        return Causes.of(program, engine, wanted, earlier, refusals);
    }
}
