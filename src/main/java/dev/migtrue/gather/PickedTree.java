package dev.migtrue.gather;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A tree with some files taken from another one, and some left out. */
final class PickedTree implements Tree {

    private final Tree most;
    private final Tree other;
    private final Set<RepoPath> taken;
    private final Set<RepoPath> gone;

    /**
     * @param taken the files that are as {@code other} has them, be they in {@code most} or not
     * @param gone the files that are not there
     */
    PickedTree(Tree most, Tree other, Set<RepoPath> taken, Set<RepoPath> gone) {
        this.most = most;
        this.other = other;
        this.taken = Set.copyOf(taken);
        this.gone = Set.copyOf(gone);
    }

    @Override
    public SequencedCollection<RepoPath> files() {
        return picked(most.files(), RepoPath.TOP);
    }

    @Override
    public SequencedCollection<RepoPath> filesUnder(RepoPath folder) {
        return picked(most.filesUnder(folder), folder);
    }

    private List<RepoPath> picked(Collection<RepoPath> held, RepoPath folder) {
        return Stream.concat(
                        held.stream().filter(path -> !gone.contains(path)),
                        taken.stream()
                                .filter(path -> path.isUnder(folder)
                                        && most.contentId(path).isEmpty()))
                .sorted()
                .toList();
    }

    @Override
    public Optional<ContentId> contentId(RepoPath path) {
        return origin(path).flatMap(tree -> tree.contentId(path));
    }

    @Override
    public Optional<FileText> text(RepoPath path) {
        return origin(path).flatMap(tree -> tree.text(path));
    }

    @Override
    public <T> Optional<T> derive(RepoPath path, Function<FileText, T> reading) {
        return origin(path).flatMap(tree -> tree.derive(path, reading));
    }

    private Optional<Tree> origin(RepoPath path) {
        return gone.contains(path) ? Optional.empty() : Optional.of(taken.contains(path) ? other : most);
    }
}
