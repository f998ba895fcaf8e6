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
 * @param locks the lock of the project's tool in each database where it is held
 * @param strays the version tables of each database that are no project's here, told with one project of a run; a database without any has
 *     no key
 * @param forerunners the {@link Facts#orphans orphans} that come before every file, where the tool does not miss such files
 * @param squashed applied migrations that one of today's said it stands for, in a commit before their files were deleted
 * @param reversals what is known of down parts on disk, in the index and, where there is neither, in HEAD; a source with nothing under review has no
 *     key
 * @param laterEdits migrations whose text in git is another one since databases ran them
 * @param reviews what the migrations under review do, of those that could be read, in execution order
 * @param content how well that was understood
 * @param schemas what each database is made of, and should be, told with one project of a run; empty where nobody asked
 * @param models what is wrong with models under review
 */
public record Circumstances(
        Optional<Instant> now,
        SequencedMap<DatabaseName, HeldLock> locks,
        SequencedMap<DatabaseName, List<StrayTable>> strays,
        Set<MigrationId> forerunners,
        Set<MigrationId> squashed,
        SequencedMap<Source, Reversals> reversals,
        List<LaterEdit> laterEdits,
        List<ReviewedMigration> reviews,
        Content content,
        SequencedMap<DatabaseName, SchemaView> schemas,
        Models models) {

    /** Nothing was gathered besides. */
    public static final Circumstances UNKNOWN = new Circumstances(
            Optional.empty(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            Set.of(),
            Set.of(),
            new LinkedHashMap<>(),
            List.of(),
            List.of(),
            Content.NONE,
            new LinkedHashMap<>(),
            Models.NONE);

    public Circumstances {
        locks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(locks));
        strays = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(strays));
        forerunners = Set.copyOf(forerunners);
        squashed = Set.copyOf(squashed);
        reversals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(reversals));
        laterEdits = List.copyOf(laterEdits);
        reviews = List.copyOf(reviews);
        schemas = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(schemas));
    }

    /** These, read at that time. */
    public Circumstances at(Optional<Instant> time) {
        return new Circumstances(
                time, locks, strays, forerunners, squashed, reversals, laterEdits, reviews, content, schemas, models);
    }

    /** These, with what else the databases hold. */
    public Circumstances withTables(
            SequencedMap<DatabaseName, HeldLock> held, SequencedMap<DatabaseName, List<StrayTable>> found) {
        return new Circumstances(
                now, held, found, forerunners, squashed, reversals, laterEdits, reviews, content, schemas, models);
    }

    /** These, with what orphans come before every file. */
    public Circumstances withForerunners(Set<MigrationId> found) {
        return new Circumstances(
                now, locks, strays, found, squashed, reversals, laterEdits, reviews, content, schemas, models);
    }

    /** These, with what was squashed. */
    public Circumstances withSquashed(Set<MigrationId> found) {
        return new Circumstances(
                now, locks, strays, forerunners, found, reversals, laterEdits, reviews, content, schemas, models);
    }

    /** These, with what is known of down parts. */
    public Circumstances withReversals(SequencedMap<Source, Reversals> found) {
        return new Circumstances(
                now, locks, strays, forerunners, squashed, found, laterEdits, reviews, content, schemas, models);
    }

    /** These, with what was edited later. */
    public Circumstances withLaterEdits(List<LaterEdit> found) {
        return new Circumstances(
                now, locks, strays, forerunners, squashed, reversals, found, reviews, content, schemas, models);
    }

    /** These, with what migrations under review do. */
    public Circumstances withReviews(List<ReviewedMigration> found) {
        return new Circumstances(
                now, locks, strays, forerunners, squashed, reversals, laterEdits, found, content, schemas, models);
    }

    /** These, with how well the content was understood. */
    public Circumstances withContent(Content understood) {
        return new Circumstances(
                now, locks, strays, forerunners, squashed, reversals, laterEdits, reviews, understood, schemas, models);
    }

    /** These, with what databases are made of. */
    public Circumstances withSchemas(SequencedMap<DatabaseName, SchemaView> found) {
        return new Circumstances(
                now, locks, strays, forerunners, squashed, reversals, laterEdits, reviews, content, found, models);
    }

    /** These, with what is wrong with models. */
    public Circumstances withModels(Models found) {
        return new Circumstances(
                now, locks, strays, forerunners, squashed, reversals, laterEdits, reviews, content, schemas, found);
    }

    /** These, as far as they are about some databases. */
    Circumstances of(Set<DatabaseName> databases) {
        SequencedMap<DatabaseName, HeldLock> someLocks = new LinkedHashMap<>(locks);
        someLocks.keySet().retainAll(databases);
        SequencedMap<DatabaseName, List<StrayTable>> someStrays = new LinkedHashMap<>(strays);
        someStrays.keySet().retainAll(databases);
        SequencedMap<DatabaseName, SchemaView> someSchemas = new LinkedHashMap<>(schemas);
        someSchemas.keySet().removeIf(name -> databases.stream().noneMatch(some -> some.covers(name)));
        return withTables(someLocks, someStrays)
                .withSchemas(someSchemas)
                .withLaterEdits(laterEdits.stream()
                        .flatMap(edit -> edit.of(databases).stream())
                        .toList());
    }
}
