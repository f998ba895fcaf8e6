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
 * @param recognisedBy why the system was taken to be used here, in words that may follow "recognised by": lower case, no full stop
 */
public record Project(String system, RepoPath root, List<RepoPath> folders, String databaseAhead, String recognisedBy) {

    public Project {
        folders = List.copyOf(folders);
    }

    /** One that its folders speak for. */
    public Project(String system, RepoPath root, List<RepoPath> folders, String databaseAhead) {
        this(system, root, folders, databaseAhead, "what lies in its folders");
    }

    /** This project, taken for one for another reason. */
    public Project recognisedBy(String reason) {
        return new Project(system, root, folders, databaseAhead, reason);
    }
}
