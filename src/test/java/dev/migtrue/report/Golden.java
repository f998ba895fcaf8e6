package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text kept in a file and compared exactly. {@code -Dgolden.update=true} writes the file anew, for a look at the
 * difference before it is committed; never where {@code CI} is set, as nobody looks there.
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
        if (Boolean.getBoolean("golden.update")) {
            update(path, shown);
        }
        assertThat(shown).as(file).isEqualTo(read(path));
    }

    private static void update(Path path, String text) {
        if (System.getenv("CI") != null) {
            throw new IllegalStateException("golden files are not written where CI is set: nobody would look at them");
        }
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
