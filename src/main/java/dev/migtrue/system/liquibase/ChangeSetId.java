package dev.migtrue.system.liquibase;

import dev.migtrue.model.MigrationId;
import java.util.Locale;

/** What Liquibase knows a changeset by: its path, its id and its author, whatever their case. */
record ChangeSetId(String path, String id, String author) {

    /** As Liquibase prints it. */
    MigrationId asMigration() {
        return new MigrationId(StoredPath.normalized(path) + "::" + id + "::" + author);
    }

    /** What is equal for changesets that Liquibase takes for one. */
    ChangeSetId key() {
        return new ChangeSetId(StoredPath.key(path), plain(id), plain(author));
    }

    /** Whether the two are one but for the folder that Liquibase was started in. */
    boolean isAlso(ChangeSetId other) {
        ChangeSetId ours = key();
        ChangeSetId theirs = other.key();
        return ours.id.equals(theirs.id)
                && ours.author.equals(theirs.author)
                && (ours.path.endsWith("/" + theirs.path) || theirs.path.endsWith("/" + ours.path));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
