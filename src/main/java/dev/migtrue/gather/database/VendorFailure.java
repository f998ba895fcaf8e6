package dev.migtrue.gather.database;

import dev.migtrue.model.Applied.Obstacle;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an exception of a driver that the user brought along means, by the numbers of the server's errors, which no
 * language changes.
 */
final class VendorFailure {

    /** What Oracle's driver says of a packet that is none. */
    private static final int BAD_PACKET = 17904;

    /** An answer over HTTP that is not ClickHouse's; a gateway before it may say that it is away. */
    private static final Pattern STRANGE_ANSWER = Pattern.compile("\\(transport error: (?!50[234])");

    private final Vendor vendor;
    private final SQLException exception;
    private final Duration patience;

    /** @param patience how long an answer was waited for */
    VendorFailure(Vendor vendor, SQLException exception, Duration patience) {
        this.vendor = vendor;
        this.exception = exception;
        this.patience = patience;
    }

    /** Whether the table, or the database that it would be in, does not exist. */
    boolean isAbsence() {
        return switch (vendor) {
            case SQL_SERVER -> exception.getErrorCode() == 208;
            case ORACLE -> exception.getErrorCode() == 942;
            case CLICKHOUSE -> Set.of(60, 81).contains(exception.getErrorCode());
        };
    }

    /** What to say of it. */
    TableRead.NotRead at(String place) {
        Optional<String> stranger = stranger();
        if (stranger.isPresent()) {
            return new TableRead.NotRead(Obstacle.REFUSED, place + ": " + stranger.get());
        }
        Optional<IOException> network = network();
        boolean isPassing = network.isPresent() || passing().contains(exception.getErrorCode());
        return new TableRead.NotRead(
                isPassing ? Obstacle.UNREACHABLE : Obstacle.REFUSED,
                place + ": "
                        + network.map(cause -> TcpProbe.cause(cause, patience)).orElseGet(this::words));
    }

    /**
     * Errors that go away by themselves. SQL Server: stuck for a lock, chosen in a deadlock, paused, shutting down, busy
     * (Azure). Oracle: starting or stopping (thrice), no handler free (six times), no answer. ClickHouse: out of time, too
     * many queries, its own network (twice), out of memory, stopped (twice).
     */
    private Set<Integer> passing() {
        return switch (vendor) {
            case SQL_SERVER -> Set.of(1222, 1205, 17142, 6005, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920);
            case ORACLE -> Set.of(1033, 1034, 1089, 12516, 12518, 12519, 12520, 12526, 12528, 12170, 12541, 1013);
            case CLICKHOUSE -> Set.of(159, 202, 209, 210, 241, 236, 394);
        };
    }

    /** Said where whoever listens is no such server at all. */
    private Optional<String> stranger() {
        boolean isStranger = switch (vendor) {
            case SQL_SERVER -> message().contains("pre-login response");
            case ORACLE -> exception.getErrorCode() == BAD_PACKET;
            case CLICKHOUSE ->
                exception.getErrorCode() == 0
                        && STRANGE_ANSWER.matcher(message()).find();
        };
        return isStranger
                ? Optional.of("what listens there does not speak " + vendor.title() + "'s protocol")
                : Optional.empty();
    }

    private String words() {
        String message = message();
        return switch (vendor) {
            case SQL_SERVER -> Wording.phrase(message.replaceFirst(" ClientConnectionId:[0-9a-fA-F-]+", ""));
            case ORACLE ->
                message.strip().lines().findFirst().orElse(message).replaceFirst(" \\(CONNECTION_ID=[^)]*\\)", "");
            case CLICKHOUSE ->
                Wording.phrase(message.replaceFirst("(?s)^.*?Code: \\d+\\. DB::Exception: ", "")
                        .replaceFirst("(?s) \\(version .*", ""));
        };
    }

    /** What kept the two machines from talking. */
    private Optional<IOException> network() {
        return causes().flatMap(cause -> switch (cause) {
                    case SocketException io -> Stream.of(io);
                    case SocketTimeoutException io -> Stream.of(io);
                    case UnknownHostException io -> Stream.of(io);
                    case EOFException io -> Stream.of(io);
                    default -> Stream.<IOException>empty();
                })
                .findFirst();
    }

    private String message() {
        return Optional.ofNullable(exception.getMessage()).orElse("unknown failure");
    }

    private Stream<Throwable> causes() {
        return Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause);
    }
}
