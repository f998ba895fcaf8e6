package dev.migtrue.system.flyway;

import dev.migtrue.model.Kind;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the folders of a tree that hold Flyway's migrations, by the names of files, by what configuration files say, and
 * by what stands in classes.
 */
final class FolderSearch {

    private final Tree tree;
    private final List<Scope> scopes;
    private final ClassFolders classes;
    private final SortedMap<RepoPath, Set<MigrationId>> ids = new TreeMap<>();

    private FolderSearch(Tree tree, Variables variables) {
        this.tree = tree;
        List<Configuration> configurations = Configuration.read(tree, variables);
        List<Naming> namings = namings(configurations);
        // What holds for one file of a folder holds for all: it is found out once.
        Map<RepoPath, List<String>> sql = tree.files().stream()
                .filter(file -> namings.stream()
                        .anyMatch(naming -> naming.sqlStem(file.name()).isPresent()))
                .collect(Collectors.groupingBy(
                        FolderSearch::folderOf, TreeMap::new, Collectors.mapping(RepoPath::name, Collectors.toList())));
        sql.keySet().removeIf(folder -> !Outside.isNot(folder));
        ClassFolders allClasses = ClassFolders.in(tree);
        KnownFolders folders = new KnownFolders(Stream.concat(sql.keySet().stream(), allClasses.ids().keySet().stream())
                .toList());
        this.scopes = configurations.stream()
                .map(configuration -> configuration.scope(folders))
                .toList();
        sql.forEach(this::note);
        this.classes = allClasses.apartFrom(ids.keySet());
    }

    /** The folders, each in the scope that it belongs to: those with SQL first, each kind in the order of paths. */
    static List<MigrationFolder> in(Tree tree, Variables variables) {
        return new FolderSearch(tree, variables).folders();
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
        List<ScriptName> parsed = names.stream()
                .flatMap(name -> naming.sqlStem(name).stream())
                .filter(stem -> stem.contains(naming.separator()))
                .flatMap(stem -> naming.parseStem(stem).stream())
                .toList();
        // What only takes migrations back makes no folder of Flyway's, unless somebody says that it is one.
        Set<MigrationId> held = parsed.stream()
                .filter(name -> name.kind() != Kind.UNDO)
                .map(ScriptName::id)
                .collect(Collectors.toSet());
        if (!held.isEmpty() || (!parsed.isEmpty() && scope(folder).isTold())) {
            ids.put(folder, held);
        }
    }

    private List<MigrationFolder> folders() {
        ids.keySet().removeAll(ofOtherTools());
        List<MigrationFolder> sql = ids.entrySet().stream()
                .map(entry -> folder(entry.getKey(), entry.getValue()))
                .toList();
        List<MigrationFolder> folders = Stream.concat(
                        sql.stream(),
                        classes.ids().entrySet().stream()
                                .flatMap(entry -> classFolder(entry.getKey(), entry.getValue(), sql).stream()))
                .toList();
        return folders.stream().map(folder -> adopted(folder, folders)).toList();
    }

    private MigrationFolder folder(RepoPath path, Set<MigrationId> held) {
        Site site = Site.of(path, ids.keySet());
        return new MigrationFolder(path, scope(path), site, site.vendor(path), held);
    }

    /**
     * A folder of classes alone. Where its module, or else the whole repository, has one site with SQL, or several that one configuration names, the
     * classes are part of what is applied there: a program hands them over. Otherwise nobody can tell which.
     */
    private Optional<MigrationFolder> classFolder(RepoPath path, Set<MigrationId> held, List<MigrationFolder> sql) {
        Site own = Site.of(path, classes.ids().keySet());
        List<MigrationFolder> inModule = sql.stream()
                .filter(folder -> isInOneModule(folder.path(), path))
                .toList();
        List<MigrationFolder> around = (inModule.isEmpty() ? sql : inModule)
                .stream().filter(folder -> !folder.isTest()).toList();
        List<Site> sites = around.stream().map(MigrationFolder::site).distinct().toList();
        List<Scope> told =
                around.stream().map(MigrationFolder::scope).distinct().toList();
        Scope scope = scope(path);
        if (!scope.isTold()
                && !inModule.isEmpty()
                && sites.size() > 1
                && told.size() == 1
                && told.getFirst().isTold()) {
            scope = told.getFirst();
        }
        boolean isUnclear = sites.size() > 1 && !inModule.isEmpty() && !scope.isTold();
        Site site = sites.size() == 1 ? sites.getFirst() : own;
        return isUnclear
                ? Optional.empty()
                : Optional.of(new MigrationFolder(path, scope, site, own.vendor(path), held));
    }

    private static boolean isInOneModule(RepoPath folder, RepoPath other) {
        Optional<RepoPath> module = SourceRoot.of(folder).map(SourceRoot::module);
        return module.isPresent() && module.equals(SourceRoot.of(other).map(SourceRoot::module));
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
