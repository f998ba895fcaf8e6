package dev.migtrue.gather.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * What databases said of their migrations at one time. It holds no secret.
 *
 * @param taken when, to the second
 * @param databases in the order in which they are shown
 */
public record Snapshot(Instant taken, List<Recording> databases) {

    public Snapshot {
        databases = List.copyOf(databases);
    }
}
