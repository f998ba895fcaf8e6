package dev.migtrue.model;

import java.util.Optional;

/**
 * A migration that a version table says was run.
 *
 * @param checksum as stored; absent where the tool keeps none
 * @param appliedAt as the database prints it, in the database's own time zone; absent where the tool keeps none
 * @param appliedBy the database user that ran it; absent where the tool keeps none
 * @param title what the row says of it besides its id: the name of its script, or what it does; absent where the tool keeps nothing of the kind
 * @param at the row that tells it; for {@link Evidence#IMPLIED} the row of the migration that it lies behind
 */
public record AppliedMigration(
        MigrationId id,
        Evidence evidence,
        Outcome outcome,
        Optional<Checksum> checksum,
        Optional<String> appliedAt,
        Optional<String> appliedBy,
        Optional<String> title,
        Location.InVersionTable at) {

    /** One of which its row says no more than that. */
    public AppliedMigration(
            MigrationId id,
            Evidence evidence,
            Outcome outcome,
            Optional<Checksum> checksum,
            Optional<String> appliedAt,
            Optional<String> appliedBy,
            Location.InVersionTable at) {
        this(id, evidence, outcome, checksum, appliedAt, appliedBy, Optional.empty(), at);
    }

    /** Whether a checksum was stored for it, and {@code copy} has another, and does not accept this one. */
    public boolean differsFrom(Migration copy) {
        return copy.checksum().isPresent()
                && checksum.filter(stored -> !copy.agreesWith(stored)).isPresent();
    }
}
