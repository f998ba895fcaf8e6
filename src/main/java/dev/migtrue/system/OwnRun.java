package dev.migtrue.system;

import dev.migtrue.model.Migration;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.liquibase.library.ParsedChangeSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the library of a migration tool itself would run the migrations of a layout. */
public sealed interface OwnRun {

    /** There is none here. */
    record None() implements OwnRun {}

    /** Flyway's. */
    non-sealed interface Flyway extends OwnRun {

        /** Its configuration by Flyway's own keys; nothing of it says where files are, or leads to a database. */
        Map<String, String> configuration();

        /** What the names of migrations begin with that stand for all up to their version; no key of the configuration. */
        String baselinePrefix();

        /** The text of a file in the encoding that Flyway reads it in; absent where it cannot be had. */
        Optional<String> text(RepoPath file, Tree tree);

        /** The files of SQL that a tree has to be run before and after migrations, in order. */
        List<RepoPath> callbacks(Tree tree);

        /** Whether Flyway takes a file for SQL. */
        boolean isSql(RepoPath file);
    }

    /** Liquibase's. */
    non-sealed interface Liquibase extends OwnRun {

        /** The version table. */
        String table();

        /** The schema that all lies in unless a changeset says otherwise; absent where the connection decides. */
        Optional<String> schema();

        /**
         * A changeset as Liquibase parses it for one kind of database; absent where it cannot.
         *
         * @param dialect Liquibase's short name of the database
         */
        Optional<ParsedChangeSet> changeSet(Migration migration, Tree tree, String dialect);

        /** A placeholder in a changeset that has a value which only a run knows; absent where there is none. */
        Optional<String> unknownValue(Migration migration, Tree tree);

        /** Whether a changeset runs code of the project's own, or programs. */
        boolean isCode(Migration migration, Tree tree);
    }
}
