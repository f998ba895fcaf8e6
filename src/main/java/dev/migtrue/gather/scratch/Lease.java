package dev.migtrue.gather.scratch;

import dev.migtrue.gather.database.WritingLogin;
import dev.migtrue.model.Failure;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right to a database of our own on a server of others. It ends, and the database with it, when it is closed or this process is told to
 * end. Of one that is killed the server keeps the database: but no session holds its lock any more, so that whoever comes next drops it.
 */
final class Lease implements AutoCloseable {

    /** In bytes of UTF-8. */
    private static final int LONGEST_BEGINNING = 30;

    private static final int BYTES_OF_ENDING = 4;
    private static final Duration MOST_AT_THE_END = Duration.ofSeconds(5);

    private final String name;
    private final Connection connection;
    private final Housekeeping server;
    private final Thread atTheEnd = Thread.ofPlatform().unstarted(this::endInTime);
    private boolean isOver;

    private Lease(String name, Connection connection, Housekeeping server) {
        this.name = name;
        this.connection = connection;
        this.server = server;
    }

    /** A new one; what ended ones left there is dropped, as far as that is allowed. */
    static Lease take(WritingLogin login) throws SQLException {
        String usual = login.database();
        String beginning = shortened(usual) + "_migtrue_";
        Connection connection = login.connect(usual);
        try {
            Questions questions = new Questions(connection);
            Housekeeping server = switch (login) {
                case WritingLogin.Postgres postgres -> new Housekeeping.Postgres(questions);
                case WritingLogin.MariaDb mariaDb -> new Housekeeping.MariaDb(questions);
            };
            server.settle();
            dropAbandoned(server, Pattern.compile("(" + Pattern.quote(beginning) + "[0-9a-f]{8})(?:_kept)?"));
            Lease lease = new Lease(beginning + ending(), connection, server);
            server.lock(lease.name);
            Runtime.getRuntime().addShutdownHook(lease.atTheEnd);
            return lease;
        } catch (SQLException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
    }

    /**
     * Locks of PostgreSQL are of one database, so that those of two must never share what their names begin with. It counts the bytes of names,
     * and cuts off without a word what is too long: of ours that would be all that tells it from the user's.
     */
    static String shortened(String usual) {
        if (length(usual) <= LONGEST_BEGINNING) {
            return usual;
        }
        StringBuilder beginning = new StringBuilder();
        usual.codePoints()
                .takeWhile(letter -> length(beginning) + length(Character.toString(letter)) <= LONGEST_BEGINNING - 9)
                .forEach(beginning::appendCodePoint);
        return "%s_%08x".formatted(beginning, usual.hashCode());
    }

    private static int length(CharSequence name) {
        return name.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String ending() {
        byte[] ending = new byte[BYTES_OF_ENDING];
        new SecureRandom().nextBytes(ending);
        return HexFormat.of().formatHex(ending);
    }

    private static void dropAbandoned(Housekeeping server, Pattern ours) throws SQLException {
        List<String> names = server.names().stream()
                .map(ours::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
        for (String name : names) {
            if (server.lock(name)) {
                dropAbandoned(server, name);
            }
        }
    }

    private static void dropAbandoned(Housekeeping server, String name) throws SQLException {
        try {
            server.drop(name);
        } catch (SQLException refused) {
            // It is another user's: who may drop it will.
            return;
        } finally {
            server.unlock(name);
        }
    }

    /** What the database is called. */
    String name() {
        return name;
    }

    /** A server that does not answer any more keeps nobody from ending. */
    private void endInTime() {
        Thread end = Thread.ofPlatform().daemon().start(() -> {
            try {
                end();
            } catch (SQLException gone) {
                // The next run drops it.
                return;
            }
        });
        try {
            end.join(MOST_AT_THE_END);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end() throws SQLException {
        if (isOver) {
            return;
        }
        isOver = true;
        try (connection) {
            server.drop(name);
        }
    }

    @Override
    public void close() {
        try {
            end();
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            // Then it has no hook to be taken from.
            return;
        } catch (SQLException refused) {
            throw new Failure(
                    "the throw-away database '%s' cannot be dropped: %s".formatted(name, Refusals.message(refused)),
                    "drop it by hand, or run again: what is left of it is dropped first",
                    refused);
        }
    }
}
