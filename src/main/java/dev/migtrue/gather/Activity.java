package dev.migtrue.gather;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;

/** What is going on in a repository, told from the names and content ids of files alone: cheap enough to ask at every commit. */
public final class Activity {

    private final Map<Source, Tree> trees;

    public Activity(Map<Source, Tree> trees) {
        this.trees = Map.copyOf(trees);
    }

    /** Whether a commit now would change a migration folder, or leave a file in one behind: untracked, or ignored. */
    public boolean isIn(Layout layout) {
        return layout.project().folders().stream().anyMatch(folder -> isStagedIn(folder) || isLeftBehindIn(folder));
    }

    /** Whether a commit now would change a file in {@code folder}. */
    public boolean isStagedIn(RepoPath folder) {
        return differ(tree(Source.INDEX), tree(Source.HEAD), folder);
    }

    /** Whether two trees hold different files in the folders of a layout; one that is absent holds none. */
    public static boolean differ(Optional<Tree> one, Optional<Tree> other, Layout layout) {
        return layout.project().folders().stream().anyMatch(folder -> differ(one, other, folder));
    }

    /** Whether the migrations of any project are others in one commit than in another. */
    public static boolean differ(Tree one, Tree other, List<MigrationSystem> systems) {
        Tree both = new OverlaidTree(List.of(one, other));
        return systems.stream()
                .flatMap(system -> system.detect(both).stream())
                .anyMatch(layout -> differ(Optional.of(one), Optional.of(other), layout));
    }

    /** Whether two trees hold different files in a folder; one that is absent holds none. */
    public static boolean differ(Optional<Tree> one, Optional<Tree> other, RepoPath folder) {
        SequencedCollection<RepoPath> paths = paths(one, folder);
        return !paths.equals(paths(other, folder))
                || paths.stream()
                        .anyMatch(path -> !one.flatMap(tree -> tree.contentId(path))
                                .equals(other.flatMap(tree -> tree.contentId(path))));
    }

    private boolean isLeftBehindIn(RepoPath folder) {
        Optional<Tree> index = tree(Source.INDEX);
        return paths(tree(Source.WORKING_TREE), folder).stream()
                .anyMatch(path -> index.flatMap(tree -> tree.contentId(path)).isEmpty());
    }

    private static SequencedCollection<RepoPath> paths(Optional<Tree> tree, RepoPath folder) {
        return tree.<SequencedCollection<RepoPath>>map(
                        held -> List.copyOf(folder.equals(RepoPath.TOP) ? held.files() : held.filesUnder(folder)))
                .orElseGet(List::of);
    }

    private Optional<Tree> tree(Source source) {
        return Optional.ofNullable(trees.get(source));
    }
}
