package dev.migtrue.gather.database;

import java.time.Duration;

/**
 * How long a database is waited for.
 *
 * @param connect until somebody listens, and again until the login is through; an address that names its own
 *     overrides it
 * @param statement for each answer and for each lock that stands in its way; a server that falls silent in the midst of an answer is
 *     given two and a half seconds more, and by MariaDB's driver the same time once more
 */
public record Timeouts(Duration connect, Duration statement) {

    /** What holds where the user says nothing. */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(5));
}
