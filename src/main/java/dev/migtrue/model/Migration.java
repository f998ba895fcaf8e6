package dev.migtrue.model;

import java.util.List;
import java.util.Optional;

/**
 * One unit that a migration tool applies and remembers, as one source holds it.
 *
 * @param description the words of its name, for people; may be empty
 * @param after the migrations that must be applied before it, as its text names them; empty where order comes from the name
 * @param labels names under which the tool knows a line of development that starts here (Alembic branch labels); mostly empty
 * @param content the content of the file it stands in
 * @param checksum the checksum that the tool would store for it now; absent where the tool keeps none or nothing was stored that it
 *     could be compared with
 * @param at where it stands; a file may hold many migrations
 */
public record Migration(
        MigrationId id,
        String description,
        Kind kind,
        List<MigrationId> after,
        List<String> labels,
        ContentId content,
        Optional<Checksum> checksum,
        FileSpan at) {

    public Migration {
        after = List.copyOf(after);
        labels = List.copyOf(labels);
    }

    /** This migration with the checksum that its tool would store now. */
    public Migration withChecksum(Checksum value) {
        return new Migration(id, description, kind, after, labels, content, Optional.of(value), at);
    }
}
