package dev.migtrue.gather.database;

import dev.migtrue.model.Applied.Obstacle;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;

/** What an exception of H2 means, by its error codes: its words depend on the language of the user. */
final class H2Failure {

    /** What H2 says of an answer that no server of its own would give. */
    private static final String STRANGE_ANSWER = "unexpected status";

    private final SQLException exception;
    private final Timeouts timeouts;
    private final Optional<H2File> file;

    /** @param file what was opened, if it was a file */
    H2Failure(SQLException exception, Timeouts timeouts, Optional<H2File> file) {
        this.exception = exception;
        this.timeouts = timeouts;
        this.file = file;
    }

    Obstacle obstacle() {
        return switch (exception.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1,
                    ErrorCode.LOCK_TIMEOUT_1,
                    ErrorCode.STATEMENT_WAS_CANCELED,
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE -> Obstacle.UNREACHABLE;
            case ErrorCode.CONNECTION_BROKEN_1 -> isStrange() ? Obstacle.REFUSED : Obstacle.UNREACHABLE;
            default -> isNetwork() ? Obstacle.UNREACHABLE : Obstacle.REFUSED;
        };
    }

    String words() {
        return switch (exception.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "locked by a program that has it open";
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                "written by another version of H2"
                        + file.flatMap(H2File::format)
                                .map(format -> ", in its format " + format)
                                .orElse("");
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.IO_EXCEPTION_1 ->
                isNetwork() ? network(timeouts.connect()) : damage();
            case ErrorCode.FILE_ENCRYPTION_ERROR_1 -> "the password of the encrypted file is wrong";
            case ErrorCode.WRONG_USER_OR_PASSWORD -> "wrong user name or password";
            case ErrorCode.STATEMENT_WAS_CANCELED -> TcpProbe.silence(timeouts.statement());
            case ErrorCode.CONNECTION_BROKEN_1 ->
                isStrange() ? "what listens there does not speak H2's protocol" : network(timeouts.connect());
            default -> network(timeouts.statement());
        };
    }

    private String damage() {
        return file.filter(H2File::isEncrypted).isPresent()
                ? "an encrypted H2 database, whose address must say CIPHER"
                : "damaged H2 database, or none at all";
    }

    private boolean isStrange() {
        return message().contains(STRANGE_ANSWER);
    }

    /** Whether it was the way to a server that failed: what fails at the server itself comes without a cause. */
    private boolean isNetwork() {
        return file.isEmpty() && ioFailures().findAny().isPresent();
    }

    private String network(Duration limit) {
        return ioFailures()
                .map(cause -> TcpProbe.cause(cause, limit))
                .findFirst()
                .orElseGet(() -> Wording.phrase(message()));
    }

    private Stream<IOException> ioFailures() {
        return Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> cause instanceof IOException io ? Stream.of(io) : Stream.empty());
    }

    private String message() {
        Optional<String> bare =
                exception instanceof JdbcException h2 ? Optional.ofNullable(h2.getOriginalMessage()) : Optional.empty();
        return bare.or(() -> Optional.ofNullable(exception.getMessage())).orElse("unknown failure");
    }
}
