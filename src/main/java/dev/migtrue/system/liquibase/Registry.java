package dev.migtrue.system.liquibase;

import dev.migtrue.model.Manifest;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What changelogs include, against the files that lie beside what they include. */
final class Registry {

    /** What people call the list that Liquibase goes by. */
    static final String LIST = "changelog";

    private Registry() {}

    /**
     * Where the two do not agree; {@code claimed} files belong to other roots. A changelog that cannot be read may include anything. Where more
     * of a folder are left out than are included, they are picked by other means: nobody forgets most of a folder.
     */
    static Manifest manifest(Walk walk, Tree tree, Set<RepoPath> claimed) {
        List<Manifest.Unlisted> unlisted = walk.unread().isEmpty()
                ? folders(walk).stream()
                        .flatMap(folder -> unlisted(folder, walk, tree, claimed).stream())
                        .map(file -> new Manifest.Unlisted(file, LIST))
                        .toList()
                : List.of();
        return new Manifest(unlisted, walk.absent());
    }

    private static List<RepoPath> unlisted(RepoPath folder, Walk walk, Tree tree, Set<RepoPath> claimed) {
        List<RepoPath> unlisted = tree.filesUnder(folder).stream()
                .filter(file -> file.parent().equals(Optional.of(folder)))
                .filter(file -> !walk.hasReached(file) && !claimed.contains(file) && holdsChangeSets(file, tree))
                .toList();
        long listed = walk.files().stream()
                .filter(file -> file.file().parent().equals(Optional.of(folder)))
                .count();
        return unlisted.size() <= listed ? unlisted : List.of();
    }

    /** The folders of what is included. */
    static SequencedSet<RepoPath> folders(Walk walk) {
        return walk.files().stream()
                .skip(1)
                .flatMap(file -> file.file().parent().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean holdsChangeSets(RepoPath file, Tree tree) {
        return ChangelogFile.isOne(file)
                && ChangelogFile.read(file, tree)
                        .filter(changelog -> changelog instanceof Changelog.Read read && read.holdsChangeSets())
                        .isPresent();
    }
}
