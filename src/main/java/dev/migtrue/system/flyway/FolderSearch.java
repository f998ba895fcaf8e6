package dev.migtrue.system.flyway;

import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the folders of a tree that hold Flyway's SQL migrations, by the names of files and by what configuration files
 * say.
 */
final class FolderSearch {

    private final Tree tree;
    private final List<Scope> scopes;
    private final SortedMap<RepoPath, Set<MigrationId>> ids = new TreeMap<>();

    private FolderSearch(Tree tree) {
        this.tree = tree;
        List<Configuration> configurations = Configuration.read(tree);
        List<Naming> namings = namings(configurations);
        // What holds for one file of a folder holds for all: it is found out once.
        Map<RepoPath, List<String>> sql = tree.files().stream()
                .filter(file -> namings.stream()
                        .anyMatch(naming -> naming.sqlStem(file.name()).isPresent()))
                .collect(Collectors.groupingBy(
                        FolderSearch::folderOf, TreeMap::new, Collectors.mapping(RepoPath::name, Collectors.toList())));
        sql.keySet().removeIf(folder -> !Outside.isNot(folder));
        SqlFolders folders = new SqlFolders(sql.keySet());
        this.scopes = configurations.stream()
                .map(configuration -> configuration.scope(folders))
                .toList();
        sql.forEach(this::note);
    }

    /** The folders in the order of their paths, each in the scope that it belongs to. */
    static List<MigrationFolder> in(Tree tree) {
        return new FolderSearch(tree).folders();
    }

    /** All the ways in which migrations are named in a tree with these configurations. */
    static List<Naming> namings(List<Configuration> configurations) {
        return Stream.concat(
                        Stream.of(Naming.DEFAULT),
                        configurations.stream()
                                .map(configuration -> configuration.settings().naming()))
                .distinct()
                .toList();
    }

    private void note(RepoPath folder, List<String> names) {
        Naming naming = scope(folder).settings().naming();
        Set<MigrationId> held = names.stream()
                .flatMap(name -> naming.sqlStem(name).stream())
                .filter(stem -> stem.contains(naming.separator()))
                .flatMap(stem -> naming.parseStem(stem).stream())
                .map(ScriptName::id)
                .collect(Collectors.toSet());
        if (!held.isEmpty()) {
            ids.put(folder, held);
        }
    }

    private List<MigrationFolder> folders() {
        ids.keySet().removeAll(ofOtherTools());
        List<MigrationFolder> folders = ids.entrySet().stream()
                .map(entry -> folder(entry.getKey(), entry.getValue()))
                .toList();
        return folders.stream().map(folder -> adopted(folder, folders)).toList();
    }

    private MigrationFolder folder(RepoPath path, Set<MigrationId> held) {
        Site site = Site.of(path, ids.keySet());
        return new MigrationFolder(path, scope(path), site, site.vendor(path), held);
    }

    /**
     * A folder of which no configuration tells, beside folders of which exactly one does, is that one's too: a profile
     * that we do not see may name it. A folder around them is not, as it would have been named in their place.
     */
    private static MigrationFolder adopted(MigrationFolder folder, List<MigrationFolder> all) {
        List<Scope> beside = all.stream()
                .filter(other -> other.site().equals(folder.site())
                        && other.isTest() == folder.isTest()
                        && !other.path().isUnder(folder.path()))
                .map(MigrationFolder::scope)
                .filter(Scope::isTold)
                .distinct()
                .toList();
        return folder.scope().isTold() || beside.size() != 1 ? folder : folder.in(beside.getFirst());
    }

    /** Only folders about which nothing else says that they are Flyway's. */
    private List<RepoPath> ofOtherTools() {
        List<RepoPath> doubtful = ids.keySet().stream()
                .filter(folder ->
                        !scope(folder).isTold() && SourceRoot.of(folder).isEmpty())
                .toList();
        OtherTools others = doubtful.isEmpty() ? OtherTools.NONE : OtherTools.in(tree);
        return doubtful.stream().filter(others::own).toList();
    }

    private Scope scope(RepoPath folder) {
        return Scope.of(folder, scopes);
    }

    private static RepoPath folderOf(RepoPath file) {
        return file.parent().orElse(RepoPath.TOP);
    }
}
