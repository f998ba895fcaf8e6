package dev.migtrue.facts;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Related;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One migration over all the places that were looked at.
 *
 * @param copies its copy in each source that has one, in reporting order; where a source has several, the first
 * @param applied what each database says of it, for those that say it was run
 */
public record Presence(
        MigrationId id, SequencedMap<Source, Migration> copies, SequencedMap<DatabaseName, AppliedMigration> applied) {

    public Presence {
        copies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(copies));
        applied = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(applied));
    }

    /** Its copy in a source; absent when that source does not have it or was not looked at. */
    public Optional<Migration> copy(Source source) {
        return Optional.ofNullable(copies.get(source));
    }

    /** The copy in the first source that has one, in reporting order; absent where only version tables name it. */
    public Optional<Migration> firstCopy() {
        return copies.values().stream().findFirst();
    }

    public boolean isIn(Source source) {
        return copies.containsKey(source);
    }

    /** Whether the index holds the very file that the working tree holds it in. */
    public boolean isTracked() {
        return path(Source.WORKING_TREE).isPresent()
                && path(Source.WORKING_TREE).equals(path(Source.INDEX));
    }

    public boolean isApplied() {
        return !applied.isEmpty();
    }

    /** The first row that names it, in the order of the databases; absent where it is only implied by other rows. */
    public Optional<AppliedMigration> firstRow() {
        return applied.values().stream()
                .filter(row -> row.evidence() == Evidence.RECORDED)
                .findFirst();
    }

    /** The file that holds it in a source; absent where the source has none, or was not looked at. */
    public Optional<RepoPath> path(Source source) {
        return copy(source).map(migration -> migration.at().path());
    }

    /** The rows that tell that it was run, in the order of the databases. */
    public List<Related> evidence() {
        return applied.entrySet().stream()
                .map(entry -> new Related(
                        evidence(entry.getKey(), entry.getValue()),
                        entry.getValue().at()))
                .toList();
    }

    private static String evidence(DatabaseName database, AppliedMigration applied) {
        return switch (applied.evidence()) {
            case RECORDED ->
                "recorded in database " + database
                        + applied.appliedAt().map(at -> " at " + at).orElse("")
                        + applied.appliedBy().map(by -> " by " + by).orElse("");
            case IMPLIED -> "implied by what database " + database + " records";
        };
    }
}
