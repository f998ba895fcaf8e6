package dev.migtrue.gather;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.HeldLock;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.VersionTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The version tables of all databases, each read once. A table that several projects of the repository could own is given to the
 * one that has most of its rows as files: judged by the others' files, every row would look orphaned. Where several have equally
 * many, as folders for different database vendors do, it is the one whose checksums were stored.
 */
final class VersionTables {

    private final List<Database> databases;
    private final List<ReadProject> projects;
    private final Map<Key, TableRead> reads = new HashMap<>();
    private final Set<Key> locks = new HashSet<>();

    private record Key(DatabaseName database, VersionTable table) {}

    VersionTables(List<Database> databases, List<ReadProject> projects) {
        this.databases = List.copyOf(databases);
        this.projects = List.copyOf(projects);
    }

    /** What each database says was applied of a project, in the order of the databases. */
    SequencedMap<DatabaseName, Applied> appliedTo(ReadProject project) {
        SequencedMap<DatabaseName, Applied> applied = new LinkedHashMap<>();
        serving(project).forEach(database -> applied.put(database.name(), appliedTo(project, database)));
        return applied;
    }

    /** The locks that are held against other runs of a project's tool, in the order of the databases; each is told to the first who asks. */
    SequencedMap<DatabaseName, HeldLock> locksOf(ReadProject project) {
        SequencedMap<DatabaseName, HeldLock> held = new LinkedHashMap<>();
        project.layout()
                .lockTable()
                .ifPresent(table -> serving(project).forEach(database -> {
                    // Projects that share it would all tell of it.
                    if (locks.add(new Key(database.name(), table))
                            && database.readLock(table) instanceof TableRead.Rows rows) {
                        project.layout()
                                .lock(rows.table(), rows.rows())
                                .ifPresent(lock -> held.put(database.name(), lock));
                    }
                }));
        return held;
    }

    private Stream<Database> serving(ReadProject project) {
        return databases.stream()
                .filter(database -> database.serves(project.layout().project()));
    }

    private Applied appliedTo(ReadProject project, Database database) {
        VersionTable table = project.layout().versionTable();
        return switch (reads.computeIfAbsent(new Key(database.name(), table), key -> database.read(table))) {
            case TableRead.NotRead unread -> new Applied.NotRead(unread.obstacle(), unread.reason());
            case TableRead.NoTable none -> new Applied.NoTable(table.name());
            case TableRead.Rows rows ->
                owner(database, table, rows)
                        .filter(owner -> !owner.equals(project))
                        .<Applied>map(owner -> new Applied.NotRead(
                                Applied.Obstacle.ELSEWHERE,
                                "table " + rows.table() + " belongs to "
                                        + owner.layout().project().root()))
                        .orElseGet(() -> known(project, rows));
        };
    }

    private static Applied.Known known(ReadProject project, TableRead.Rows rows) {
        return project.layout()
                .applied(rows.table(), rows.rows(), project.widest())
                .holding(rows.width());
    }

    private Optional<ReadProject> owner(Database database, VersionTable table, TableRead.Rows rows) {
        List<ReadProject> claimants = projects.stream()
                .filter(project -> project.layout().versionTable().equals(table))
                .filter(project -> database.serves(project.layout().project()))
                .toList();
        return claimants.size() < 2
                ? claimants.stream().findFirst()
                : claimants.stream()
                        .max(Comparator.comparingLong((ReadProject project) -> rowsWithFile(project, rows))
                                .thenComparingLong(project ->
                                        project.agreements(known(project, rows).migrations())));
    }

    private static long rowsWithFile(ReadProject project, TableRead.Rows rows) {
        Set<MigrationId> files =
                project.widest().migrations().stream().map(Migration::id).collect(Collectors.toSet());
        return known(project, rows).migrations().stream()
                .filter(migration -> migration.evidence() == Evidence.RECORDED)
                .map(AppliedMigration::id)
                .filter(files::contains)
                .count();
    }
}
