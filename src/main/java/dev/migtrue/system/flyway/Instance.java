package dev.migtrue.system.flyway;

import dev.migtrue.model.RepoPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folders that one Flyway reads.
 *
 * @param own those of this one alone
 * @param shared those that other instances read too
 */
record Instance(List<MigrationFolder> own, List<MigrationFolder> shared) {

    Instance {
        own = List.copyOf(own);
        shared = List.copyOf(shared);
    }

    /** The instances that folders of one scope make up: one per database vendor, and per sequence of versions. */
    static List<Instance> of(Collection<MigrationFolder> folders) {
        List<MigrationFolder> outermost = outermost(folders);
        List<String> vendors = outermost.stream()
                .flatMap(folder -> folder.vendor().stream())
                .distinct()
                .toList();
        if (vendors.size() < 2) {
            return unrivalled(outermost);
        }
        List<MigrationFolder> common =
                outermost.stream().filter(folder -> folder.vendor().isEmpty()).toList();
        List<Instance> instances = vendors.stream()
                .flatMap(vendor ->
                        unrivalled(outermost.stream()
                                        .filter(folder -> folder.vendor().equals(Optional.of(vendor)))
                                        .toList())
                                .stream())
                .map(instance -> instance.sharing(common))
                .toList();
        List<MigrationFolder> left = common.stream()
                .filter(folder -> instances.stream().noneMatch(instance -> instance.shared.contains(folder)))
                .toList();
        return Stream.concat(instances.stream(), unrivalled(left).stream()).toList();
    }

    Settings settings() {
        return own.getFirst().scope().settings();
    }

    /**
     * The folders to look into, in any source: the whole site where all of it is this instance's, so that a folder
     * which one source alone has, or which git ignores, is not missed.
     */
    List<RepoPath> folders(Predicate<RepoPath> isAlone) {
        Site site = own.getFirst().site();
        List<RepoPath> paths = Stream.concat(own.stream(), shared.stream())
                .map(MigrationFolder::path)
                .toList();
        return site.isNamedForMigrations()
                        && isAlone.test(site.root())
                        && own.stream().map(MigrationFolder::site).allMatch(site::equals)
                ? Stream.concat(Stream.of(site.root()), paths.stream().filter(path -> !isIn(site.root(), path)))
                        .toList()
                : paths;
    }

    /**
     * What findings call it: the folder around all of its own where nobody else's lies in it, else the first of them.
     */
    RepoPath root(Predicate<RepoPath> isAlone) {
        RepoPath first = own.getFirst().path();
        return Stream.concat(Stream.of(first), KnownFolders.above(first))
                .filter(around -> own.stream().allMatch(folder -> isIn(around, folder.path())))
                .findFirst()
                .filter(around -> isIn(own.getFirst().site().root(), around))
                .filter(isAlone)
                .orElse(first);
    }

    /** Whether this instance reads something in a folder. */
    boolean reachesInto(RepoPath folder) {
        return Stream.concat(own.stream(), shared.stream()).anyMatch(mine -> isIn(folder, mine.path()));
    }

    private static boolean isIn(RepoPath around, RepoPath folder) {
        return folder.equals(around) || folder.isUnder(around);
    }

    private Instance sharing(List<MigrationFolder> common) {
        return new Instance(
                own,
                common.stream()
                        .filter(folder -> own.stream().noneMatch(folder::rivals))
                        .toList());
    }

    /** The folders without those that Flyway reads anyway when it reads one of the others, whose ids they are given. */
    private static List<MigrationFolder> outermost(Collection<MigrationFolder> folders) {
        SequencedMap<RepoPath, MigrationFolder> outermost = new LinkedHashMap<>();
        for (MigrationFolder folder : folders) {
            MigrationFolder whole = outermost.values().stream()
                    .filter(around -> around.takesIn(folder))
                    .findFirst()
                    .map(around -> around.with(folder))
                    .orElse(folder);
            outermost.put(whole.path(), whole);
        }
        return List.copyOf(outermost.values());
    }

    /** Puts each folder to the first ones that it can share a database with. */
    private static List<Instance> unrivalled(List<MigrationFolder> folders) {
        List<List<MigrationFolder>> groups = new ArrayList<>();
        for (MigrationFolder folder : folders) {
            groups.stream()
                    .filter(group -> group.stream().noneMatch(folder::rivals))
                    .findFirst()
                    .orElseGet(() -> {
                        List<MigrationFolder> group = new ArrayList<>();
                        groups.add(group);
                        return group;
                    })
                    .add(folder);
        }
        return groups.stream().map(group -> new Instance(group, List.of())).toList();
    }
}
