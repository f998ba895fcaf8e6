package dev.migtrue.gather;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.function.Function;

/** A tree of which one file has another text. That file keeps its content id, by which nobody may know it. */
record AlteredTree(Tree most, RepoPath altered, String other) implements Tree {

    @Override
    public SequencedCollection<RepoPath> files() {
        return most.files();
    }

    @Override
    public SequencedCollection<RepoPath> filesUnder(RepoPath folder) {
        return most.filesUnder(folder);
    }

    @Override
    public Optional<ContentId> contentId(RepoPath path) {
        return most.contentId(path);
    }

    @Override
    public Optional<FileText> text(RepoPath path) {
        return path.equals(altered) ? Optional.of(new FileText.Decoded(other)) : most.text(path);
    }

    @Override
    public <T> Optional<T> derive(RepoPath path, Function<FileText, T> reading) {
        return path.equals(altered) ? text(path).map(reading) : most.derive(path, reading);
    }
}
