package dev.migtrue.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A canary that is brought in by an argument or a variable never comes out: not in any format, nor into a file, nor with a stack trace. */
class CanaryTest {

    private static final EchoingServer SERVER = new EchoingServer();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void stop() throws IOException {
        SERVER.close();
    }

    @Test
    void thereAreManyWays() {
        assertThat(Ways.all().map(Way::name)).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("dev.migtrue.secrets.Ways#told")
    void noCanaryComesOut(Way way) throws IOException {
        new CanaryRun(folder, SERVER).of(way);
    }
}
