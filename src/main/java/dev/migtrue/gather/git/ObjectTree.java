package dev.migtrue.gather.git;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A tree whose files are objects in git's store: an index, a commit. Submodules are no files. */
final class ObjectTree implements Tree {

    private final Supplier<Listing> listing;
    private final ObjectStore objects;
    private final Readings readings;

    ObjectTree(Supplier<Listing> listing, ObjectStore objects, Readings readings) {
        this.listing = listing;
        this.objects = objects;
        this.readings = readings;
    }

    @Override
    public SequencedCollection<RepoPath> files() {
        return paths(listing.get().files());
    }

    @Override
    public SequencedCollection<RepoPath> filesUnder(RepoPath folder) {
        return paths(listing.get().under(folder));
    }

    @Override
    public Optional<ContentId> contentId(RepoPath path) {
        return file(path).map(GitFile::content);
    }

    @Override
    public Optional<FileText> text(RepoPath path) {
        return file(path).map(this::read);
    }

    @Override
    public <T> Optional<T> derive(RepoPath path, Function<FileText, T> reading) {
        return file(path)
                .map(file -> file.isSymbolicLink()
                        ? reading.apply(read(file))
                        : readings.of(reading, file.content(), () -> read(file)));
    }

    /** Who reads one migration mostly goes on to its neighbours: where one is to be fetched, they come with it. */
    private FileText read(GitFile file) {
        if (objects.isLeftOut(file.blob())) {
            objects.fetch(neighbours(file).map(GitFile::blob).toList());
        }
        return objects.text(file);
    }

    private Stream<GitFile> neighbours(GitFile file) {
        RepoPath folder = file.path().parent().orElse(RepoPath.TOP);
        String kind = kind(file.path());
        return listing.get().under(folder).stream()
                .filter(other -> !other.isSubmodule()
                        && other.path().parent().equals(file.path().parent())
                        && kind(other.path()).equals(kind));
    }

    private static String kind(RepoPath path) {
        return path.name().substring(path.name().lastIndexOf('.') + 1);
    }

    private Optional<GitFile> file(RepoPath path) {
        return listing.get().find(path).filter(file -> !file.isSubmodule());
    }

    private static List<RepoPath> paths(List<GitFile> files) {
        return files.stream()
                .filter(file -> !file.isSubmodule())
                .map(GitFile::path)
                .toList();
    }
}
