package dev.migtrue.system.flyway;

import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that Flyway is likely to be pointed at: it reads all folders below, so what lies there belongs together
 * unless something speaks against it.
 */
record Site(RepoPath root) {

    /** Where Flyway looks unless told otherwise. */
    private static final String USUAL = "db/migration";

    /** The site of a folder that holds migrations, as names tell; {@code holders} are all folders that do. */
    static Site of(RepoPath folder, Set<RepoPath> holders) {
        List<RepoPath> line = downTo(folder);
        RepoPath outermostHolder =
                line.stream().filter(holders::contains).findFirst().orElse(folder);
        List<RepoPath> above =
                line.stream().takeWhile(step -> !step.isUnder(outermostHolder)).toList();
        return new Site(above.stream()
                .filter(Site::isUsual)
                .findFirst()
                .or(() -> named(above))
                .or(() -> line.stream().filter(Site::isForMigrations).findFirst())
                .orElse(outermostHolder));
    }

    /**
     * Whether its very name says that migrations lie here, so that a folder that comes to it later belongs to it too.
     */
    boolean isNamedForMigrations() {
        return isForMigrations(root);
    }

    private static boolean isForMigrations(RepoPath folder) {
        return Words.of(folder).meanMigrations();
    }

    /** The database vendor that a folder of this site is for, the innermost that is named; absent for all of them. */
    Optional<String> vendor(RepoPath folder) {
        return Stream.concat(Stream.of(folder), KnownFolders.above(folder))
                .takeWhile(step -> step.equals(root) || step.isUnder(root))
                .flatMap(step -> Words.of(step).vendor().stream())
                .findFirst();
    }

    /**
     * The outermost folder that means migrations with those around it that mean databases, else the outermost of these.
     */
    private static Optional<RepoPath> named(List<RepoPath> line) {
        Optional<RepoPath> migrations =
                line.stream().filter(Site::isForMigrations).findFirst();
        List<RepoPath> around = migrations
                .map(innermost -> line.subList(0, line.indexOf(innermost)).reversed().stream()
                        .takeWhile(step -> Words.of(step).meanDatabase())
                        .toList())
                .orElse(line.stream()
                        .filter(step -> Words.of(step).meanDatabase())
                        .limit(1)
                        .toList());
        return around.isEmpty() ? migrations : Optional.of(around.getLast());
    }

    private static boolean isUsual(RepoPath folder) {
        return folder.value().equals(USUAL) || folder.value().endsWith("/" + USUAL);
    }

    /** The folders from the outermost to this one; names outside of a source root say nothing about what lies in it. */
    private static List<RepoPath> downTo(RepoPath folder) {
        RepoPath start = SourceRoot.of(folder).map(SourceRoot::path).orElse(RepoPath.TOP);
        return Stream.concat(Stream.of(folder), KnownFolders.above(folder))
                .filter(step -> step.isUnder(start))
                .toList()
                .reversed();
    }
}
