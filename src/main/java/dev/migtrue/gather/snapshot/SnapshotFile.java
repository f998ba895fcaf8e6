package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.database.Database;
import dev.migtrue.model.AsOf;
import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a snapshot is kept.
 *
 * @param path where it is
 * @param written as people write it
 */
public record SnapshotFile(Path path, String written) {

    /** The one that a repository keeps for itself, in git's folder that all its work trees share. */
    public static SnapshotFile inGit(Path folder) {
        Path path = folder.resolve("migtrue").resolve("snapshot.json");
        return new SnapshotFile(path, path.toString());
    }

    /** Whether there is one. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * The databases that it remembers.
     *
     * @throws UsageException when there is no snapshot, or it is damaged
     */
    public List<Database> databases(Instant now) {
        Snapshot snapshot = read();
        AsOf taken = new AsOf(snapshot.taken(), Duration.between(snapshot.taken(), now));
        return snapshot.databases().stream()
                .collect(Collectors.groupingBy(
                        recording -> recording.name().whole(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .<Database>map(recordings -> new RecordedDatabase(recordings, taken))
                .toList();
    }

    private Snapshot read() {
        try {
            return SnapshotParser.parse(Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no snapshot " + written + ": take one with 'migtrue snapshot'");
        } catch (IOException e) {
            throw new UsageException("snapshot " + written + " is damaged: " + e.getMessage()
                    + "; take another with 'migtrue snapshot'");
        }
    }

    /** Keeps a snapshot here, in place of the one before; that one stays until this one is whole. */
    public void write(Snapshot snapshot) {
        Path fresh = path.resolveSibling(
                path.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(path.toAbsolutePath().resolveSibling(""));
            try {
                Files.writeString(fresh, SnapshotText.of(snapshot));
                Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException problem) {
            throw new Failure(
                    "cannot write snapshot " + written + ": " + problem.getMessage(),
                    "name another place with --output",
                    problem);
        }
    }
}
