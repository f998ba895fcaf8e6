package dev.migtrue.system.flyway;

import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folders of a tree that hold migrations written as classes, by folder with the ids. Tests are left out. */
record ClassFolders(SortedMap<RepoPath, Set<MigrationId>> ids) {

    /** The paths of classes that may be migrations, as patterns. */
    static final Set<String> NAMES = Naming.CLASSES.stream()
            .flatMap(ending -> Stream.of("*__*" + ending, "*migrat*/*" + ending, "*flyway*/*" + ending))
            .collect(Collectors.toUnmodifiableSet());

    /** Those found in a tree: a name alone is not enough, one of the classes must mention Flyway. */
    static ClassFolders in(Tree tree) {
        MigrationFiles files = new MigrationFiles(Naming.DEFAULT, tree);
        SortedMap<RepoPath, List<RepoPath>> candidates = tree.files().stream()
                .filter(ClassFolders::isCandidate)
                .collect(Collectors.groupingBy(
                        file -> file.parent().orElse(RepoPath.TOP), TreeMap::new, Collectors.toList()));
        SortedMap<RepoPath, Set<MigrationId>> ids = new TreeMap<>();
        candidates.forEach((folder, classes) -> {
            List<RepoPath> migrations = classes.stream()
                    .filter(file -> files.name(file).isPresent())
                    .toList();
            if (migrations.stream()
                    .anyMatch(file ->
                            tree.derive(file, ClassSource.MENTIONS_FLYWAY).orElse(false))) {
                ids.put(
                        folder,
                        migrations.stream()
                                .flatMap(file -> files.name(file).stream())
                                .map(ScriptName::id)
                                .collect(Collectors.toSet()));
            }
        });
        return new ClassFolders(ids);
    }

    /** Those that lie apart from all folders with SQL: others are on the class path what these are. */
    ClassFolders apartFrom(Collection<RepoPath> sql) {
        SortedMap<RepoPath, Set<MigrationId>> apart = new TreeMap<>(ids);
        apart.keySet()
                .removeIf(folder -> SourceRoot.onOneClassPath(folder)
                        .anyMatch(twin -> sql.stream()
                                .anyMatch(other -> other.equals(twin) || other.isUnder(twin) || twin.isUnder(other))));
        return new ClassFolders(apart);
    }

    private static boolean isCandidate(RepoPath file) {
        return Naming.isClass(file.name())
                && (Naming.DEFAULT.parse(file.name()).isPresent()
                        || file.parent()
                                .filter(folder -> Words.of(folder).meanMigrations())
                                .isPresent())
                && SourceRoot.of(file).filter(root -> !root.isTest()).isPresent()
                && Outside.isNot(file);
    }
}
