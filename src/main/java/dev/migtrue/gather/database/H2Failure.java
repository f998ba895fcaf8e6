package dev.migtrue.gather.database;

import dev.migtrue.model.Applied.Obstacle;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;

/** What an exception of H2 means, by its error codes: its words depend on the language of the user. */
final class H2Failure {

    private final SQLException exception;
    private final Timeouts timeouts;

    H2Failure(SQLException exception, Timeouts timeouts) {
        this.exception = exception;
        this.timeouts = timeouts;
    }

    Obstacle obstacle() {
        return switch (exception.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1,
                    ErrorCode.LOCK_TIMEOUT_1,
                    ErrorCode.STATEMENT_WAS_CANCELED,
                    ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE -> Obstacle.UNREACHABLE;
            default -> Obstacle.REFUSED;
        };
    }

    /** @param file what was opened, if it was a file */
    String words(Optional<H2File> file) {
        return switch (exception.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "locked by a program that has it open";
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                "written by another version of H2"
                        + file.flatMap(H2File::format)
                                .map(format -> ", in its format " + format)
                                .orElse("");
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.IO_EXCEPTION_1 ->
                file.filter(H2File::isEncrypted).isPresent()
                        ? "an encrypted H2 database, whose address must say CIPHER"
                        : "damaged H2 database, or none at all";
            case ErrorCode.FILE_ENCRYPTION_ERROR_1 -> "the password of the encrypted file is wrong";
            case ErrorCode.WRONG_USER_OR_PASSWORD -> "wrong user name or password";
            case ErrorCode.STATEMENT_WAS_CANCELED -> TcpProbe.silence(timeouts.statement());
            case ErrorCode.CONNECTION_BROKEN_1 -> network();
            default -> Wording.phrase(message());
        };
    }

    private String network() {
        return Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> cause instanceof IOException io ? Stream.of(io) : Stream.empty())
                .map(cause -> TcpProbe.cause(cause, timeouts.connect()))
                .findFirst()
                .orElseGet(() -> Wording.phrase(message()));
    }

    private String message() {
        Optional<String> bare =
                exception instanceof JdbcException h2 ? Optional.ofNullable(h2.getOriginalMessage()) : Optional.empty();
        return bare.or(() -> Optional.ofNullable(exception.getMessage())).orElse("unknown failure");
    }
}
