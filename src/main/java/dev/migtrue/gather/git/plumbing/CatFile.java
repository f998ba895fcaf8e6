package dev.migtrue.gather.git.plumbing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectStream;
import org.eclipse.jgit.util.MutableInteger;

/** One {@code git cat-file --batch} that is asked for many objects. It is started by the first question. */
final class CatFile implements AutoCloseable {

    /** An object of more bytes is told of and passed over. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private final GitProgram git;
    private final ObjectFormat format;
    private Optional<Conversation> conversation = Optional.empty();

    private record Conversation(Process process, OutputStream questions, InputStream answers) {}

    CatFile(GitProgram git, ObjectFormat format) {
        this.git = git;
        this.format = format;
    }

    /**
     * An object as git has it.
     *
     * @param name its name in full
     * @param loader its content, with all names in it cut to what JGit knows
     */
    record Found(String name, ObjectLoader loader) {}

    /** The object with this id; absent when the repository does not have it. */
    synchronized Optional<Found> find(ObjectId id) throws IOException {
        try {
            return ask(id);
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private Optional<Found> ask(ObjectId id) throws IOException {
        Conversation open = conversation();
        open.questions().write((id.name() + "\n").getBytes(StandardCharsets.US_ASCII));
        open.questions().flush();
        String[] header = line(open.answers()).split(" ", -1);
        if (header.length != 3) {
            return Optional.empty();
        }
        byte[] kind = (header[1] + " ").getBytes(StandardCharsets.US_ASCII);
        int type = Constants.decodeTypeString(id, kind, (byte) ' ', new MutableInteger());
        ObjectLoader loader = content(type, Long.parseLong(header[2]), open.answers());
        return Optional.of(new Found(header[0], loader));
    }

    private ObjectLoader content(int type, long size, InputStream answers) throws IOException {
        if (size > LARGEST) {
            answers.skipNBytes(size + 1);
            return new Oversized(type, size);
        }
        byte[] content = answers.readNBytes((int) size);
        answers.skipNBytes(1);
        return new ObjectLoader.SmallObject(
                type, format == ObjectFormat.SHA1 ? content : Shortening.object(type, content));
    }

    private Conversation conversation() {
        if (conversation.isEmpty()) {
            Process process = git.converse("cat-file", "--batch");
            conversation = Optional.of(new Conversation(
                    process, process.getOutputStream(), new BufferedInputStream(process.getInputStream(), 1 << 16)));
        }
        return conversation.get();
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = answers.read(); read != '\n'; read = answers.read()) {
            if (read < 0) {
                throw new EOFException("git cat-file ended early");
            }
            line.append((char) read);
        }
        return line.toString();
    }

    @Override
    public synchronized void close() {
        conversation.ifPresent(open -> {
            try {
                open.questions().close();
            } catch (IOException ended) {
                open.process().destroy();
            }
            open.process().destroy();
        });
        conversation = Optional.empty();
    }

    /** An object that nobody wants to hold in memory. */
    private static final class Oversized extends ObjectLoader {

        private final int type;
        private final long size;

        Oversized(int type, long size) {
            this.type = type;
            this.size = size;
        }

        @Override
        public int getType() {
            return type;
        }

        @Override
        public long getSize() {
            return size;
        }

        @Override
        public boolean isLarge() {
            return true;
        }

        @Override
        public byte[] getCachedBytes() {
            throw new LargeObjectException();
        }

        @Override
        public ObjectStream openStream() {
            throw new LargeObjectException();
        }
    }
}
