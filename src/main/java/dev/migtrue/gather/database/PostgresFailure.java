package dev.migtrue.gather.database;

import dev.migtrue.model.Applied.Obstacle;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What an exception of the PostgreSQL driver means. */
final class PostgresFailure {

    private static final String NO_CONNECTION = "08001";
    private static final String REJECTED = "08004";
    private static final String WRONG_PROTOCOL = "08P01";

    private final SQLException exception;
    private final Timeouts timeouts;
    private final String state;

    PostgresFailure(SQLException exception, Timeouts timeouts) {
        this.exception = exception;
        this.timeouts = timeouts;
        this.state = Optional.ofNullable(exception.getSQLState()).orElse("");
    }

    /**
     * Whether the database could not be reached, or answered no; by the server's error codes, which no language
     * changes.
     */
    Obstacle obstacle() {
        if (has(SSLException.class) && !has(SocketTimeoutException.class)) {
            return Obstacle.REFUSED;
        }
        return switch (state) {
            case REJECTED, WRONG_PROTOCOL -> Obstacle.REFUSED;
            // Out of time: for a lock, in an idle transaction, in a whole one.
            case "55P03", "25P03", "25P04" -> Obstacle.UNREACHABLE;
            // The connection failed; the server is overloaded; somebody intervened, the clock or a shutdown among them.
            default ->
                state.startsWith("08") || state.startsWith("53") || state.startsWith("57")
                        ? Obstacle.UNREACHABLE
                        : Obstacle.REFUSED;
        };
    }

    /**
     * The server's own words where it spoke, ours where it did not: the driver's depend on the language of the user.
     *
     * @param wanted the kind of server that was asked for, if not any
     */
    String words(Optional<String> wanted) {
        Optional<String> server = exception instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage()).map(ServerErrorMessage::getMessage)
                : Optional.empty();
        Duration limit = state.equals(NO_CONNECTION) ? timeouts.connect() : timeouts.statement();
        Optional<String> network = causes().filter(
                        cause -> cause instanceof IOException && !(cause instanceof SSLException))
                .map(cause -> TcpProbe.cause((IOException) cause, limit))
                .findFirst();
        return server.or(() -> network).orElseGet(() -> ownWords(wanted));
    }

    private String ownWords(Optional<String> wanted) {
        String silence = TcpProbe.silence(timeouts.connect());
        return switch (state) {
            case NO_CONNECTION ->
                wanted.map(kind -> "no " + kind + " server there, or " + silence)
                        .orElse(silence);
            case WRONG_PROTOCOL -> "what listens there does not speak PostgreSQL's protocol";
            default ->
                Wording.phrase(Optional.ofNullable(exception.getMessage()).orElse("unknown failure"));
        };
    }

    private boolean has(Class<? extends Throwable> type) {
        return causes().anyMatch(type::isInstance);
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause);
    }
}
