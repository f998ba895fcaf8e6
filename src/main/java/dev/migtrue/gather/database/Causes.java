package dev.migtrue.gather.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/** What lies behind an exception that came out of JDBI or a driver. */
final class Causes {

    private Causes() {}

    /** Whether the connection itself has failed. */
    static boolean isLoss(JdbiException exception) {
        return of(exception).anyMatch(IOException.class::isInstance);
    }

    /** What the driver said first, or, where no driver said anything, what was said. */
    static SQLException sql(Exception exception) {
        return of(exception)
                .flatMap(next -> next instanceof SQLException found ? Stream.of(found) : Stream.empty())
                .findFirst()
                .orElseGet(() -> new SQLException(exception.getMessage(), exception));
    }

    private static Stream<Throwable> of(Exception exception) {
        return Stream.iterate(exception, next -> next != null, Throwable::getCause);
    }
}
