package dev.migtrue.testing;

import dev.migtrue.testing.ServerDatabase.Kind;
import dev.migtrue.testing.ServerDatabase.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PostgreSQL server that all tests of a JVM share: started by the first test that needs it, stopped with the JVM.
 * It trusts {@code postgres} and asks every other role for its password. It logs each statement before running it.
 */
public final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final Pattern ENTRY = Pattern.compile(
            "\\|(?<role>[^|]*)\\|(?<program>[^|]*)\\|(?<database>[^|]*)\\|LOG:  (?<words>.*)", Pattern.DOTALL);

    private PostgresServer() {}

    /** An empty database of the caller's own. */
    public static ServerDatabase freshDatabase() {
        return ServerDatabase.create(
                new Server(Kind.POSTGRESQL, Started.SERVER.getPort()), "fresh_" + DATABASES.incrementAndGet());
    }

    /**
     * What the server was asked by a role so far, in order, each in the words of the server's log: {@code statement:
     * select 1}, {@code execute <unnamed>: select $1}.
     */
    public static List<String> logged(String role) {
        return logged(entry -> entry.group("role").equals(role));
    }

    /** What migtrue asked of a database, whoever it was logged in as. */
    static List<String> loggedOfMigtrue(String database) {
        return logged(entry -> entry.group("database").equals(database)
                && entry.group("program").equals("migtrue"));
    }

    private static List<String> logged(Predicate<Matcher> isWanted) {
        List<String> logged = new ArrayList<>();
        boolean wasWanted = false;
        for (String line : lines(Started.LOG)) {
            if (!line.startsWith("\t")) {
                Matcher entry = ENTRY.matcher(line);
                wasWanted = entry.matches() && isWanted.test(entry);
                if (wasWanted) {
                    logged.add(entry.group("words"));
                }
            } else if (wasWanted) {
                logged.add(logged.removeLast() + "\n" + line.substring(1));
            }
        }
        return logged;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded, and thereby started, when first asked for. */
    private static final class Started {

        /**
         * Every server process writes its log straight into this file, so that what a client was answered for is in
         * it. A log collector would write it some time later.
         */
        static final Path LOG = temporaryFile();

        static final EmbeddedPostgres SERVER = start();

        private static Path temporaryFile() {
            try {
                Path file = Files.createTempFile("postgresql", ".log");
                file.toFile().deleteOnExit();
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOutputRedirector(Redirect.appendTo(LOG.toFile()))
                        // The locale of whoever runs the tests may not even be installed.
                        .setLocaleConfig("locale", "C")
                        .setDataDirectoryCustomizer(Started::configure)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void configure(File folder) {
            try {
                Files.writeString(folder.toPath().resolve("pg_hba.conf"), """
                        local all all trust
                        host all postgres all trust
                        host all all all scram-sha-256
                        """);
                Files.writeString(folder.toPath().resolve("postgresql.conf"), """
                        log_statement = all
                        log_line_prefix = '|%u|%a|%d|'
                        lc_messages = 'C'
                        """, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
