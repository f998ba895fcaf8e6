package dev.migtrue.system.liquibase;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where Liquibase would look for the files that changelogs name: the class path of a build as far as it lies in the repository, and the
 * folders around the root.
 *
 * @param others the resources of all modules: one may lie on the class path of another
 */
record SearchPath(RepoPath root, List<RepoPath> others) {

    SearchPath {
        others = List.copyOf(others);
    }

    /** A changelog where it lies, and under the path that Liquibase remembers it by. */
    record Located(RepoPath file, String path) {}

    /** What a changelog names, where something is there that {@code exists} accepts. */
    Optional<Located> find(Changelog.FileName name, Located from, Predicate<RepoPath> exists) {
        if (name.isRelative()) {
            return from.file()
                    .parent()
                    .flatMap(folder -> folder.resolve(name.written().replace('\\', '/')))
                    .filter(exists)
                    .map(file -> new Located(file, StoredPath.beside(from.path(), name.written())));
        }
        return everywhere(name, from, exists).findFirst();
    }

    /**
     * As {@link #find}, for a folder: where the changelog's own module has none of that name, those of all others are meant, which come
     * together on the class path.
     */
    List<Located> findAll(Changelog.FileName name, Located from, Predicate<RepoPath> exists) {
        Optional<Located> first = find(name, from, exists);
        boolean isElsewhere = first.filter(found -> others.stream().anyMatch(found.file()::isUnder)
                        && SourceFolder.of(from.file())
                                .filter(own -> found.file().isUnder(own.module()))
                                .isEmpty())
                .isPresent();
        return isElsewhere && !name.isRelative()
                ? everywhere(name, from, exists).toList()
                : first.stream().toList();
    }

    /** Whether at least the folder is there that a changelog names a file of; a file without one is taken to be. */
    boolean hasFolderOf(Changelog.FileName name, Located from, Predicate<RepoPath> isFolder) {
        String path = StoredPath.normalized(name.written());
        int end = path.lastIndexOf('/');
        return end < 0
                || find(new Changelog.FileName(path.substring(0, end), false), from, isFolder)
                        .isPresent();
    }

    private Stream<Located> everywhere(Changelog.FileName name, Located from, Predicate<RepoPath> exists) {
        String path = StoredPath.normalized(name.written());
        return folders(from.file()).stream()
                .flatMap(folder -> folder.resolve(path).stream())
                .filter(exists)
                .map(file -> new Located(file, path));
    }

    private SequencedSet<RepoPath> folders(RepoPath from) {
        SequencedSet<RepoPath> folders = new LinkedHashSet<>();
        SourceFolder.of(from).ifPresent(source -> {
            folders.add(source.path());
            folders.add(source.mainResources());
        });
        for (RepoPath start : List.of(root, from)) {
            Optional<RepoPath> around = start.parent();
            while (around.isPresent()) {
                folders.add(around.get());
                folders.add(around.get().child("src").child("main").child("resources"));
                around = around.get().parent();
            }
        }
        folders.addAll(others);
        return folders;
    }

    /** The resources of all modules of a tree. */
    static List<RepoPath> resources(Tree tree) {
        SequencedSet<RepoPath> found = new LinkedHashSet<>();
        tree.files().stream()
                .filter(file -> file.value().contains("src/main/resources/"))
                .forEach(file ->
                        SourceFolder.of(file).map(SourceFolder::mainResources).ifPresent(found::add));
        return new ArrayList<>(found);
    }
}
