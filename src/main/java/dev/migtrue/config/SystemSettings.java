package dev.migtrue.config;

import dev.migtrue.model.RepoPath;
import java.util.Optional;

/**
 * A migration system that the project names, in place of what would be detected below the root.
 *
 * @param versionTable the table's name, with its schema before a dot where it needs one; absent means as detected
 */
public record SystemSettings(String name, RepoPath root, Optional<String> versionTable) {}
