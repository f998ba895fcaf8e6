package dev.migtrue.gather.scratch.server;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that nobody else may look into, and that is gone when it is closed or when this process ends, however that comes about. */
public final class VanishingFolder implements AutoCloseable {

    /** What is left of a server may still write while its files are taken away. */
    private static final String SHELL = """
            folder=$1
            trap '' HUP INT TERM
            exec >/dev/null 2>&1
            while read -r line; do :; done
            tries=0
            until rm -rf -- "$folder" || [ "$tries" -ge 50 ]; do
              tries=$((tries + 1))
              sleep 0.2 || sleep 1
            done
            """;

    private final Path path;
    private final Process shell;

    private VanishingFolder(Path path, Process shell) {
        this.path = path;
        this.shell = shell;
    }

    public static VanishingFolder create() {
        try {
            Path path = Files.createTempDirectory(
                            "migtrue-scratch-" + ProcessHandle.current().pid() + "-")
                    .toRealPath();
            Process shell = new ProcessBuilder(List.of("/bin/sh", "-c", SHELL, "migtrue", path.toString()))
                    .redirectErrorStream(true)
                    .start();
            return new VanishingFolder(path, shell);
        } catch (IOException problem) {
            throw new Failure(
                    "there is no place for a throw-away database: " + problem.getMessage(),
                    "see that the folder for temporary files may be written to, and that there is a /bin/sh",
                    problem);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException closed) {
            // The shell has done its work already.
            shell.destroy();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
