package dev.migtrue.model;

import java.util.List;

/**
 * One use of one migration system in a repository: what the rest of the tool needs to know of it.
 *
 * @param system the migration system's name as users write it: {@code alembic}
 * @param root the folder it is used in; findings name it where a repository has several
 * @param folders where its migrations lie
 * @param databaseAhead what the tool itself does in a clean checkout when the database is ahead of the files: a sentence for help
 *     texts, lower case, no full stop
 */
public record Project(String system, RepoPath root, List<RepoPath> folders, String databaseAhead) {

    public Project {
        folders = List.copyOf(folders);
    }
}
