package dev.migtrue.gather;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeSet;
import java.util.function.Function;

/** Several trees laid over each other: a file is the one of the first tree that has it. */
final class OverlaidTree implements Tree {

    private final List<Tree> trees;

    OverlaidTree(Collection<Tree> trees) {
        this.trees = List.copyOf(trees);
    }

    @Override
    public SequencedCollection<RepoPath> files() {
        return union(Tree::files);
    }

    @Override
    public SequencedCollection<RepoPath> filesUnder(RepoPath folder) {
        return union(tree -> tree.filesUnder(folder));
    }

    @Override
    public Optional<ContentId> contentId(RepoPath path) {
        return first(tree -> tree.contentId(path));
    }

    @Override
    public Optional<FileText> text(RepoPath path) {
        return first(tree -> tree.text(path));
    }

    @Override
    public <T> Optional<T> derive(RepoPath path, Function<FileText, T> reading) {
        return first(tree -> tree.derive(path, reading));
    }

    private SequencedCollection<RepoPath> union(Function<Tree, Collection<RepoPath>> files) {
        TreeSet<RepoPath> union = new TreeSet<>();
        trees.forEach(tree -> union.addAll(files.apply(tree)));
        return union;
    }

    private <T> Optional<T> first(Function<Tree, Optional<T>> answer) {
        return trees.stream().map(answer).flatMap(Optional::stream).findFirst();
    }
}
