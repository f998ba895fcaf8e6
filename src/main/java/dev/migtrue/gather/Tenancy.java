package dev.migtrue.gather;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.DelegatedDatabase;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.database.TenantSchemas;
import dev.migtrue.gather.database.Tenants;
import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.VersionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database with tenants, as a database for each set of tenants at the same migration. A thousand tenants mostly make one such set, and
 * those that lag behind stand out.
 */
final class Tenancy {

    private final List<ReadProject> projects;

    Tenancy(List<ReadProject> projects) {
        this.projects = List.copyOf(projects);
    }

    /** These databases, each that has tenants replaced by its sets, the largest first. */
    List<Database> split(List<Database> databases) {
        return databases.stream()
                .flatMap(database -> database.tenants()
                        .map(tenants -> split(database, tenants))
                        .orElseGet(() -> Stream.of(database)))
                .toList();
    }

    private Stream<Database> split(Database database, Tenants tenants) {
        List<VersionTable> tables = projects.stream()
                .map(project -> project.layout().versionTable())
                .distinct()
                .toList();
        return switch (tenants.read(tables)) {
            case Tenants.Listed.NotListed none -> Stream.of(database);
            case Tenants.Listed.Read read -> sets(database, read.tables());
        };
    }

    private Stream<Database> sets(Database database, SequencedMap<String, Map<VersionTable, TableRead>> read) {
        Map<List<State>, List<String>> sets = read.sequencedEntrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> states(entry.getValue()),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return sets.values().stream()
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .map(tenants -> new TenantSet(
                        database,
                        tenants,
                        Optional.ofNullable(read.get(tenants.getFirst())).orElseThrow()));
    }

    /** What counts when tenants are compared: not when a migration was run, nor by whom. */
    private record State(String read, List<Run> migrations) {}

    private record Run(MigrationId id, Evidence evidence, Outcome outcome, Optional<Checksum> checksum) {

        static Run of(AppliedMigration migration) {
            return new Run(migration.id(), migration.evidence(), migration.outcome(), migration.checksum());
        }
    }

    private List<State> states(Map<VersionTable, TableRead> tables) {
        List<State> states = new ArrayList<>();
        for (ReadProject project : projects) {
            states.add(
                    switch (Optional.ofNullable(tables.get(project.layout().versionTable()))
                            .orElseThrow()) {
                        case TableRead.NotRead unread -> new State(unread.reason(), List.of());
                        case TableRead.NoTable none -> new State("no table", List.of());
                        case TableRead.Rows rows ->
                            state(project.layout().applied(rows.table(), rows.rows(), project.widest()));
                    });
        }
        return states;
    }

    private static State state(Applied.Known known) {
        return new State("read", known.migrations().stream().map(Run::of).toList());
    }

    /** Tenants at the same migration, of whom the first stands for all. */
    private record TenantSet(Database database, List<String> members, Map<VersionTable, TableRead> tables)
            implements DelegatedDatabase {

        @Override
        public DatabaseName name() {
            return new DatabaseName(database.name().value(), members);
        }

        @Override
        public Optional<Tenants> tenants() {
            return Optional.empty();
        }

        @Override
        public Optional<TenantSchemas> readTenants() {
            return database.tenants().map(tenants -> tenants.schemas(members));
        }

        @Override
        public TableRead read(VersionTable table) {
            return Optional.ofNullable(tables.get(table))
                    .orElseThrow(() -> new IllegalStateException("nobody said that this table would be read"));
        }
    }
}
