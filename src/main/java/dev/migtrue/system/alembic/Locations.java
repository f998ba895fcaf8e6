package dev.migtrue.system.alembic;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the folders that a configuration names.
 *
 * @param home the folder of the configuration, from where people run Alembic
 * @param systemPath where Python packages are looked for first, as written
 */
record Locations(Tree tree, RepoPath home, List<String> systemPath) {

    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:/.*");

    Locations {
        systemPath = List.copyOf(systemPath);
    }

    /** The folder that a location names, whether it is there or not; absent when it lies outside the repository or is a package that does. */
    Optional<RepoPath> find(String location) {
        String path = location.strip().replace('\\', '/');
        if (path.startsWith(Settings.HERE)) {
            return home.resolve(path.substring(Settings.HERE.length()));
        }
        if (ABSOLUTE.matcher(path).matches()) {
            return Optional.empty();
        }
        return path.contains(":") ? inPackage(path) : relative(path);
    }

    /** Alembic reads a relative path from wherever it is run: mostly the folder of the configuration, else the top. */
    private Optional<RepoPath> relative(String path) {
        List<RepoPath> candidates = Stream.of(home, RepoPath.TOP)
                .flatMap(folder -> folder.resolve(path).stream())
                .toList();
        return candidates.stream()
                .filter(this::exists)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** A package that is nowhere in the repository is installed from elsewhere. */
    private Optional<RepoPath> inPackage(String location) {
        int colon = location.indexOf(':');
        String path = location.substring(0, colon).replace('.', '/')
                + location.substring(colon).replace(':', '/');
        return packageRoots().stream()
                .flatMap(root -> root.resolve(path).stream())
                .filter(this::exists)
                .findFirst();
    }

    private List<RepoPath> packageRoots() {
        List<RepoPath> roots = new ArrayList<>();
        systemPath.stream()
                .filter(entry -> !entry.contains(":"))
                .flatMap(entry -> find(entry).stream())
                .forEach(roots::add);
        for (RepoPath root : List.of(home, RepoPath.TOP)) {
            roots.add(root);
            roots.add(root.child("src"));
        }
        return roots;
    }

    private boolean exists(RepoPath folder) {
        return !tree.filesUnder(folder).isEmpty();
    }
}
