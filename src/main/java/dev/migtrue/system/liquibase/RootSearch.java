package dev.migtrue.system.liquibase;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the changelogs that a tree's Liquibases begin with: those that a configuration names, then those that nothing includes. */
final class RootSearch {

    /** Only files of such names are read: a repository may hold very many others. */
    private static final Pattern TELLING = Pattern.compile(
            "changelog|liquibase|changeset|(?:migrat|database|schema|(?:^|/)db/)[^/]*(?:/.*)?\\.xml$",
            Pattern.CASE_INSENSITIVE);

    /** The same as patterns for paths. */
    static final Set<String> NAMES = Stream.concat(
                    Stream.of("changelog", "liquibase", "changeset")
                            .flatMap(word ->
                                    Stream.of("xml", "y*ml", "json", "sql").map(ending -> "*" + word + "*." + ending)),
                    Stream.of("*migrat*.xml", "*database*.xml", "*schema*.xml", "*db/*.xml"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern FIRST_OF_ALL =
            Pattern.compile("master|root|main|index|(?:^|/)changelog\\.[a-z]+$", Pattern.CASE_INSENSITIVE);

    private final Tree tree;
    private final List<RepoPath> resources;
    private final List<Configuration> configurations;
    private final SequencedMap<RepoPath, Found> found = new LinkedHashMap<>();

    /** A root, and what is reached from it. */
    record Found(Start start, SearchPath searchPath, Walk walk) {}

    private RootSearch(Tree tree) {
        this.tree = tree;
        this.resources = SearchPath.resources(tree);
        this.configurations = Configuration.in(tree);
    }

    static List<Found> in(Tree tree) {
        List<RepoPath> candidates = tree.files().stream()
                .filter(file -> ChangelogFile.isOne(file)
                        && TELLING.matcher(file.value()).find())
                .filter(Outside::isNot)
                .filter(file -> isDeclared(file, tree))
                .toList();
        return new RootSearch(tree).among(candidates);
    }

    private static boolean isDeclared(RepoPath file, Tree tree) {
        return ChangelogFile.read(file, tree)
                .filter(changelog -> changelog instanceof Changelog.Read || changelog instanceof Changelog.Broken)
                .isPresent();
    }

    private List<Found> among(List<RepoPath> candidates) {
        for (Configuration configuration : configurations) {
            configuration.roots(tree, resources).forEach(root -> begin(root, configuration.settings()));
        }
        conventional(candidates).forEach(root -> begin(root, settings(root.file())));
        return found.values().stream()
                .filter(root -> !root.walk().changeSets().isEmpty()
                        || !root.walk().unread().isEmpty())
                .toList();
    }

    private void begin(SearchPath.Located root, Settings settings) {
        if (found.values().stream().noneMatch(known -> known.walk().hasReached(root.file()))) {
            RepoPath folder = root.file().parent().orElse(RepoPath.TOP);
            found.put(
                    root.file(),
                    new Found(
                            new Start(root, folder, settings.passing(passed(root.file()))),
                            new SearchPath(root.file(), resources),
                            walk(root)));
        }
    }

    private Walk walk(SearchPath.Located root) {
        Walk walk = new Walk(tree, new SearchPath(root.file(), resources));
        walk.through(root);
        return walk;
    }

    private List<SearchPath.Located> conventional(List<RepoPath> candidates) {
        SequencedMap<RepoPath, Walk> walks = new LinkedHashMap<>();
        candidates.stream()
                .filter(file ->
                        found.values().stream().noneMatch(root -> root.walk().hasReached(file)))
                .forEach(file -> walks.put(file, walk(located(file))));
        List<RepoPath> roots = walks.keySet().stream()
                .filter(file -> walks.entrySet().stream()
                        .noneMatch(other ->
                                !other.getKey().equals(file) && other.getValue().hasReached(file)))
                .sorted(Comparator.<RepoPath, Boolean>comparing(
                                file -> !FIRST_OF_ALL.matcher(file.name()).find())
                        .thenComparing(file -> file))
                .toList();
        Set<RepoPath> shared = sharedFolders(roots, walks);
        return roots.stream()
                .filter(file -> FIRST_OF_ALL.matcher(file.name()).find() || isOnItsOwn(file, shared))
                .map(this::located)
                .toList();
    }

    /** The folders in which changelogs lie that others include: one beside them that nothing includes was forgotten. */
    private Set<RepoPath> sharedFolders(List<RepoPath> roots, SequencedMap<RepoPath, Walk> walks) {
        List<Walk> all = new ArrayList<>();
        found.values().forEach(root -> all.add(root.walk()));
        roots.forEach(root -> Optional.ofNullable(walks.get(root)).ifPresent(all::add));
        return all.stream().flatMap(walk -> Registry.folders(walk).stream()).collect(Collectors.toSet());
    }

    private static boolean isOnItsOwn(RepoPath file, Set<RepoPath> shared) {
        return file.parent().filter(shared::contains).isEmpty();
    }

    private static SearchPath.Located located(RepoPath file, RepoPath around) {
        return new SearchPath.Located(file, file.isUnder(around) ? file.relativeTo(around) : file.value());
    }

    private SearchPath.Located located(RepoPath file) {
        return located(file, SourceFolder.of(file).map(SourceFolder::path).orElse(RepoPath.TOP));
    }

    /** What any configuration around it gives values for: which profile a run has is not known here. */
    private Set<String> passed(RepoPath root) {
        return configurations.stream()
                .filter(configuration -> configuration.nearness(root).isPresent())
                .flatMap(configuration -> configuration.settings().parameters().stream())
                .collect(Collectors.toSet());
    }

    /** What the nearest configuration says. */
    private Settings settings(RepoPath root) {
        return configurations.stream()
                .filter(configuration -> configuration.nearness(root).isPresent())
                .max(Comparator.comparing(
                        configuration -> configuration.nearness(root).orElse(0)))
                .map(Configuration::settings)
                .orElse(Settings.DEFAULT);
    }
}
