package dev.migtrue.cli;

import dev.migtrue.gather.address.KnownSecrets;
import java.io.IOException;
import java.io.Writer;

/** The gate through which all text leaves: what is known to be secret stays behind. It lets whole lines through, or what is there when it is flushed. */
final class GuardedWriter extends Writer {

    private final Writer outside;
    private final KnownSecrets secrets;
    private final StringBuilder waiting = new StringBuilder();

    GuardedWriter(Writer outside, KnownSecrets secrets) {
        this.outside = outside;
        this.secrets = secrets;
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
        waiting.append(text, start, length);
        int end = waiting.lastIndexOf("\n") + 1;
        if (end > 0) {
            release(end);
        }
    }

    @Override
    public void flush() throws IOException {
        release(waiting.length());
        outside.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        outside.close();
    }

    private void release(int end) throws IOException {
        outside.write(secrets.withoutDistinctive(waiting.substring(0, end)));
        waiting.delete(0, end);
    }
}
