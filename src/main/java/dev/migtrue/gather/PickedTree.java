package dev.migtrue.gather;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Files picked from several trees, each as the tree that it was picked from has it. */
final class PickedTree implements Tree {

    private final SortedMap<RepoPath, Tree> origins;

    PickedTree(Map<RepoPath, Tree> origins) {
        this.origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
    }

    @Override
    public SequencedCollection<RepoPath> files() {
        return List.copyOf(origins.keySet());
    }

    @Override
    public SequencedCollection<RepoPath> filesUnder(RepoPath folder) {
        return origins.keySet().stream().filter(path -> path.isUnder(folder)).toList();
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
        return Optional.ofNullable(origins.get(path));
    }
}
