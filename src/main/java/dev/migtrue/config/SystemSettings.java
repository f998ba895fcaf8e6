package dev.migtrue.config;

import dev.migtrue.model.DescribedTool;
import dev.migtrue.model.Promise;
import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Optional;

/**
 * A migration system that the project names, in place of what would be detected below the root.
 *
 * @param versionTable the table's name, with its schema before a dot where it needs one; absent means as detected
 * @param folders right in which the migrations of a described tool lie, in the repository; empty for others
 * @param tool what the project says of a tool that no system stands for; absent for those that there are
 * @param dialect the SQL that its migrations are written in; absent means as found out
 * @param transaction how it commits; absent means as it usually does
 * @param promise what is promised of its migrations when they run again; absent means as of all
 * @param replayCommand what has its migrations run on a database that is thrown away; absent where the project names nothing
 */
public record SystemSettings(
        String name,
        RepoPath root,
        Optional<String> versionTable,
        List<RepoPath> folders,
        Optional<DescribedTool> tool,
        Optional<String> dialect,
        Optional<String> transaction,
        Optional<Promise> promise,
        Optional<String> replayCommand) {

    public SystemSettings {
        folders = List.copyOf(folders);
    }

    /** A system that there is. */
    public SystemSettings(String name, RepoPath root, Optional<String> versionTable) {
        this(
                name,
                root,
                versionTable,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** This entry, which says how its migrations are to be read. */
    public SystemSettings reading(Optional<String> writtenIn, Optional<String> committing) {
        return new SystemSettings(
                name, root, versionTable, folders, tool, writtenIn, committing, promise, replayCommand);
    }

    /** This entry, which says what is promised of its migrations. */
    public SystemSettings promising(Optional<Promise> promised) {
        return new SystemSettings(
                name, root, versionTable, folders, tool, dialect, transaction, promised, replayCommand);
    }

    /** This entry, which says what has its migrations run. */
    public SystemSettings replayedBy(Optional<String> command) {
        return new SystemSettings(name, root, versionTable, folders, tool, dialect, transaction, promise, command);
    }
}
