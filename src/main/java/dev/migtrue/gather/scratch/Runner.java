package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Piece;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Failure;
import dev.migtrue.model.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs scripts in a session, statement by statement, until one is refused. */
public final class Runner {

    private final Connection connection;
    private final Dialect dialect;

    public Runner(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Runs all of it. */
    public Optional<Stop> run(Program program) throws Outside {
        return run(program, Integer.MAX_VALUE);
    }

    /** Runs its first statements, and then no more: what was begun is lost. */
    Optional<Stop> run(Program program, int most) throws Outside {
        List<Script> scripts = scripts(program);
        Progress progress = new Progress();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (program.mode() == Mode.ONE_TRANSACTION) {
                statement.execute(dialect == Dialect.H2 ? "SET AUTOCOMMIT OFF" : "BEGIN");
            }
            for (Script script : scripts) {
                run(script, most, statement, progress);
            }
            if (program.mode() == Mode.ONE_TRANSACTION && progress.done < most) {
                statement.execute("COMMIT");
            }
            return Optional.empty();
        } catch (SQLException refusal) {
            undo();
            return Optional.of(
                    new Stop(progress.done, progress.at, Refusals.code(refusal, dialect), Refusals.message(refusal)));
        }
    }

    /** How many statements there are in a program. */
    static int statements(Program program) throws Outside {
        return scripts(program).stream()
                .mapToInt(script -> script.statements().size())
                .sum();
    }

    private static List<Script> scripts(Program program) throws Outside {
        List<Script> scripts = new ArrayList<>();
        for (Operation operation : program.operations()) {
            if (!(operation instanceof Operation.Written written)) {
                throw new Outside("it is code, which only its own tool can run");
            }
            scripts.add(Script.within(written.file(), written.place(), program.dialect()));
        }
        return scripts;
    }

    /** How far a run has come. */
    private static final class Progress {
        private int done;
        private Span at = new Span(1, 1, 1, 1);
    }

    private void run(Script script, int most, Statement statement, Progress progress) throws SQLException, Outside {
        List<Piece> pieces = script.pieces();
        for (int index = 0; index < pieces.size() && progress.done < most; index++) {
            Piece piece = pieces.get(index);
            if (piece instanceof Piece.Command command) {
                Clients.check(command);
            } else if (piece instanceof dev.migtrue.language.sql.Statement sql) {
                progress.at = script.span(sql.content().place());
                Reach.check(sql);
                execute(statement, sql, index + 1 < pieces.size() ? pieces.get(index + 1) : piece);
                progress.done++;
            }
        }
    }

    /** Without the marks of a comment whose content is run: the one that opens it may stand before the statement. */
    private static String text(Clause content) {
        StringBuilder text = new StringBuilder();
        for (int index = content.from(); index < content.to(); index++) {
            text.append(
                    content.tokens().kind(index) == TokenKind.CODE_MARK
                            ? " "
                            : content.tokens().text(index));
        }
        return text.toString();
    }

    private void execute(Statement statement, dev.migtrue.language.sql.Statement sql, Piece next) throws SQLException {
        String text = text(sql.content());
        if (next instanceof Piece.Data data) {
            CopiedRows.copy(connection, text, data.clause().text());
            return;
        }
        boolean hasRows = statement.execute(text);
        while (hasRows || statement.getUpdateCount() >= 0) {
            hasRows = statement.getMoreResults();
        }
    }

    /** A session that goes on is not to go on within what failed. */
    private void undo() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException none) {
            requireAlive(none);
        }
    }

    private void requireAlive(SQLException problem) {
        try {
            if (!connection.isClosed() && connection.isValid(5)) {
                return;
            }
        } catch (SQLException lost) {
            problem.addSuppressed(lost);
        }
        throw new Failure(
                "the throw-away database is gone: " + problem.getMessage(),
                "run again; if that does not help, name another server with --scratch-server",
                problem);
    }
}
