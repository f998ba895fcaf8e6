package dev.migtrue.system.flyway;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.flyway.Variables.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the configuration files of one Flyway say together.
 *
 * @param module the folder of the build that it belongs to; its file locations start there
 */
record Configuration(RepoPath module, Settings settings) {

    /** The paths of configurations, as patterns. */
    static final Set<String> NAMES = Set.of(
            "*flyway*",
            "*application*.properties",
            "*application*.y*ml",
            "*bootstrap*.properties",
            "*bootstrap*.y*ml",
            "*pom.xml",
            "*build.gradle",
            "*build.gradle.kts");

    private static final Set<String> BUILDS = Set.of("pom.xml", "build.gradle", "build.gradle.kts");

    private static final Pattern FRAMEWORK = Pattern.compile("(?:application|bootstrap).*\\.(?:properties|ya?ml)");

    private static final Set<String> CONFIGURATION_FOLDERS = Set.of("conf", "config");

    /** The general file before those of profiles, which have longer names; what is meant for tests last. */
    private static final Comparator<RepoPath> MOST_GENERAL_FIRST = Comparator.comparing(Configuration::isTest)
            .thenComparing(path -> path.name().length())
            .thenComparing(path -> path);

    /** The configurations found in a tree, innermost modules first, and what variables say where Flyway has none of its own. */
    static List<Configuration> read(Tree tree, Variables variables) {
        Map<RepoPath, List<RepoPath>> together = tree.files().stream()
                .filter(file -> ConfigText.reader(file.name()).isPresent())
                .filter(file ->
                        isFramework(file) || isBuild(file) || file.name().contains("flyway"))
                .filter(Outside::isNot)
                .collect(Collectors.groupingBy(Configuration::key, TreeMap::new, Collectors.toList()));
        Set<RepoPath> configured = new HashSet<>();
        List<Configuration> configurations = new ArrayList<>();
        boolean isOwn = false;
        for (List<RepoPath> group : inTurn(together.values())) {
            boolean isLast = isBuild(group.getFirst()) && configured.contains(moduleOf(group.getFirst()));
            List<Configuration> told = isLast ? List.of() : read(tree, group, variables);
            told.forEach(configuration -> configured.add(configuration.module()));
            configurations.addAll(told);
            isOwn |= !told.isEmpty() && !isFramework(group.getFirst());
        }
        if (!isOwn && !variables.flyway().isEmpty()) {
            configurations.add(new Configuration(RepoPath.TOP, Settings.of(Map.of(), variables.flyway())));
        }
        return configurations.stream()
                .sorted(Comparator.comparing((Configuration configuration) ->
                                configuration.module().value().length())
                        .reversed())
                .toList();
    }

    /** What runs the program is asked first: a build only tells what a plugin does where nothing else says anything. */
    private static List<List<RepoPath>> inTurn(Collection<List<RepoPath>> groups) {
        return groups.stream()
                .sorted(Comparator.comparing(group -> isBuild(group.getFirst())))
                .toList();
    }

    /**
     * A framework merges all its files; a file of Flyway's own stands for itself, and several may serve several
     * databases.
     */
    private static RepoPath key(RepoPath file) {
        return isFramework(file) ? moduleOf(file) : file;
    }

    private static boolean isBuild(RepoPath file) {
        return BUILDS.contains(file.name());
    }

    private static boolean isFramework(RepoPath file) {
        return FRAMEWORK.matcher(file.name()).matches();
    }

    /** One for each data source that these files tell something of; variables are about the usual one. */
    private static List<Configuration> read(Tree tree, List<RepoPath> files, Variables variables) {
        Told told = files.stream()
                .sorted(MOST_GENERAL_FIRST)
                .flatMap(file -> ConfigText.reader(file.name()).flatMap(reader -> tree.derive(file, reader)).stream())
                .reduce(Told.NOTHING, Told::or);
        SortedMap<String, Variable> of = isFramework(files.getFirst()) ? variables.framework() : variables.flyway();
        Map<String, Settings> settings = new TreeMap<>();
        told.byName().forEach((name, values) -> {
            if (Settings.isTold(values)) {
                settings.put(name, Settings.of(values));
            }
        });
        // A build that says nothing of Flyway does not run it.
        if (!of.isEmpty() && (!isBuild(files.getFirst()) || settings.containsKey(Told.USUAL))) {
            settings.put(Told.USUAL, Settings.of(told.to(Told.USUAL), of));
        }
        return settings.values().stream()
                .map(each -> new Configuration(moduleOf(files.getFirst()), each))
                .toList();
    }

    /**
     * Where these settings hold. When none of the folders is here, perhaps because they are named as a container sees
     * them, that is all of the module; except where a file without any prefix would then be a migration.
     */
    Scope scope(KnownFolders folders) {
        List<RepoPath> named = settings.locations().stream()
                .flatMap(location -> folders.named(location, module).stream())
                .distinct()
                .toList();
        List<RepoPath> found = named.isEmpty() ? folders.usual(module) : named;
        if (!found.isEmpty()) {
            return new Scope(settings, found, Scope.Reach.LOCATIONS);
        }
        List<RepoPath> everywhere = settings.naming().versioned().isEmpty() ? List.of() : List.of(module);
        return new Scope(settings, everywhere, Scope.Reach.ALL_AROUND);
    }

    private static boolean isTest(RepoPath file) {
        return SourceRoot.of(file).filter(SourceRoot::isTest).isPresent();
    }

    private static RepoPath moduleOf(RepoPath file) {
        RepoPath folder = file.parent().orElse(RepoPath.TOP);
        return SourceRoot.of(file)
                .map(SourceRoot::module)
                .or(() -> folder.parent().filter(above -> CONFIGURATION_FOLDERS.contains(folder.name())))
                .orElse(folder);
    }
}
