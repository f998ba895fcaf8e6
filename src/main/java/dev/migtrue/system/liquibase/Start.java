package dev.migtrue.system.liquibase;

import dev.migtrue.model.RepoPath;

/**
 * Where a Liquibase begins to read, and what it is told.
 *
 * @param root the changelog that nothing includes
 * @param folder what findings call it
 */
record Start(SearchPath.Located root, RepoPath folder, Settings settings) {

    /** A changelog on the path that a root would include it by. */
    SearchPath.Located locate(RepoPath file) {
        return SourceFolder.of(file)
                .filter(source -> file.isUnder(source.path()))
                .map(source -> new SearchPath.Located(file, file.relativeTo(source.path())))
                .orElseGet(() -> new SearchPath.Located(file, beside(file)));
    }

    private String beside(RepoPath file) {
        String whole = root.file().value();
        String remembered = "/" + root.path();
        RepoPath around = whole.endsWith(remembered)
                ? new RepoPath(whole.substring(0, whole.length() - remembered.length()))
                : RepoPath.TOP;
        return file.isUnder(around) ? file.relativeTo(around) : file.value();
    }
}
