package dev.migtrue.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Program;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher starts the program wherever it lies and whatever became of its class archive. */
class LauncherIT {

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");
    private Path archive = Path.of("");

    @BeforeEach
    void copyTheApplication() {
        home = folder.resolve("an é application");
        String packaged = Path.of("target", "migtrue").toAbsolutePath().toString();
        Program.Run copied = Program.run(folder, Map.of(), "cp", "-a", packaged, home.toString());
        assertThat(copied.exitCode()).as(copied.errors()).isZero();
        Path aot = home.resolve("lib/migtrue.aot");
        archive = Files.exists(aot) ? aot : home.resolve("lib/migtrue.jsa");
        assertThat(archive).exists();
    }

    @Test
    void aCopyElsewhereStarts() {
        starts(home.resolve("bin/migtrue"));
    }

    @Test
    void aSymbolicLinkStarts() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("bin/migtrue"));

        starts(Files.createSymbolicLink(folder.resolve("link to link"), link.getFileName()));
    }

    @Test
    void itStartsWithoutAnArchive() throws IOException {
        Files.delete(archive);

        starts(home.resolve("bin/migtrue"));
    }

    @Test
    void aTruncatedArchiveIsPassedOver() throws IOException {
        for (double part : new double[] {0, 0.001, 0.5, 0.999}) {
            try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
                channel.truncate((long) (channel.size() * part));
            }
            starts(home.resolve("bin/migtrue"));
        }
    }

    @Test
    void garbageInTheArchiveIsPassedOver() throws IOException {
        Random random = new Random(20_261_120);
        byte[] garbage = new byte[4096];
        try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            for (int i = 0; i < 20; i++) {
                random.nextBytes(garbage);
                channel.write(ByteBuffer.wrap(garbage), random.nextLong(channel.size()));
            }
        }

        starts(home.resolve("bin/migtrue"));
    }

    @Test
    void optionsMeantForOtherJavaProgramsDoNotReachOurs() {
        Program.Run run = Program.run(
                folder,
                Map.of("JAVA_TOOL_OPTIONS", "-Xshare:auto -Dx=y", "LC_ALL", "C"),
                home.resolve("bin/migtrue").toString(),
                "rules");

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).contains("untracked-migration");
    }

    private void starts(Path launcher) {
        Program.Run version = Program.run(folder, Map.of(), launcher.toString(), "--version");
        assertThat(version.output()).matches("migtrue \\d+\\.\\d+\\.\\d+\n");
        assertThat(version.exitCode()).isZero();

        Program.Run run = Program.run(folder, Map.of(), launcher.toString(), "rules");
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).contains("untracked-migration");
        assertThat(run.exitCode()).isZero();

        Program.Run misuse = Program.run(folder, Map.of(), launcher.toString(), "check", "--nonsense");
        assertThat(misuse.exitCode()).isEqualTo(2);
    }
}
