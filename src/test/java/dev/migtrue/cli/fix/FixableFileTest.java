package dev.migtrue.cli.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.Failure;
import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixableFileTest {

    @TempDir
    private Path folder = Path.of("");

    private FixableFile file(String name) {
        return new FixableFile(new RepoPath(name), folder.resolve(name), List.of());
    }

    @Test
    void keepsTheRightsAndLeavesNothingBeside() throws IOException {
        Path path = Files.writeString(folder.resolve("a.sql"), "old");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));
        file("a.sql").write("new");
        assertThat(path).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwxr-x---");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void writesWhatALinkLeadsTo() throws IOException {
        Path real = Files.writeString(folder.resolve("real.sql"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.sql"), real);
        file("link.sql").write("new");
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        byte[] bytes = {'-', '-', ' ', (byte) 0xE4, '\n'};
        Path path = Files.write(folder.resolve("a.sql"), bytes);
        assertThatThrownBy(() -> file("a.sql").text())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("a.sql: it is not UTF-8");
        assertThat(path).hasBinaryContent(bytes);
    }

    @Test
    void saysThatAFileIsGone() {
        assertThatThrownBy(() -> file("gone.sql").text()).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> file("gone.sql").write("x")).isInstanceOf(Failure.class);
    }
}
