package dev.migtrue.gather;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.function.Function;

/** Several trees laid over each other: a file is the one of the first tree that has it. */
final class OverlaidTree implements Tree {

    private final List<Tree> trees;
    private final Map<RepoPath, List<RepoPath>> folders = new HashMap<>();
    private Optional<List<RepoPath>> files = Optional.empty();

    OverlaidTree(Collection<Tree> trees) {
        this.trees = List.copyOf(trees);
    }

    @Override
    public SequencedCollection<RepoPath> files() {
        List<RepoPath> union = files.orElseGet(() -> union(Tree::files));
        files = Optional.of(union);
        return union;
    }

    @Override
    public SequencedCollection<RepoPath> filesUnder(RepoPath folder) {
        return folders.computeIfAbsent(folder, asked -> union(tree -> tree.filesUnder(asked)));
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

    private List<RepoPath> union(Function<Tree, Collection<RepoPath>> paths) {
        List<RepoPath> union = List.of();
        for (Tree tree : trees) {
            union = merged(union, paths.apply(tree));
        }
        return union;
    }

    /** Merges two sorted collections in one pass: they are mostly equal, and a repository may have very many files. */
    private static List<RepoPath> merged(List<RepoPath> ones, Collection<RepoPath> others) {
        List<RepoPath> merged = new ArrayList<>(Math.max(ones.size(), others.size()));
        int at = 0;
        for (RepoPath other : others) {
            while (at < ones.size() && ones.get(at).compareTo(other) < 0) {
                merged.add(ones.get(at++));
            }
            if (at < ones.size() && ones.get(at).equals(other)) {
                at++;
            }
            merged.add(other);
        }
        merged.addAll(ones.subList(at, ones.size()));
        return merged;
    }

    private <T> Optional<T> first(Function<Tree, Optional<T>> answer) {
        for (Tree tree : trees) {
            Optional<T> found = answer.apply(tree);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
