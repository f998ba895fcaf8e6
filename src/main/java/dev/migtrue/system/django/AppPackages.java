package dev.migtrue.system.django;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The files of a tree that tell where Django is used: found in one pass, for a tree may have very many. */
final class AppPackages {

    static final String MIGRATIONS = "migrations";

    private static final String PACKAGE = "__init__.py";
    private static final String SETTINGS = "settings";

    /** Other frameworks have a program of this name too. */
    private static final Function<FileText, Boolean> IS_DJANGO = AppPackages::isDjango;

    /** Files whose settings hold wherever the project runs, as far as names can tell. */
    private static final Set<String> COMMON = Set.of("settings.py", PACKAGE, "base.py", "common.py", "defaults.py");

    /** Folders that hold what others wrote. */
    private static final Set<String> VENDORED =
            Set.of("site-packages", "dist-packages", "node_modules", "__pypackages__");

    /** Folders of made-up projects: what a test tries out is often wrong on purpose, and no database keeps it. */
    private static final Set<String> FIXTURES = Set.of(
            "test",
            "tests",
            "testing",
            "fixture",
            "fixtures",
            "testapp",
            "testapps",
            "testproject",
            "test_app",
            "test_apps",
            "test_project",
            "testdata",
            "test_data");

    private final Tree tree;
    private final Set<RepoPath> environments = new TreeSet<>();
    private final List<RepoPath> managers = new ArrayList<>();
    private final List<RepoPath> settings = new ArrayList<>();
    private final Set<RepoPath> configured = new TreeSet<>();
    private final SequencedMap<RepoPath, List<RepoPath>> modules = new LinkedHashMap<>();

    AppPackages(Tree tree) {
        this.tree = tree;
        tree.files().stream().filter(file -> !isVendored(file)).forEach(this::look);
    }

    private void look(RepoPath file) {
        RepoPath folder = file.parent().orElse(RepoPath.TOP);
        String name = file.name();
        if (name.equals("pyvenv.cfg")) {
            environments.add(folder);
        } else if (name.endsWith(".py")) {
            if (name.equals("manage.py")) {
                managers.add(file);
            } else if (name.equals("apps.py")) {
                configured.add(folder);
            }
            if (folder.name().equals(MIGRATIONS) && AppHistories.isModule(name)) {
                modules.computeIfAbsent(folder, first -> new ArrayList<>()).add(file);
            }
            if ((name.equals("settings.py") || folder.name().equals(SETTINGS)) && !name.contains("test")) {
                settings.add(file);
            }
        }
    }

    /** Folders with a program that manages a Django project, sorted; those of test projects left out. */
    List<RepoPath> roots() {
        return managers.stream()
                .filter(file -> !isFixture(file) && isOurs(file))
                .filter(file -> tree.derive(file, IS_DJANGO).orElse(false))
                .map(AppPackages::folder)
                .toList();
    }

    /** Packages with a folder of migrations in which there is at least one, sorted. */
    List<RepoPath> migrated() {
        return modules.entrySet().stream()
                .filter(entry -> isOurs(entry.getKey()) && holdsMigration(entry.getValue()))
                .flatMap(entry -> entry.getKey().parent().stream())
                .toList();
    }

    /** Whether nothing of an app is there but migrations that Python finds in no package: what stays where an app was removed. */
    boolean isLeftOver(RepoPath app) {
        return tree.contentId(app.child(MIGRATIONS).child(PACKAGE)).isEmpty()
                && tree.filesUnder(app).stream()
                        .noneMatch(file ->
                                file.name().endsWith(".py") && file.parent().equals(Optional.of(app)));
    }

    /** Packages that hold a module that configures an app, sorted. */
    List<RepoPath> configured() {
        return configured.stream().filter(this::isOurs).toList();
    }

    /** What the settings below a folder say together, and those that its program names. */
    SettingsFile settings(RepoPath root) {
        Set<RepoPath> files = new LinkedHashSet<>(new NamedSettings(tree).of(root));
        settings.stream()
                .filter(file -> file.isUnder(root) && isOurs(file))
                .filter(file -> isFixture(root) || !isFixture(file))
                .forEach(files::add);
        return SettingsFile.all(
                files.stream().flatMap(file -> read(file).stream()).toList());
    }

    private Optional<SettingsFile> read(RepoPath file) {
        return tree.derive(file, SettingsFile.READ)
                .map(found -> COMMON.contains(file.name()) ? found : found.turningNothingOff());
    }

    /** Whether one of these files is a migration of Django's. */
    boolean holdsMigration(Collection<RepoPath> files) {
        return files.stream()
                .flatMap(file -> tree.derive(file, MigrationFile.READ).stream())
                .anyMatch(file -> file instanceof MigrationFile.Node node && node.isDjango());
    }

    /** The folder from which a package is imported: the first above it that is no package itself. */
    RepoPath importRoot(RepoPath folder) {
        RepoPath root = folder;
        while (!root.equals(RepoPath.TOP) && tree.contentId(root.child(PACKAGE)).isPresent()) {
            root = folder(root);
        }
        return root.equals(folder) ? folder(folder) : root;
    }

    /** The folder of a package or module that a dotted name means below a project's root, beside it or above it. */
    Optional<RepoPath> find(String dotted, RepoPath root) {
        String path = dotted.replace('.', '/');
        Optional<RepoPath> at = Optional.of(root);
        while (at.isPresent()) {
            for (RepoPath start : List.of(at.get(), at.get().child("src"))) {
                Optional<RepoPath> folder = start.resolve(path).filter(this::isFolder);
                if (folder.isPresent()) {
                    return folder;
                }
            }
            at = at.get().parent();
        }
        return Optional.empty();
    }

    static boolean isFixture(RepoPath path) {
        return Arrays.stream(path.value().split("/", -1)).anyMatch(FIXTURES::contains);
    }

    private boolean isFolder(RepoPath path) {
        return !path.equals(RepoPath.TOP)
                && isOurs(path)
                && !tree.filesUnder(path).isEmpty();
    }

    private boolean isOurs(RepoPath path) {
        return environments.stream().noneMatch(path::isUnder);
    }

    private static boolean isVendored(RepoPath path) {
        // All of them hold one of these; splitting every path of a large repository would take its time.
        return (path.value().contains("packages") || path.value().contains("node_modules"))
                && Arrays.stream(path.value().split("/", -1)).anyMatch(VENDORED::contains);
    }

    private static RepoPath folder(RepoPath path) {
        return path.parent().orElse(RepoPath.TOP);
    }

    private static boolean isDjango(FileText file) {
        return file instanceof FileText.Decoded decoded
                && decoded.text().toLowerCase(Locale.ROOT).contains("django");
    }
}
