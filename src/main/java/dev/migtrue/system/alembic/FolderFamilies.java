package dev.migtrue.system.alembic;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folders in and below one, put together where migrations of one name those of another. Which of them Alembic loads may be said by a program
 * alone; but a migration whose parent it does not load stops it, so those of a family are loaded together.
 */
final class FolderFamilies {

    private final Map<RepoPath, List<RevisionFile.Revision>> revisions = new TreeMap<>();
    private final Map<String, Set<RepoPath>> homes = new HashMap<>();
    private final Map<RepoPath, Set<RepoPath>> families = new TreeMap<>();

    private FolderFamilies(RepoPath top, Tree tree) {
        List<RepoPath> files = tree.filesUnder(top).stream()
                .filter(file -> RevisionFiles.isRun(file.name()))
                .toList();
        if (files.stream().allMatch(file -> file.parent().equals(Optional.of(top)))) {
            return;
        }
        tree.deriveAll(files, RevisionFile.READ).forEach(this::add);
        revisions.keySet().forEach(folder -> families.put(folder, new TreeSet<>(Set.of(folder))));
        revisions.forEach((folder, found) -> found.forEach(revision ->
                names(revision).forEach(name -> join(folder, homes.getOrDefault(name, Set.of())))));
    }

    /**
     * The folders of each use that Alembic makes of what lies in {@code top}: that one alone, unless a program names others. It does so where its
     * script says so, where {@code top} itself holds no migration, and where those in it and below it name each other.
     */
    static List<List<RepoPath>> of(RepoPath top, EnvironmentScript script, Tree tree) {
        FolderFamilies found = new FolderFamilies(top, tree);
        Set<RepoPath> own = found.families.getOrDefault(top, Set.of());
        if (found.families.isEmpty()) {
            return List.of(List.of(top));
        }
        return own.isEmpty() || script.namesFolders()
                ? found.families.values().stream().distinct().map(List::copyOf).toList()
                : List.of(List.copyOf(own));
    }

    private void add(RepoPath file, RevisionFile read) {
        RepoPath folder = file.parent().orElse(RepoPath.TOP);
        if (read instanceof RevisionFile.Revision revision && revision.id().isPresent()) {
            revisions.computeIfAbsent(folder, first -> new ArrayList<>()).add(revision);
            Stream.concat(revision.id().stream(), revision.labels().stream())
                    .forEach(name -> homes.computeIfAbsent(name, first -> new TreeSet<>())
                            .add(folder));
        }
    }

    private static Stream<String> names(RevisionFile.Revision revision) {
        return Stream.concat(revision.parents().stream(), revision.dependencies().stream());
    }

    /** @param named where the migrations are that one of {@code folder} names; a namesake in its own folder is the one that is meant */
    private void join(RepoPath folder, Set<RepoPath> named) {
        if (named.contains(folder)) {
            return;
        }
        Set<RepoPath> all = new TreeSet<>(families.getOrDefault(folder, Set.of()));
        named.forEach(other -> all.addAll(families.getOrDefault(other, Set.of())));
        all.forEach(member -> families.put(member, all));
    }
}
