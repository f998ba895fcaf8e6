package dev.migtrue.system;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.function.Function;

/** A tree that derives each value once per content, as the trees of a repository do, and counts how often it had to. */
final class RememberingTree implements Tree {

    private final Tree files;
    private final Map<Key, Object> values = new HashMap<>();

    private record Key(ContentId content, Function<FileText, ?> reading) {}

    RememberingTree(Tree files) {
        this.files = files;
    }

    int derivations() {
        return values.size();
    }

    @Override
    public SequencedCollection<RepoPath> files() {
        return files.files();
    }

    @Override
    public SequencedCollection<RepoPath> filesUnder(RepoPath folder) {
        return files.filesUnder(folder);
    }

    @Override
    public Optional<ContentId> contentId(RepoPath path) {
        return files.contentId(path);
    }

    @Override
    public Optional<FileText> text(RepoPath path) {
        return files.text(path);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> derive(RepoPath path, Function<FileText, T> reading) {
        return files.contentId(path).map(content -> (T) values.computeIfAbsent(
                new Key(content, reading), key -> reading.apply(files.text(path).orElseThrow())));
    }
}
