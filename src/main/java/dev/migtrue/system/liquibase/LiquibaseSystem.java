package dev.migtrue.system.liquibase;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Liquibase, recognised by its changelogs: each that no other includes is the root of a use of its own. */
public final class LiquibaseSystem implements MigrationSystem {

    @Override
    public String name() {
        return LiquibaseLayout.SYSTEM;
    }

    @Override
    public Set<String> telling(Tree tree) {
        return Stream.concat(ConfigText.NAMES.stream(), RootSearch.NAMES.stream())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Layout> detect(Tree tree) {
        List<RootSearch.Found> roots = RootSearch.in(tree);
        return roots.stream()
                .sorted(Comparator.comparing(
                        (RootSearch.Found found) -> found.start().root().file()))
                .<Layout>map(found -> new LiquibaseLayout(
                        found.start(), folders(found), found.searchPath(), claimedByOthers(found, roots)))
                .toList();
    }

    private static Set<RepoPath> claimedByOthers(RootSearch.Found one, List<RootSearch.Found> all) {
        return all.stream()
                .filter(other -> !other.equals(one))
                .flatMap(other -> other.walk().files().stream())
                .map(SearchPath.Located::file)
                .collect(Collectors.toSet());
    }

    /** The folders of all changelogs and of what these run or load, those inside of others left out. */
    private static List<RepoPath> folders(RootSearch.Found found) {
        Set<RepoPath> folders = new TreeSet<>();
        Stream.concat(
                        Stream.of(found.start().root().file()),
                        Stream.concat(
                                found.walk().files().stream().map(SearchPath.Located::file),
                                found.walk().companions().stream().map(SearchPath.Located::file)))
                .forEach(file -> folders.add(file.parent().orElse(RepoPath.TOP)));
        return folders.stream()
                .filter(folder -> folders.stream().noneMatch(folder::isUnder))
                .toList();
    }
}
