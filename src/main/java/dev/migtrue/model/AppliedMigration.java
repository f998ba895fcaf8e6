package dev.migtrue.model;

import java.util.Optional;

/**
 * A migration that a version table says was run.
 *
 * @param checksum as stored; absent where the tool keeps none
 * @param appliedAt as the database prints it, in the database's own time zone; absent where the tool keeps none
 * @param appliedBy the database user that ran it; absent where the tool keeps none
 * @param at the row that tells it; for {@link Evidence#IMPLIED} the row of the migration that it lies behind
 */
public record AppliedMigration(
        MigrationId id,
        Evidence evidence,
        Outcome outcome,
        Optional<Checksum> checksum,
        Optional<String> appliedAt,
        Optional<String> appliedBy,
        Location.InVersionTable at) {

    /** Whether a checksum was stored for it, and {@code copy} has another, and does not accept this one. */
    public boolean differsFrom(Migration copy) {
        return copy.checksum().isPresent()
                && checksum.filter(stored -> !copy.agreesWith(stored)).isPresent();
    }
}
