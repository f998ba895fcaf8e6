package dev.migtrue.system.liquibase;

import dev.migtrue.model.Kind;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A changeset as its file tells it.
 *
 * @param logicalPath the path it is remembered by, where it gives one of its own
 * @param when where it runs
 * @param text all that it says, its id and what is only said to people left out
 * @param changes what its changes are called
 * @param files other files that it runs or loads
 * @param placeholders names in <code>${}</code> that Liquibase may fill in
 * @param dialects the databases that parts of it are for, or not for
 * @param running how it is run
 */
record ChangeSet(
        String id,
        String author,
        Optional<String> logicalPath,
        String description,
        Kind kind,
        When when,
        String text,
        Set<String> changes,
        List<Changelog.FileName> files,
        Set<String> placeholders,
        Set<String> dialects,
        Running running,
        Span at)
        implements Changelog.Entry {

    ChangeSet {
        changes = Set.copyOf(changes);
        files = List.copyOf(files);
        placeholders = Set.copyOf(placeholders);
        dialects = Set.copyOf(dialects);
    }

    /** This changeset with its text and whatever else belongs to it. */
    ChangeSet withText(String longer) {
        return new ChangeSet(
                id,
                author,
                logicalPath,
                description,
                kind,
                when,
                longer,
                changes,
                files,
                placeholders,
                dialects,
                running,
                at);
    }
}
