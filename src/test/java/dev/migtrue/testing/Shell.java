package dev.migtrue.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A POSIX shell that stays open in the work tree of a repository: starting {@code git} from it takes a fraction of what
 * it takes to start it from a large JVM.
 */
public final class Shell implements AutoCloseable {

    private static final byte[] END = "\0-- that was all --\0".getBytes(StandardCharsets.US_ASCII);

    private final Process process;
    private final InputStream output;

    private Shell(Process process) {
        this.process = process;
        this.output = new BufferedInputStream(process.getInputStream());
    }

    public static Shell in(TestRepository repository) {
        ProcessBuilder builder = new ProcessBuilder("sh")
                .directory(repository.workTree().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(repository.environment());
        try {
            return new Shell(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs commands, none of which gets anything to read, and gives what they printed, whatever came of them. */
    public String run(String commands) {
        String script = "{ %s\n} </dev/null\nprintf '\\0-- that was all --\\0'\n".formatted(commands);
        try {
            OutputStream input = process.getOutputStream();
            input.write(script.getBytes(StandardCharsets.UTF_8));
            input.flush();
            return readToEnd();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A text as one word of the shell. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private String readToEnd() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END.length) {
            int next = output.read();
            if (next < 0) {
                throw new AssertionError(
                        "the shell ended after it printed: " + printed.toString(StandardCharsets.UTF_8));
            }
            printed.write(next);
            matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
        }
        byte[] all = printed.toByteArray();
        return new String(Arrays.copyOf(all, all.length - END.length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
