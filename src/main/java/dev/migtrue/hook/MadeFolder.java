package dev.migtrue.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of hooks that may not have been there before ours came, and then is not to be there when the last of them has gone. */
record MadeFolder(Path path) {

    private static final String MARK = ".made-by-migtrue";

    /** Makes it where it is not there, and remembers that. */
    void make() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.createFile(mark());
        }
    }

    /** Takes it away where it was made by us and nothing else is in it. */
    void unmake() throws IOException {
        if (!Files.isRegularFile(mark())) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            if (!files.toList().equals(List.of(mark()))) {
                return;
            }
        }
        Files.delete(mark());
        Files.delete(path);
    }

    private Path mark() {
        return path.resolve(MARK);
    }
}
