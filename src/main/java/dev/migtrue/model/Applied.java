package dev.migtrue.model;

import java.util.List;
import java.util.Optional;

/** What is known of the migrations applied to one database. "Not looked at" is never "nothing applied". */
public sealed interface Applied {

    /** The version table was not read; {@code reason} completes "not read: …" and holds no secret. */
    record NotRead(Obstacle obstacle, String reason) implements Applied {}

    /** The database answered, and has no such table: the tool was never run on it. */
    record NoTable(String table) implements Applied {}

    /**
     * The version table was read.
     *
     * @param table its name as found
     * @param migrations what it says was run, in the order of its rows, implied ones before the row that implies them
     * @param reach whether a migration that is not listed is known not to be applied
     * @param overlaps rows that say what others say already, where the tool refuses to go on from such; mostly none
     * @param baseline up to which migration all count as run without having been run there, because the database was not empty when its tool
     *     came; absent where the table tells from the first on
     * @param idWidth how many characters of an id the table holds; absent where any id fits, or that was not asked
     */
    record Known(
            String table,
            List<AppliedMigration> migrations,
            Reach reach,
            List<Overlap> overlaps,
            Optional<MigrationId> baseline,
            Optional<Integer> idWidth)
            implements Applied {
        public Known {
            migrations = List.copyOf(migrations);
            overlaps = List.copyOf(overlaps);
        }

        /** A table of which each row says something of its own, for ids of any length. */
        public Known(String table, List<AppliedMigration> migrations, Reach reach) {
            this(table, migrations, reach, List.of(), Optional.empty(), Optional.empty());
        }

        /** This table, of a database that was not empty: all up to {@code version} counts as run. */
        public Known from(Optional<MigrationId> version) {
            return new Known(table, migrations, reach, overlaps, version, idWidth);
        }

        /** This table, holding so many characters of an id; absent where any id fits. */
        public Known holding(Optional<Integer> characters) {
            return new Known(table, migrations, reach, overlaps, baseline, characters);
        }
    }

    /** A row that a further one makes needless: what it names lies {@code behind} what that one names, {@code ahead}. */
    record Overlap(MigrationId behind, MigrationId ahead) {}

    /** Why a version table was not read. */
    enum Obstacle {
        /** Nobody named a database, or the user asked not to look. */
        NOT_ASKED,
        /** The database could not be reached: refused, no route, unknown host, timed out. */
        UNREACHABLE,
        /** The database, or the file that should be one, answered no. */
        REFUSED,
        /** The table that was found belongs to another project of this repository. */
        ELSEWHERE
    }

    /** How much the listed migrations say about those that are not listed. */
    enum Reach {
        /** What is not listed is not applied. */
        WHOLE,
        /** A row names a migration without a file, and what lies behind it cannot be known. */
        PARTIAL
    }
}
