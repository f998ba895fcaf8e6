package dev.migtrue.system.django;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the entries of {@code INSTALLED_APPS} say of the packages of a tree. */
record Installed(Tree tree, SettingsFile settings) {

    private static final String CONFIGURATIONS = "apps.py";

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

    /** The class that Django takes where the settings name only the package. */
    Optional<AppConfig> byItself(RepoPath folder) {
        List<AppConfig> configs = configs(folder.child(CONFIGURATIONS)).stream()
                .filter(config -> folder.name().isEmpty() || config.fits(folder.name()))
                .toList();
        return configs.stream()
                .filter(AppConfig::isDefault)
                .findFirst()
                .or(() -> configs.stream().findFirst());
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
                isPackage(String.join(".", parts), folder) ? Stream.of(folder.child("__init__.py")) : Stream.empty());
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
