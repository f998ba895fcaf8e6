package dev.migtrue.system.flyway;

import dev.migtrue.model.RepoPath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The part of a repository in which certain settings hold: these folders and all below. */
record Scope(Settings settings, List<RepoPath> folders, Reach reach) {

    /** What holds where no configuration says anything. */
    static final Scope UNTOLD = new Scope(Settings.DEFAULT, List.of(RepoPath.TOP), Reach.ALL_AROUND);

    /** What is known of the folders of a scope. */
    enum Reach {
        /** They are the locations of one Flyway. */
        LOCATIONS,
        /** Somewhere in them are the locations of one Flyway or of several. */
        ALL_AROUND
    }

    Scope {
        folders = List.copyOf(folders);
    }

    /**
     * Of these scopes the one whose folder is nearest to a folder, the first of several; {@link #UNTOLD} when it lies
     * in none.
     */
    static Scope of(RepoPath folder, List<Scope> scopes) {
        return scopes.stream()
                .filter(scope -> scope.nearest(folder).isPresent())
                .reduce((first, next) -> next.depthAbove(folder) > first.depthAbove(folder) ? next : first)
                .orElse(UNTOLD);
    }

    boolean isTold() {
        return !equals(UNTOLD);
    }

    private int depthAbove(RepoPath folder) {
        return nearest(folder).orElse(RepoPath.TOP).value().length();
    }

    private Optional<RepoPath> nearest(RepoPath folder) {
        return folders.stream()
                .filter(place -> folder.equals(place) || folder.isUnder(place))
                .max(Comparator.comparing(place -> place.value().length()));
    }
}
