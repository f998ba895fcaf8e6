package dev.migtrue.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone after use, also when the process is interrupted. */
public final class TemporaryFolder implements AutoCloseable {

    private final Path path;
    private final Thread onInterrupt;

    /** Makes an empty folder in the system's place for such. */
    public TemporaryFolder() throws IOException {
        // Resolved, because the place itself may be a symbolic link and git would name the folder otherwise than we do.
        this.path = Files.createTempDirectory("migtrue-demo").toRealPath();
        this.onInterrupt = new Thread(this::delete);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        Runtime.getRuntime().removeShutdownHook(onInterrupt);
    }

    private void delete() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> found = Files.walk(path)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot delete " + path, problem);
        }
    }
}
