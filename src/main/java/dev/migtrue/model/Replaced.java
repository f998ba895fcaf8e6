package dev.migtrue.model;

import java.util.List;
import java.util.Optional;

/**
 * The migrations that a squashed one stands for: where it is applied they count as applied, and their rows in a version table need no file.
 *
 * @param ids those that its text names
 * @param numbered those that only its name tells, as is left when the list was taken out of its text; absent where it tells none
 */
public record Replaced(List<MigrationId> ids, Optional<NumberedIds> numbered) {

    /** What a migration replaces that stands for itself alone. */
    public static final Replaced NOTHING = new Replaced(List.of(), Optional.empty());

    public Replaced {
        ids = List.copyOf(ids);
    }

    /** Whether this migration is among them. */
    public boolean contains(MigrationId id) {
        return ids.contains(id) || numbered.filter(range -> range.contains(id)).isPresent();
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return ids.isEmpty() && numbered.isEmpty();
    }
}
