package dev.migtrue.system.liquibase;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A configuration file that says something of Liquibase. */
record Configuration(RepoPath file, Settings settings) {

    /** The general file before those of profiles, which have longer names. */
    private static final Comparator<RepoPath> MOST_GENERAL_FIRST =
            Comparator.<RepoPath>comparingInt(path -> path.name().length()).thenComparing(path -> path);

    /** Those of a tree. */
    static List<Configuration> in(Tree tree) {
        return tree.files().stream()
                .filter(Outside::isNot)
                .sorted(MOST_GENERAL_FIRST)
                .flatMap(file -> ConfigText.reader(file.name())
                        .flatMap(reader -> tree.derive(file, reader))
                        .filter(settings -> !settings.equals(Settings.DEFAULT))
                        .map(settings -> new Configuration(file, settings))
                        .stream())
                .toList();
    }

    /** The root changelogs that it names, as far as they are there. */
    Stream<SearchPath.Located> roots(Tree tree, List<RepoPath> resources) {
        SearchPath searchPath = new SearchPath(file, resources);
        SearchPath.Located here = new SearchPath.Located(file, file.name());
        return settings.changelogs().stream()
                .flatMap(
                        written -> searchPath
                                .find(
                                        new Changelog.FileName(written, false),
                                        here,
                                        path -> tree.contentId(path).isPresent())
                                .stream());
    }

    /** How much of the repository around a file is this configuration's; absent when the file is not. */
    Optional<Integer> nearness(RepoPath changelog) {
        RepoPath module =
                SourceFolder.of(file).map(SourceFolder::module).or(file::parent).orElse(RepoPath.TOP);
        return changelog.isUnder(module) ? Optional.of(module.value().length()) : Optional.empty();
    }
}
