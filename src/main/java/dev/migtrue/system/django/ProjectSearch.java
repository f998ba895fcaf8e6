package dev.migtrue.system.django;

import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the projects of a tree. An app belongs to the nearest {@code manage.py} above it, or else to the only project whose settings name it,
 * or else to those that are imported from the same folder, as the apps of a library are.
 */
final class ProjectSearch {

    private static final String DATABASE_AHEAD =
            "a clean checkout says nothing: 'manage.py migrate' there ends with \"No migrations to apply.\" and exit code 0, and"
                    + " 'showmigrations' does not list what has no file";

    private final Tree tree;
    private final AppPackages packages;
    private final List<RepoPath> roots;
    private final List<RepoPath> migrated;
    private final Map<RepoPath, Installed> installed = new HashMap<>();
    private final List<RepoPath> leftOut = new ArrayList<>();

    ProjectSearch(Tree tree) {
        this.tree = tree;
        this.packages = new AppPackages(tree);
        this.roots = packages.roots();
        this.migrated = packages.migrated();
    }

    List<Layout> layouts() {
        SequencedMap<RepoPath, List<RepoPath>> projects = new LinkedHashMap<>();
        for (RepoPath folder : migrated) {
            root(folder)
                    .ifPresent(root -> projects.computeIfAbsent(root, first -> new ArrayList<>())
                            .add(folder));
        }
        List<DjangoLayout> layouts = new ArrayList<>();
        projects.forEach((root, folders) -> addProject(root, folders, layouts));
        roots.reversed().stream()
                .filter(root -> !projects.containsKey(root))
                .forEach(root -> addMovedAlone(root, layouts));
        List<Layout> told = new ArrayList<>(new LeftOut(leftOut).toldBy(layouts));
        told.sort(Comparator.comparing((Layout layout) -> layout.project().root())
                .thenComparing(layout -> layout.project().folders().toString()));
        return told;
    }

    /** A project of which every migration lies where its settings say; not one whose settings repeat those of a project in it. */
    private void addMovedAlone(RepoPath root, List<DjangoLayout> layouts) {
        Set<RepoPath> claimed = layouts.stream()
                .flatMap(layout -> layout.project().folders().stream())
                .collect(Collectors.toSet());
        SequencedMap<String, App> apps = new LinkedHashMap<>();
        addMoved(root, installed(root), apps);
        if (apps.values().stream().anyMatch(app -> !claimed.contains(app.folder()))) {
            addProject(root, List.of(), layouts);
        }
    }

    private Optional<RepoPath> root(RepoPath folder) {
        List<RepoPath> naming =
                roots.stream().filter(root -> installed(root).names(folder)).toList();
        Optional<RepoPath> above = roots.stream()
                .filter(root -> folder.equals(root) || folder.isUnder(root))
                .max(Comparator.comparingInt(root -> root.value().length()));
        boolean isNamed = above.map(naming::contains).orElse(!naming.isEmpty());
        if (AppPackages.isFixture(folder) && !isNamed) {
            leftOut.add(folder.child(AppPackages.MIGRATIONS));
            return Optional.empty();
        }
        if (!isNamed && above.filter(this::hasInstalled).isPresent() && packages.isLeftOver(folder)) {
            return Optional.empty();
        }
        return above.or(() -> Optional.of(naming.size() == 1 ? naming.getFirst() : packages.importRoot(folder)));
    }

    private boolean hasInstalled(RepoPath root) {
        return !installed(root).settings().installed().isEmpty();
    }

    private Installed installed(RepoPath root) {
        return installed.computeIfAbsent(root, first -> new Installed(tree, packages.settings(first)));
    }

    /** Where several packages claim one label, at most one can be installed: the one that the settings name, else the nearest to the root. */
    private void addProject(RepoPath root, List<RepoPath> folders, List<DjangoLayout> layouts) {
        Installed settings = installed(root);
        SequencedMap<String, App> apps = new LinkedHashMap<>();
        List<RepoPath> others = new ArrayList<>();
        folders.stream()
                .sorted(Comparator.comparing((RepoPath folder) -> !settings.names(folder))
                        .thenComparing(folder -> folder.value().split("/", -1).length)
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(folder -> settings.label(folder)
                        .map(label -> new App(label, folder.child(AppPackages.MIGRATIONS)))
                        .filter(app -> apps.putIfAbsent(app.label(), app) != null)
                        .ifPresent(app -> others.add(folder)));
        addMoved(root, settings, apps);
        addWithoutMigrations(root, settings, apps);
        if (!apps.isEmpty()) {
            layouts.add(layout(root, apps, settings));
        }
        others.forEach(folder -> addProject(folder, List.of(folder), layouts));
    }

    /** Apps whose migrations lie where the settings say. */
    private void addMoved(RepoPath root, Installed settings, Map<String, App> apps) {
        settings.settings()
                .modules()
                .forEach((label, dotted) -> packages.find(dotted, root)
                        .filter(folder -> packages.holdsMigration(tree.filesUnder(folder).stream()
                                .filter(file ->
                                        file.parent().equals(Optional.of(folder)) && AppHistories.isModule(file.name()))
                                .toList()))
                        .ifPresent(folder -> apps.put(label, new App(label, folder))));
    }

    /** Apps that could have migrations: where others name one of theirs, it is ours that is not there. */
    private void addWithoutMigrations(RepoPath root, Installed settings, Map<String, App> apps) {
        List<RepoPath> configured = packages.configured().stream()
                .filter(folder -> folder.isUnder(root) && !AppPackages.isFixture(folder))
                .filter(folder -> roots.stream().noneMatch(other -> folder.isUnder(other) && other.isUnder(root)))
                .filter(settings::isConfigured)
                .toList();
        Set<RepoPath> candidates = new HashSet<>(configured);
        settings.settings()
                .installed()
                .forEach(entry -> packages.find(entry, root)
                        .filter(folder ->
                                tree.contentId(folder.child("__init__.py")).isPresent())
                        .ifPresent(candidates::add));
        // What has some belongs to a project already, be it this or another.
        candidates.removeAll(Set.copyOf(migrated));
        candidates.stream()
                .sorted()
                .forEach(folder -> settings.label(folder)
                        .ifPresent(label ->
                                apps.putIfAbsent(label, new App(label, folder.child(AppPackages.MIGRATIONS)))));
    }

    private DjangoLayout layout(RepoPath root, Map<String, App> apps, Installed settings) {
        Map<RepoPath, App> byFolder = new TreeMap<>();
        apps.values().stream()
                .map(app -> settings.settings().off().contains(app.label()) ? app.off() : app)
                .forEach(app -> byFolder.putIfAbsent(app.folder(), app));
        List<RepoPath> folders = byFolder.values().stream()
                .filter(app -> !app.isOff())
                .map(App::folder)
                .toList();
        return new DjangoLayout(
                new Project(DjangoSystem.NAME, root, folders, DATABASE_AHEAD)
                        .recognisedBy(recognisedBy(root) + turnedOff(byFolder.values())),
                List.copyOf(byFolder.values()),
                settings.settings());
    }

    private static String turnedOff(Collection<App> apps) {
        List<String> off = apps.stream()
                .filter(App::isOff)
                .map(app -> "'" + app.label() + "'")
                .toList();
        return off.isEmpty() ? "" : "; MIGRATION_MODULES turns off the migrations of " + String.join(", ", off);
    }

    private String recognisedBy(RepoPath root) {
        String migrations = "Django's class Migration in folders called '" + AppPackages.MIGRATIONS + "'";
        return roots.contains(root) ? "'" + root.child("manage.py") + "' and " + migrations : migrations;
    }
}
