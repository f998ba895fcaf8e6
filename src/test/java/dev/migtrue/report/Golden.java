package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.GoldenUpdate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text kept in a file and compared exactly; {@link GoldenUpdate} writes the file anew.
 */
final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "report");
    private static final String ESCAPE = "\u001b";
    private static final String ESCAPE_SHOWN = "␛";

    private Golden() {}

    /** Fails unless {@code actual} is what the file holds; the escape character stands there as its visible symbol. */
    static void assertSame(String file, String actual) {
        String shown = actual.replace(ESCAPE, ESCAPE_SHOWN);
        Path path = FOLDER.resolve(file);
        if (GoldenUpdate.isAsked()) {
            update(path, shown);
        }
        assertThat(shown).as(file).isEqualTo(read(path));
    }

    private static void update(Path path, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("no golden file; write it with -Dgolden.update=true", e);
        }
    }
}
