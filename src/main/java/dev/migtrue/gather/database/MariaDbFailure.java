package dev.migtrue.gather.database;

import dev.migtrue.model.Applied.Obstacle;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an exception of the MariaDB driver means, by the server's error numbers, which no language changes. */
final class MariaDbFailure {

    private static final int NO_SUCH_DATABASE = 1049;
    private static final int NO_SUCH_TABLE = 1146;
    private static final int NO_RIGHT_TO_TABLE = 1142;

    /** The ranges that servers and drivers number their errors in; below are those of the driver itself. */
    private static final int FIRST_OF_SERVERS = 1000;

    /**
     * Out of time for a lock, too much use (twice), stopped by somebody, killed, out of time in MariaDB and MySQL; those
     * that end a connection besides.
     */
    private static final Set<Integer> PASSING = Set.of(1205, 1203, 1226, 1317, 1927, 1969, 3024);

    private final SQLException exception;
    private final Timeouts timeouts;

    MariaDbFailure(SQLException exception, Timeouts timeouts) {
        this.exception = exception;
        this.timeouts = timeouts;
    }

    /** Whether the table or its database does not exist. */
    static boolean isAbsence(SQLException exception) {
        return exception.getErrorCode() == NO_SUCH_TABLE || exception.getErrorCode() == NO_SUCH_DATABASE;
    }

    /** Whether the server cannot talk in secret at all. */
    static boolean isLackOfTls(SQLException exception) {
        return message(exception).contains("ssl not enabled in the server");
    }

    /** What to say of it. */
    TableRead.NotRead at(String place) {
        return new TableRead.NotRead(obstacle(), place + ": " + words());
    }

    private Obstacle obstacle() {
        if (isFromServer()) {
            boolean isBroken =
                    Optional.ofNullable(exception.getSQLState()).orElse("").startsWith("08");
            return isBroken || PASSING.contains(exception.getErrorCode()) ? Obstacle.UNREACHABLE : Obstacle.REFUSED;
        }
        return network().isPresent() ? Obstacle.UNREACHABLE : Obstacle.REFUSED;
    }

    private String words() {
        String bare = message(exception).replaceFirst("^\\(conn=\\d+\\) ", "");
        if (exception.getErrorCode() == NO_RIGHT_TO_TABLE) {
            // The server says the same of a table that is not there.
            return bare + ", or there is none";
        }
        if (isFromServer()) {
            return bare;
        }
        if (bare.contains("maxAllowedPacket") || bare.contains("handshake protocol")) {
            return "what listens there does not speak MySQL's protocol";
        }
        return network().map(cause -> TcpProbe.cause(cause, limit())).orElseGet(() -> Wording.phrase(bare));
    }

    /** What kept the two machines from talking; a file that cannot be read or a certificate that is no good does not. */
    private Optional<IOException> network() {
        return Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> switch (cause) {
                    case SocketException io -> Stream.of(io);
                    case SocketTimeoutException io -> Stream.of(io);
                    case EOFException io -> Stream.of(io);
                    default -> Stream.<IOException>empty();
                })
                .findFirst();
    }

    private boolean isFromServer() {
        return exception.getErrorCode() >= FIRST_OF_SERVERS;
    }

    /** The wait for a login ends sooner than that for an answer, whose connection has a number already. */
    private Duration limit() {
        return message(exception).startsWith("(conn=") ? timeouts.statement().plusSeconds(2) : timeouts.connect();
    }

    private static String message(SQLException exception) {
        return Optional.ofNullable(exception.getMessage()).orElse("unknown failure");
    }
}
