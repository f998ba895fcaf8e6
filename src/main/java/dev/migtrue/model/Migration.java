package dev.migtrue.model;

import java.util.List;
import java.util.Optional;

/**
 * One unit that a migration tool applies and remembers, as one source holds it.
 *
 * @param description the words of its name, for people; may be empty
 * @param after its parents, as its text names them; empty where order comes from the name
 * @param dependsOn further migrations that must be applied before it without its line of development going on from them (Alembic
 *     {@code depends_on}): one that is only named here is still a head; mostly empty
 * @param labels names under which the tool knows a line of development that starts here (Alembic branch labels); mostly empty
 * @param content what it says: the content of the file it stands in, or where a file may hold many, an id made in the same way of its own part
 * @param checksum the checksum that the tool would store for it now; absent where the tool keeps none or nothing was stored that it
 *     could be compared with
 * @param accepted further checksums that the tool takes for right: of earlier versions of it, or allowed by the migration itself; mostly empty
 * @param at where it stands; a file may hold many migrations
 * @param app the part of the project that it belongs to, where each part has a history and a head of its own (a Django app); absent
 *     where the whole project has one
 * @param replaced the migrations that it stands for; mostly none
 */
public record Migration(
        MigrationId id,
        String description,
        Kind kind,
        List<MigrationId> after,
        List<MigrationId> dependsOn,
        List<String> labels,
        ContentId content,
        Optional<Checksum> checksum,
        List<Checksum> accepted,
        FileSpan at,
        Optional<String> app,
        Replaced replaced) {

    public Migration {
        after = List.copyOf(after);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        accepted = List.copyOf(accepted);
    }

    /** A migration of which the tool accepts one checksum only. */
    public Migration(
            MigrationId id,
            String description,
            Kind kind,
            List<MigrationId> after,
            List<MigrationId> dependsOn,
            List<String> labels,
            ContentId content,
            Optional<Checksum> checksum,
            FileSpan at,
            Optional<String> app,
            Replaced replaced) {
        this(id, description, kind, after, dependsOn, labels, content, checksum, List.of(), at, app, replaced);
    }

    /** A migration of a project that has one history, standing for itself alone. */
    public Migration(
            MigrationId id,
            String description,
            Kind kind,
            List<MigrationId> after,
            List<MigrationId> dependsOn,
            List<String> labels,
            ContentId content,
            Optional<Checksum> checksum,
            FileSpan at) {
        this(
                id,
                description,
                kind,
                after,
                dependsOn,
                labels,
                content,
                checksum,
                at,
                Optional.empty(),
                Replaced.NOTHING);
    }

    /** A migration that needs nothing but its parents. */
    public Migration(
            MigrationId id,
            String description,
            Kind kind,
            List<MigrationId> after,
            List<String> labels,
            ContentId content,
            Optional<Checksum> checksum,
            FileSpan at) {
        this(id, description, kind, after, List.of(), labels, content, checksum, at);
    }

    /** This migration with the checksum that its tool would store now. */
    public Migration withChecksum(Checksum value) {
        return with(Optional.of(value), accepted);
    }

    /** This migration with further checksums that its tool takes for right. */
    public Migration accepting(List<Checksum> values) {
        return with(checksum, values);
    }

    private Migration with(Optional<Checksum> now, List<Checksum> others) {
        return new Migration(id, description, kind, after, dependsOn, labels, content, now, others, at, app, replaced);
    }

    /** Whether a stored checksum is right for it; of one without a checksum that is not known. */
    public boolean agreesWith(Checksum stored) {
        return checksum.filter(stored::equals).isPresent() || accepted.contains(stored);
    }
}
