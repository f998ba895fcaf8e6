package dev.migtrue.system.django;

import dev.migtrue.language.code.Constant;
import dev.migtrue.language.code.PythonModule;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the entries of {@code INSTALLED_APPS} say of the packages of a tree. */
record Installed(Tree tree, SettingsFile settings) {

    private static final String CONFIGURATIONS = "apps.py";
    private static final String PACKAGE = "__init__.py";
    private static final String DEFAULT = "default_app_config";
    private static final Function<FileText, Optional<String>> NAMED_BY_PACKAGE = Installed::namedByPackage;

    /** Whether an entry names a package, or a class in it that configures it. */
    boolean names(RepoPath folder) {
        return settings.installed().stream()
                .anyMatch(entry ->
                        isPackage(entry, folder) || config(entry, folder).isPresent());
    }

    /** What the app of a package is called: as the class says that the settings name, else the one that Django takes by itself, else as its folder. */
    Optional<String> label(RepoPath folder) {
        Optional<AppConfig> named = settings.installed().stream()
                .flatMap(entry -> config(entry, folder).stream())
                .findFirst();
        return named.or(() -> byItself(folder))
                .flatMap(AppConfig::appLabel)
                .or(() -> Optional.of(folder.name()).filter(name -> !name.isEmpty()));
    }

    /** Whether a package has a class that configures an app. */
    boolean isConfigured(RepoPath folder) {
        return !fitting(folder).isEmpty();
    }

    /**
     * The class that Django takes where the settings name only the package: the only one that there is, those left out that say so; of several the
     * one that says it is meant; and before Django 4.1 the one that the package names. Absent where it takes none of them.
     */
    Optional<AppConfig> byItself(RepoPath folder) {
        List<AppConfig> candidates = fitting(folder).stream()
                .filter(config -> config.isDefault().orElse(true))
                .toList();
        return candidates.size() == 1
                ? Optional.of(candidates.getFirst())
                : candidates.stream()
                        .filter(config -> config.isDefault().orElse(false))
                        .findFirst()
                        .or(() -> tree.derive(folder.child(PACKAGE), NAMED_BY_PACKAGE)
                                .flatMap(named -> named)
                                .flatMap(entry -> config(entry, folder)));
    }

    private List<AppConfig> fitting(RepoPath folder) {
        return configs(folder.child(CONFIGURATIONS)).stream()
                .filter(config -> folder.name().isEmpty() || config.fits(folder.name()))
                .toList();
    }

    private static Optional<String> namedByPackage(FileText file) {
        return file instanceof FileText.Decoded decoded && decoded.text().contains(DEFAULT)
                ? PythonModule.read(decoded.text(), Set.of(DEFAULT))
                        .constant(DEFAULT)
                        .flatMap(value ->
                                value instanceof Constant.Text text ? Optional.of(text.value()) : Optional.empty())
                : Optional.empty();
    }

    /** The class that an entry names, if it stands in a package: {@code shop.apps.ShopConfig}, {@code shop.ShopConfig}. */
    private Optional<AppConfig> config(String entry, RepoPath folder) {
        List<String> parts = new ArrayList<>(List.of(entry.split("\\.", -1)));
        String className = parts.removeLast();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String module = parts.getLast();
        Stream<RepoPath> files = Stream.concat(
                isPackage(String.join(".", parts.subList(0, parts.size() - 1)), folder)
                        ? Stream.of(folder.child(module + ".py"))
                        : Stream.empty(),
                isPackage(String.join(".", parts), folder) ? Stream.of(folder.child(PACKAGE)) : Stream.empty());
        return files.flatMap(file -> configs(file).stream())
                .filter(config -> config.className().equals(className))
                .findFirst();
    }

    private List<AppConfig> configs(RepoPath file) {
        return tree.derive(file, AppConfig.READ).orElse(List.of());
    }

    /** Whether a dotted name can mean a folder, wherever Python may be told to start. */
    private static boolean isPackage(String dotted, RepoPath folder) {
        String path = dotted.replace('.', '/');
        return !path.isEmpty() && (folder.value().equals(path) || folder.value().endsWith("/" + path));
    }
}
