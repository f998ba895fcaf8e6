package dev.migtrue.report;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Location;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Span;

/** Names of places as people and editors read them. */
final class Place {

    private Place() {}

    /**
     * Always with line and column: {@code PATH:LINE:COL}, {@code TABLE(ROW)}, or {@code -} for the whole repository.
     */
    static String exact(Location location) {
        return switch (location) {
            case Location.InFile file -> positioned(file.at());
            case Location.InVersionTable row -> row.table() + "(" + row.row() + ")";
            case Location.InSchema schema -> schema.object();
            case Location.WholeRepository whole -> "-";
        };
    }

    /** The same without what says nothing: a whole file is its path, the whole repository is an empty text. */
    static String brief(Location location) {
        return switch (location) {
            case Location.InFile file ->
                file.at().span().equals(Span.START) ? file.at().path().toString() : positioned(file.at());
            case Location.InVersionTable row -> exact(row);
            case Location.InSchema schema -> exact(schema);
            case Location.WholeRepository whole -> "";
        };
    }

    /** {@code alembic in backend}; the system alone where it is used at the top. */
    static String of(Project project) {
        return project.root().equals(RepoPath.TOP) ? project.system() : project.system() + " in " + project.root();
    }

    /** {@code origin/main 4f2a91c0}; shortly the commit where that is its name. */
    static String of(Revision revision) {
        return revision.commit().equals(revision.name())
                ? revision.briefCommit()
                : revision.name() + " " + revision.briefCommit();
    }

    private static String positioned(FileSpan at) {
        return at.path() + ":" + at.span().startLine() + ":" + at.span().startColumn();
    }
}
