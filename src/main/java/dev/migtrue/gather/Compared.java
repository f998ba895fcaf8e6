package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Two states of a repository: as it was before what is under review, and as it is now. */
record Compared(Tree before, Tree now) {

    /** Absent where nothing is under review, or nothing can be compared. */
    static Optional<Compared> of(ReviewSet set, Facts facts, Repository repository) {
        Map<Source, Tree> trees = repository.trees();
        Optional<Tree> index = Optional.ofNullable(trees.get(Source.INDEX));
        Optional<Tree> now = Optional.ofNullable(trees.get(Source.WORKING_TREE)).or(() -> index);
        return switch (set) {
            case ReviewSet.Nothing nothing -> Optional.empty();
            case ReviewSet.Staged staged -> both(Optional.ofNullable(trees.get(Source.HEAD)), index);
            case ReviewSet.Fresh fresh -> both(forked(facts, trees), now);
            case ReviewSet.Everything everything -> both(forked(facts, trees), now);
            case ReviewSet.Since since -> both(parted(since.commit(), repository), now);
            case ReviewSet.With with -> of(with.others(), facts, repository);
        };
    }

    /** The second of them; absent where there is neither a working tree nor an index. */
    static Optional<Tree> now(ReviewSet set, Repository repository) {
        Map<Source, Tree> trees = repository.trees();
        Optional<Tree> index = Optional.ofNullable(trees.get(Source.INDEX));
        return isStaged(set)
                ? index
                : Optional.ofNullable(trees.get(Source.WORKING_TREE)).or(() -> index);
    }

    private static boolean isStaged(ReviewSet set) {
        return switch (set) {
            case ReviewSet.Staged staged -> true;
            case ReviewSet.With with -> isStaged(with.others());
            case ReviewSet.Nothing nothing -> false;
            case ReviewSet.Fresh fresh -> false;
            case ReviewSet.Everything everything -> false;
            case ReviewSet.Since since -> false;
        };
    }

    private static Optional<Compared> both(Optional<Tree> before, Optional<Tree> now) {
        return before.flatMap(was -> now.map(is -> new Compared(was, is)));
    }

    /** What base had when HEAD's line left it; what HEAD has where base is not known. */
    private static Optional<Tree> forked(Facts facts, Map<Source, Tree> trees) {
        return Optional.ofNullable(trees.get(facts.fork())).or(() -> Optional.ofNullable(trees.get(Source.HEAD)));
    }

    private static Optional<Tree> parted(String commit, Repository repository) {
        if (!repository.hasCommit(commit)) {
            throw new UsageException("--since: '%s' names no commit in this clone".formatted(commit));
        }
        return repository
                .head()
                .flatMap(head -> repository.mergeBase(head.commit(), commit))
                .flatMap(repository::tree);
    }

    /** The files of those that {@code wanted} accepts that are not the same now, in order: with those that are new and those that are gone. */
    List<RepoPath> changed(Predicate<RepoPath> wanted) {
        TreeSet<RepoPath> paths = new TreeSet<>();
        before.files().stream().filter(wanted).forEach(paths::add);
        now.files().stream().filter(wanted).forEach(paths::add);
        return paths.stream().filter(this::isChanged).toList();
    }

    /** Whether a file has not the content it had; one that is gone has none. */
    boolean isChanged(RepoPath path) {
        return !before.contentId(path).equals(now.contentId(path));
    }
}
