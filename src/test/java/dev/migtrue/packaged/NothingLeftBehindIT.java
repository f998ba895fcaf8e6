package dev.migtrue.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.scratch.Servers;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @ValueSource(strings = {"KILL", "TERM"})
    void whoeverIsKilledLeavesNoServer(String signal) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        assertThat(temporary.toFile().setExecutable(true, false)).isTrue();
        assertThat(folder.toFile().setExecutable(true, false)).isTrue();
        Process run = start(temporary);
        while (!isServerUp(temporary)) {
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

    private Process start(Path temporary) throws IOException {
        Files.writeString(folder.resolve("a.sql"), "select pg_sleep(600);\n");
        ProcessBuilder builder = new ProcessBuilder(
                        Program.migtrue(),
                        "prove",
                        "--dialect",
                        "postgresql",
                        "--scratch-server",
                        Servers.programs(Dialect.POSTGRESQL).orElseThrow().toString(),
                        "a.sql")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("output.txt").toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
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
