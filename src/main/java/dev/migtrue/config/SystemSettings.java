package dev.migtrue.config;

import dev.migtrue.model.DescribedTool;
import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Optional;

/**
 * A migration system that the project names, in place of what would be detected below the root.
 *
 * @param versionTable the table's name, with its schema before a dot where it needs one; absent means as detected
 * @param folders right in which the migrations of a described tool lie, in the repository; empty for others
 * @param tool what the project says of a tool that no system stands for; absent for those that there are
 */
public record SystemSettings(
        String name,
        RepoPath root,
        Optional<String> versionTable,
        List<RepoPath> folders,
        Optional<DescribedTool> tool) {

    public SystemSettings {
        folders = List.copyOf(folders);
    }

    /** A system that there is. */
    public SystemSettings(String name, RepoPath root, Optional<String> versionTable) {
        this(name, root, versionTable, List.of(), Optional.empty());
    }
}
