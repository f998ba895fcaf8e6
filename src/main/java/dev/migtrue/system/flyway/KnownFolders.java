package dev.migtrue.system.flyway;

import dev.migtrue.model.RepoPath;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folders of a tree that hold SQL files or migration classes at any depth, and how the locations of a configuration name them. */
final class KnownFolders {

    private final Set<RepoPath> folders;
    private final Set<SourceRoot> roots;

    /** @param holding the folders right in which such files lie */
    KnownFolders(Collection<RepoPath> holding) {
        this.folders = holding.stream()
                .flatMap(folder -> Stream.concat(Stream.of(folder), above(folder)))
                .collect(Collectors.toCollection(TreeSet::new));
        this.roots = folders.stream()
                .flatMap(folder -> SourceRoot.of(folder).stream())
                .collect(Collectors.toSet());
    }

    /** The folder of a file or folder, the folder of that, and so on up to the top. */
    static Stream<RepoPath> above(RepoPath path) {
        return Stream.iterate(path.parent(), parent -> parent.isPresent(), parent -> parent.flatMap(RepoPath::parent))
                .flatMap(parent -> parent.stream());
    }

    /** The folders that a location names for a configuration of {@code module}; empty when there are none here. */
    List<RepoPath> named(String location, RepoPath module) {
        int colon = location.indexOf(':');
        String path = fixedPart(location.substring(colon + 1));
        return switch (colon < 0 ? "" : location.substring(0, colon)) {
            case "classpath" -> onClassPath(path, module);
            case "filesystem" -> onDisk(path, module);
            case "" -> {
                List<RepoPath> found = onClassPath(path, module);
                yield found.isEmpty() ? onDisk(path, module) : found;
            }
            default -> List.of();
        };
    }

    /** The folders that Flyway, its plugins and the frameworks look into when told nothing. */
    List<RepoPath> usual(RepoPath module) {
        List<RepoPath> found = ownOnClassPath("db/migration", module);
        return found.isEmpty() ? onDisk("sql", module) : found;
    }

    /**
     * A location up to what only the run knows: {@code {vendor}}, {@code ${env}}, {@code *}. On Windows people write
     * backslashes.
     */
    private static String fixedPart(String path) {
        String fixed = path.replace('\\', '/').replaceFirst("[^/]*[{$*?].*", "");
        return fixed.endsWith("/") ? fixed.substring(0, fixed.length() - 1) : fixed;
    }

    /** Every module may be on the class path, but one's own resources come first. */
    private List<RepoPath> onClassPath(String path, RepoPath module) {
        List<RepoPath> own = ownOnClassPath(path, module);
        return own.isEmpty() ? in(roots.stream(), path) : own;
    }

    private List<RepoPath> ownOnClassPath(String path, RepoPath module) {
        return in(roots.stream().filter(root -> root.module().equals(module)), path);
    }

    private List<RepoPath> in(Stream<SourceRoot> places, String path) {
        return places.flatMap(root -> root.path().resolve(path).stream())
                .filter(folders::contains)
                .sorted()
                .toList();
    }

    private List<RepoPath> onDisk(String path, RepoPath module) {
        return path.startsWith("/")
                ? List.of()
                : Stream.of(module, RepoPath.TOP)
                        .flatMap(folder -> folder.resolve(path).stream())
                        .filter(folders::contains)
                        .limit(1)
                        .toList();
    }
}
