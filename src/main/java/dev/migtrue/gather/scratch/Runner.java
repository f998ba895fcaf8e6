package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Piece;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.rerun.Mode;
import dev.migtrue.model.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Runs scripts in a session, statement by statement, until one is refused. */
final class Runner {

    private final Connection connection;
    private final Dialect dialect;

    Runner(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Runs all of it. */
    Optional<Stop> run(Script script, Mode mode) throws Outside {
        return run(script, mode, script.statements().size(), Finish.WITH_COMMIT);
    }

    /** Runs its beginning, and then no more: what was in a transaction is lost. */
    Optional<Stop> run(Script script, Mode mode, int statements) throws Outside {
        return run(script, mode, statements, Finish.WITHOUT);
    }

    private enum Finish {
        WITH_COMMIT,
        WITHOUT
    }

    private Optional<Stop> run(Script script, Mode mode, int most, Finish finish) throws Outside {
        List<Piece> pieces = script.pieces();
        Place place = new Place(0, 0);
        int index = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (mode == Mode.ONE_TRANSACTION) {
                statement.execute(beginning());
            }
            for (int at = 0; at < pieces.size() && index < most; at++) {
                Piece piece = pieces.get(at);
                if (piece instanceof Piece.Command command) {
                    Clients.check(command);
                } else if (piece instanceof dev.migtrue.language.sql.Statement sql) {
                    place = sql.place();
                    Reach.check(sql);
                    Piece next = at + 1 < pieces.size() ? pieces.get(at + 1) : piece;
                    execute(statement, sql, next);
                    index++;
                }
            }
            if (mode == Mode.ONE_TRANSACTION && finish == Finish.WITH_COMMIT) {
                index = Math.max(0, index - 1);
                statement.execute("COMMIT");
            }
            return Optional.empty();
        } catch (SQLException refusal) {
            undo();
            return Optional.of(new Stop(index, place, Refusals.code(refusal, dialect), Refusals.message(refusal)));
        }
    }

    private String beginning() {
        return dialect == Dialect.H2 ? "SET AUTOCOMMIT OFF" : "BEGIN";
    }

    private void execute(Statement statement, dev.migtrue.language.sql.Statement sql, Piece next) throws SQLException {
        String text = sql.content().text();
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
