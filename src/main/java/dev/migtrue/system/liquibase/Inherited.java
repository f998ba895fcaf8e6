package dev.migtrue.system.liquibase;

import dev.migtrue.model.RepoPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a changelog has from those that include it.
 *
 * @param above the files that include it, the nearest first; none for a root
 * @param changelogPath the path that the nearest of them is remembered by, where one gives a path
 * @param includePath the path that the nearest include gives
 * @param when where anything in it runs
 */
record Inherited(List<RepoPath> above, Optional<String> changelogPath, Optional<String> includePath, When when) {

    /** Of a root. */
    static final Inherited NOTHING = new Inherited(List.of(), Optional.empty(), Optional.empty(), When.ALWAYS);

    Inherited {
        above = List.copyOf(above);
    }

    /** What the changesets of a changelog have, which itself has this. */
    Inherited by(Changelog.Read changelog) {
        return new Inherited(
                above, changelog.logicalPath().or(() -> changelogPath), includePath, when.and(changelog.when()));
    }

    /** What a changelog has that is included by {@code file}, whose changesets have this. */
    Inherited through(RepoPath file, Changelog.Passed passed) {
        List<RepoPath> files = new ArrayList<>(List.of(file));
        files.addAll(above);
        return new Inherited(files, changelogPath, passed.logicalPath().or(() -> includePath), when.and(passed.when()));
    }

    /** The path of a changeset: its own, if a tree of elements gave it one, comes first; in SQL it comes last. */
    String path(SearchPath.Located file, ChangeSet changeSet) {
        Optional<String> inherited = changelogPath.or(() -> includePath);
        Optional<String> own = changeSet.logicalPath();
        boolean isOverruled = ChangelogFile.isSql(file.file()) && !above.isEmpty();
        return (isOverruled ? inherited.or(() -> own) : own.or(() -> inherited))
                .map(StoredPath::normalized)
                .orElse(file.path());
    }
}
