package dev.migtrue.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.scratch.Servers;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.Program;
import dev.migtrue.testing.ServerDatabase;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a run ends, the server that it started and all its files are gone. */
class NothingLeftBehindIT {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void whoeverIsKilledLeavesNoServer(String signal) throws Exception {
        Files.writeString(folder.resolve("a.sql"), "select pg_sleep(600);\n");

        leavesNothing(signal, folder, List.of("prove", "--dialect", "postgresql", "a.sql"), "a.sql");
    }

    /** The command is run after the server is up, and has a child of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void whoeverIsKilledLeavesNoServerOfAReplayAndNothingOfItsCommand(String signal) throws Exception {
        TestRepository repository = TestRepository.in(folder);
        repository.write("db/migrations/1_a.sql", "-- migrate:up\ncreate table a (id int);\n-- migrate:down\n");
        repository.write("migtrue.yaml", """
                systems:
                  - name: dbmate
                    root: .
                    replayCommand: sleep 600 & touch running; wait; true {version}
                """);
        try (ServerDatabase database = PostgresServer.freshDatabase()) {
            database.execute(
                    "create table schema_migrations (version varchar(128) primary key)",
                    "insert into schema_migrations values ('1')");

            leavesNothing(signal, repository.workTree(), List.of("drift", "--db", database.url()), "running");
        }
    }

    /**
     * @param place where it is run
     * @param sign a file that is there once the run is under way
     */
    private void leavesNothing(String signal, Path place, List<String> arguments, String sign) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        assertThat(temporary.toFile().setExecutable(true, false)).isTrue();
        assertThat(folder.toFile().setExecutable(true, false)).isTrue();
        Process run = start(place, temporary, arguments);
        while (!isServerUp(temporary) || !Files.exists(place.resolve(sign))) {
            assertThat(run.waitFor(50, TimeUnit.MILLISECONDS))
                    .as(Files.readString(folder.resolve("errors.txt")))
                    .isFalse();
        }
        List<ProcessHandle> started = run.descendants().toList();
        assertThat(started).hasSizeGreaterThan(3);

        new ProcessBuilder("kill", "-" + signal, String.valueOf(run.pid()))
                .start()
                .waitFor();

        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle process : started) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(folders(temporary)).isEmpty();
    }

    /** Whoever starts a build in the background has its children ignore INT, unless told otherwise. */
    private Process start(Path place, Path temporary, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", Program.migtrue()));
        command.addAll(arguments);
        command.addAll(List.of(
                "--scratch-server",
                Servers.programs(Dialect.POSTGRESQL).orElseThrow().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectOutput(folder.resolve("output.txt").toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().put("MIGTRUE_ALLOW_COMMANDS", "1");
        builder.environment().put("MIGTRUE_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
        return builder.start();
    }

    /** A server that may be connected to has written this in the last line of its file. */
    private static boolean isServerUp(Path temporary) throws IOException {
        for (Path server : folders(temporary)) {
            Path file = server.resolve("data/postmaster.pid");
            if (Files.exists(file) && Files.readString(file).contains("ready")) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> folders(Path temporary) throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(each -> String.valueOf(each.getFileName()).startsWith("migtrue-scratch-"))
                    .toList();
        }
    }
}
