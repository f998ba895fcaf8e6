package dev.migtrue.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A migration tool that no system here stands for, as a project describes it.
 *
 * @param files matches the whole name of a migration file; its group {@code key} is what the tool knows the migration by, its group {@code
 *     words}, where it has one, the description
 * @param key what decides whether two keys are one and which comes first
 * @param ordering what becomes of a migration that comes before an applied one
 * @param table the name of the version table, with its schema before a dot where it has one
 * @param rows what its rows mean
 */
public record DescribedTool(Pattern files, KeyKind key, Ordering ordering, String table, Rows rows) {

    /** What kind of thing a key is. */
    public enum KeyKind {
        /** A whole number, compared as such: leading zeros do not count. */
        NUMBER,
        /** A text, compared letter by letter. */
        TEXT
    }

    /** What the rows of a version table mean, by the names of its columns. */
    public sealed interface Rows {

        /**
         * A row for each migration.
         *
         * @param success is false where it failed
         */
        record Each(String key, Optional<String> success, Optional<String> time) implements Rows {}

        /**
         * A log: of the rows of a migration the last one tells.
         *
         * @param flag is true where it is applied
         * @param orderBy gives the rows their order
         */
        record Last(String key, String flag, String orderBy, Optional<String> time) implements Rows {}

        /**
         * One row, for the newest migration.
         *
         * @param dirty is true while a migration runs, and stays so when it fails
         */
        record Pointer(String key, Optional<String> dirty) implements Rows {}
    }
}
