package dev.migtrue.language.sql;

import dev.migtrue.model.RepoPath;

/** Files that hold SQL and nothing else. */
public final class SqlFile {

    private static final String ENDING = ".sql";

    private SqlFile() {}

    /** Whether a file is one, by its name. */
    public static boolean is(RepoPath path) {
        return path.name().endsWith(ENDING);
    }
}
