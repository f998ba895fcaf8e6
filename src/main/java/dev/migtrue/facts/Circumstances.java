package dev.migtrue.facts;

import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.HeldLock;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Source;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What was gathered besides migrations and rows, and bears on what these mean.
 *
 * @param now when all was read; absent where nobody told
 * @param holdings what databases hold besides version tables
 * @param absences which migrations may well have no file
 * @param reversals what is known of down parts on disk, in the index and, where there is neither, in HEAD; a source with nothing under review has no
 *     key
 * @param laterEdits migrations whose text in git is another one since databases ran them
 * @param reviewed what is known of the migrations under review
 * @param models what is wrong with models under review
 */
public record Circumstances(
        Optional<Instant> now,
        Holdings holdings,
        Absences absences,
        SequencedMap<Source, Reversals> reversals,
        List<LaterEdit> laterEdits,
        Reviewed reviewed,
        Models models) {

    /** Nothing was gathered besides. */
    public static final Circumstances UNKNOWN = new Circumstances(
            Optional.empty(),
            Holdings.UNKNOWN,
            Absences.NONE,
            new LinkedHashMap<>(),
            List.of(),
            Reviewed.NONE,
            Models.NONE);

    public Circumstances {
        reversals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(reversals));
        laterEdits = List.copyOf(laterEdits);
    }

    /** The lock of the project's tool in each database where it is held. */
    public SequencedMap<DatabaseName, HeldLock> locks() {
        return holdings.locks();
    }

    /** The version tables of each database that are no project's here; a database without any has no key. */
    public SequencedMap<DatabaseName, List<StrayTable>> strays() {
        return holdings.strays();
    }

    /** What each database is made of, and should be; empty where nobody asked. */
    public SequencedMap<DatabaseName, SchemaView> schemas() {
        return holdings.schemas();
    }

    /** The {@link Facts#orphans orphans} that come before every file, where the tool does not miss such files. */
    public Set<MigrationId> forerunners() {
        return absences.forerunners();
    }

    /** Applied migrations that one of today's said it stands for, in a commit before their files were deleted. */
    public Set<MigrationId> squashed() {
        return absences.squashed();
    }

    /** What the migrations under review do, of those that could be read, in execution order. */
    public List<ReviewedMigration> reviews() {
        return reviewed.migrations();
    }

    /** How well that was understood. */
    public Content content() {
        return reviewed.content();
    }

    /** These, read at that time. */
    public Circumstances at(Optional<Instant> time) {
        return new Circumstances(time, holdings, absences, reversals, laterEdits, reviewed, models);
    }

    /** These, with what else the databases hold. */
    public Circumstances withTables(
            SequencedMap<DatabaseName, HeldLock> held, SequencedMap<DatabaseName, List<StrayTable>> found) {
        return with(new Holdings(held, found, schemas()));
    }

    /** These, with what databases are made of. */
    public Circumstances withSchemas(SequencedMap<DatabaseName, SchemaView> found) {
        return with(new Holdings(locks(), strays(), found));
    }

    /** These, with what orphans come before every file. */
    public Circumstances withForerunners(Set<MigrationId> found) {
        return with(new Absences(found, squashed()));
    }

    /** These, with what was squashed. */
    public Circumstances withSquashed(Set<MigrationId> found) {
        return with(new Absences(forerunners(), found));
    }

    /** These, with what is known of down parts. */
    public Circumstances withReversals(SequencedMap<Source, Reversals> found) {
        return new Circumstances(now, holdings, absences, found, laterEdits, reviewed, models);
    }

    /** These, with what was edited later. */
    public Circumstances withLaterEdits(List<LaterEdit> found) {
        return new Circumstances(now, holdings, absences, reversals, found, reviewed, models);
    }

    /** These, with what migrations under review do. */
    public Circumstances withReviews(List<ReviewedMigration> found) {
        return with(new Reviewed(found, content()));
    }

    /** These, with how well the content was understood. */
    public Circumstances withContent(Content understood) {
        return with(new Reviewed(reviews(), understood));
    }

    /** These, with what is wrong with models. */
    public Circumstances withModels(Models found) {
        return new Circumstances(now, holdings, absences, reversals, laterEdits, reviewed, found);
    }

    /** These, as far as they are about some databases. */
    Circumstances of(Set<DatabaseName> databases) {
        return with(holdings.of(databases))
                .withLaterEdits(laterEdits.stream()
                        .flatMap(edit -> edit.of(databases).stream())
                        .toList());
    }

    private Circumstances with(Holdings found) {
        return new Circumstances(now, found, absences, reversals, laterEdits, reviewed, models);
    }

    private Circumstances with(Absences found) {
        return new Circumstances(now, holdings, found, reversals, laterEdits, reviewed, models);
    }

    private Circumstances with(Reviewed found) {
        return new Circumstances(now, holdings, absences, reversals, laterEdits, found, models);
    }
}
