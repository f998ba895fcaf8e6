package dev.migtrue.facts;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A migration that a database has run under an id that no file has, and whose checksum is that of a file with an id which the database
 * does not know.
 *
 * @param row what the database says of it
 * @param now the migration that the file holds now
 */
public record AppliedRename(DatabaseName database, AppliedMigration row, Migration now) {

    /** All of them, by database, in the order of its rows. */
    public static List<AppliedRename> of(Facts facts) {
        Set<MigrationId> withFile = facts.presences().stream()
                .filter(presence -> !presence.copies().isEmpty())
                .map(Presence::id)
                .collect(Collectors.toSet());
        List<AppliedRename> renames = new ArrayList<>();
        facts.known().forEach((database, known) -> {
            List<Migration> unapplied = unapplied(facts, known);
            known.migrations().stream()
                    .filter(row -> row.evidence() == Evidence.RECORDED && row.outcome() == Outcome.SUCCEEDED)
                    .filter(row -> row.checksum().isPresent() && !withFile.contains(row.id()))
                    .forEach(row -> unapplied.stream()
                            .filter(migration ->
                                    row.checksum().filter(migration::agreesWith).isPresent())
                            .findFirst()
                            .ifPresent(now -> renames.add(new AppliedRename(database, row, now))));
        });
        return renames;
    }

    private static List<Migration> unapplied(Facts facts, Applied.Known known) {
        Set<MigrationId> applied =
                known.migrations().stream().map(AppliedMigration::id).collect(Collectors.toSet());
        return facts.judgedCopies().stream()
                .filter(migration -> !applied.contains(migration.id()))
                .toList();
    }
}
