package dev.migtrue.gather.git.plumbing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder among the temporary files of the machine, deleted with all that is in it. */
final class Scratch implements AutoCloseable {

    private final Path path;

    Scratch() throws IOException {
        this.path = Files.createTempDirectory("migtrue-git");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        }
    }
}
