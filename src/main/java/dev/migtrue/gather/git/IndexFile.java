package dev.migtrue.gather.git;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.util.FS;

/**
 * The file that an index is kept in. It is only read: no lock is taken, and nothing found out on the way is written
 * back.
 */
final class IndexFile {

    // How the extensions begin that change what an index means: a name, then a small length. JGit knows neither of
    // them, and mostly stumbles over what comes before.
    private static final String SPLIT = "link\0\0";
    private static final String SPARSE = "sdir\0\0\0\0";

    private IndexFile() {}

    /** Reads an index; one that does not exist is empty, as in a repository where nothing was ever staged. */
    static Index read(Path file, FS fileSystem) {
        try {
            if (!Files.exists(file)) {
                return new Index(DirCache.newInCore(), Instant.EPOCH);
            }
            // Before the content: an index replaced in between then looks older than it is, and is trusted less.
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return new Index(DirCache.read(file.toFile(), fileSystem), written);
        } catch (IOException | RuntimeException unreadable) {
            throw failure(file, unreadable);
        }
    }

    private static Failure failure(Path file, Exception cause) {
        String bytes = bytes(file);
        if (bytes.contains(SPLIT)) {
            return new Failure(
                    "the index is split over several files, which migtrue cannot read yet: " + file,
                    "join it with 'git update-index --no-split-index'",
                    cause);
        }
        if (bytes.contains(SPARSE)) {
            return new Failure(
                    "the index is sparse, which migtrue cannot read yet: " + file,
                    "write it in full with 'git sparse-checkout reapply --no-sparse-index'",
                    cause);
        }
        return new Failure(
                "the index cannot be read: " + file + ": " + cause.getMessage(),
                "see what 'git status' makes of it; 'git read-tree HEAD' writes it anew and forgets what was staged",
                cause);
    }

    private static String bytes(Path file) {
        try {
            return ByteString.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
