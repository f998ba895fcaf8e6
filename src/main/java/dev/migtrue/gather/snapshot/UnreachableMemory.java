package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which databases could not be reached a moment ago, so that a row of commits does not wait for each of them again and again. A
 * file that is lost, or cannot be written, costs nothing but the wait.
 *
 * @param file a line for each database: when, where it is, why
 */
public record UnreachableMemory(Path file, InstantSource clock) {

    /** How long nobody tries again. */
    static final Duration LASTING = Duration.ofSeconds(30);

    private static final String BETWEEN = "\t";
    private static final int FIELDS = 3;

    /** The memory of a repository, in git's folder that all its work trees share. */
    public static UnreachableMemory inGit(Path folder, InstantSource clock) {
        return new UnreachableMemory(folder.resolve("migtrue").resolve("unreachable"), clock);
    }

    /** That database, which is not asked while it is remembered as unreachable. */
    public Database around(Database database) {
        return new RememberedDatabase(database, this);
    }

    private record Entry(Instant since, String target, String reason) {

        static Stream<Entry> parse(String line) {
            List<String> fields = List.of(line.split(BETWEEN, -1));
            try {
                return fields.size() == FIELDS
                        ? Stream.of(new Entry(
                                Instant.ofEpochMilli(Long.parseLong(fields.get(0))), fields.get(1), fields.get(2)))
                        : Stream.empty();
            } catch (NumberFormatException notOurs) {
                return Stream.empty();
            }
        }

        @Override
        public String toString() {
            return since.toEpochMilli() + BETWEEN + target + BETWEEN + reason;
        }
    }

    /** Why a database could not be reached a moment ago; absent where that is not known, or too long ago. */
    Optional<String> reason(String target) {
        return entries().stream()
                .filter(entry -> entry.target().equals(target))
                .findFirst()
                .map(entry -> "%s (tried %d s ago)"
                        .formatted(
                                entry.reason(),
                                Duration.between(entry.since(), clock.instant()).toSeconds()));
    }

    void keep(String target, String reason) {
        Entry entry = new Entry(clock.instant(), target, reason);
        if (entry.toString().lines().count() != 1
                || Entry.parse(entry.toString()).findAny().isEmpty()) {
            return;
        }
        List<Entry> entries = new ArrayList<>(entries().stream()
                .filter(other -> !other.target().equals(target))
                .toList());
        entries.add(entry);
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Path fresh = file.resolveSibling(
                    file.getFileName() + "." + ProcessHandle.current().pid());
            Files.write(fresh, entries.stream().map(Entry::toString).toList());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException forgotten) {
            // The next hook waits again.
            return;
        }
    }

    /** What is remembered still. What lies in the future was written by a clock that has been put right since. */
    private List<Entry> entries() {
        Instant now = clock.instant();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.flatMap(Entry::parse)
                    .filter(entry -> !entry.since().isAfter(now)
                            && Duration.between(entry.since(), now).compareTo(LASTING) < 0)
                    .toList();
        } catch (IOException | UncheckedIOException nothing) {
            return List.of();
        }
    }
}
