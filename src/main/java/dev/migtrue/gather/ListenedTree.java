package dev.migtrue.gather;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The files of one tree with the contents of another, which notes what is asked of it: which folders were looked into, which files were read. */
final class ListenedTree implements Tree {

    private final Tree names;
    private final Tree contents;
    private final NavigableSet<RepoPath> folders = new TreeSet<>();
    private final NavigableSet<RepoPath> files = new TreeSet<>();

    ListenedTree(Tree names, Tree contents) {
        this.names = names;
        this.contents = contents;
    }

    /** The folders of which anybody wanted to know what lies in them. */
    NavigableSet<RepoPath> askedFolders() {
        return folders;
    }

    /** The files that anybody asked for, whether they are there or not. */
    NavigableSet<RepoPath> askedFiles() {
        return files;
    }

    @Override
    public SequencedCollection<RepoPath> files() {
        return names.files();
    }

    @Override
    public SequencedCollection<RepoPath> filesUnder(RepoPath folder) {
        folders.add(folder);
        return names.filesUnder(folder);
    }

    @Override
    public Optional<ContentId> contentId(RepoPath path) {
        return asked(path) ? contents.contentId(path) : Optional.empty();
    }

    @Override
    public Optional<FileText> text(RepoPath path) {
        return asked(path) ? contents.text(path) : Optional.empty();
    }

    @Override
    public <T> Optional<T> derive(RepoPath path, Function<FileText, T> reading) {
        return asked(path) ? contents.derive(path, reading) : Optional.empty();
    }

    @Override
    public <T> SequencedMap<RepoPath, T> deriveAll(Collection<RepoPath> paths, Function<FileText, T> reading) {
        return contents.deriveAll(paths.stream().filter(this::asked).toList(), reading);
    }

    /** Notes that a file was asked for, and tells whether it is there. */
    private boolean asked(RepoPath path) {
        files.add(path);
        return names.contentId(path).isPresent();
    }
}
