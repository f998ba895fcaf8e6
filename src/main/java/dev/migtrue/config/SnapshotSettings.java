package dev.migtrue.config;

import java.time.Duration;
import java.util.Optional;

/**
 * The snapshot that hooks go by.
 *
 * @param file relative to the top of the repository, or absolute; absent means the one that git's folder keeps
 * @param staleAfter the age beyond which one is reminded to take another
 */
public record SnapshotSettings(Optional<String> file, Duration staleAfter) {

    /** The one in git's folder, good for a week. */
    static final SnapshotSettings USUAL = new SnapshotSettings(Optional.empty(), Duration.ofDays(7));
}
