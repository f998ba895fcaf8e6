package dev.migtrue.secrets;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A canary that stands in a file never comes out either. */
class CanaryInFilesTest {

    private static final EchoingServer SERVER = new EchoingServer();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void stop() throws IOException {
        SERVER.close();
    }

    @ParameterizedTest
    @MethodSource("dev.migtrue.secrets.Ways#kept")
    void noCanaryComesOut(Way way) throws IOException {
        new CanaryRun(folder, SERVER).of(way);
    }
}
