package dev.migtrue.system.flyway;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flyway, recognised by its migrations: a folder without any is not taken for one of its. */
public final class FlywaySystem implements MigrationSystem {

    private final Variables variables;

    /** The one of a project whose environment says nothing of it. */
    public FlywaySystem() {
        this(Variables.NONE);
    }

    private FlywaySystem(Variables variables) {
        this.variables = variables;
    }

    /**
     * Folders of one group may be read by one Flyway: those of one configuration, else those of one site; tests apart.
     */
    private record Group(Scope scope, RepoPath around, boolean isTest) {

        static Group of(MigrationFolder folder) {
            RepoPath around = switch (folder.scope().reach()) {
                case LOCATIONS -> RepoPath.TOP;
                case ALL_AROUND -> folder.site().root();
            };
            return new Group(folder.scope(), around, folder.isTest());
        }
    }

    @Override
    public String name() {
        return FlywayLayout.SYSTEM;
    }

    @Override
    public MigrationSystem within(Map<String, String> environment) {
        return new FlywaySystem(Variables.of(environment));
    }

    @Override
    public List<Layout> detect(Tree tree) {
        Collection<List<MigrationFolder>> groups = FolderSearch.in(tree, variables).stream()
                .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()))
                .values();
        List<Instance> instances =
                groups.stream().flatMap(group -> Instance.of(group).stream()).toList();
        Set<RepoPath> claimed = instances.stream()
                .flatMap(instance -> instance.folders(isAlone(instance, instances)).stream())
                .flatMap(SourceRoot::onOneClassPath)
                .collect(Collectors.toSet());
        return instances.stream()
                .map(instance -> layout(instance, isAlone(instance, instances), claimed, tree))
                .sorted(Comparator.comparing(layout -> layout.project().root()))
                .toList();
    }

    @Override
    public Set<String> telling(Tree tree) {
        return Stream.concat(
                        Stream.of(Configuration.NAMES, OtherTools.NAMES, ClassFolders.NAMES)
                                .flatMap(Set::stream),
                        FolderSearch.namings(Configuration.read(tree, variables)).stream()
                                .flatMap(naming -> naming.suffixes().stream())
                                .map(suffix -> "*" + suffix))
                .collect(Collectors.toSet());
    }

    private static Layout layout(Instance instance, Predicate<RepoPath> isAlone, Set<RepoPath> claimed, Tree tree) {
        MigrationFiles files = new MigrationFiles(instance.settings().naming(), tree);
        List<RepoPath> folders = instance.folders(isAlone).stream()
                .flatMap(SourceRoot::onOneClassPath)
                .filter(folder -> tree.filesUnder(folder).stream()
                        .anyMatch(file -> files.name(file).isPresent()
                                || files.unread(file).isPresent()))
                .toList();
        return new FlywayLayout(instance.settings(), instance.root(isAlone), folders, claimed);
    }

    private static Predicate<RepoPath> isAlone(Instance instance, List<Instance> all) {
        return folder ->
                all.stream().filter(other -> !other.equals(instance)).noneMatch(other -> other.reachesInto(folder));
    }
}
