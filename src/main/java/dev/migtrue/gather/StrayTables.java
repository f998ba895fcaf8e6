package dev.migtrue.gather;

import dev.migtrue.facts.StrayTable;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.FoundTable;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.system.KnownTable;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.MigrationSystems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks into databases for version tables that are no project's here. */
final class StrayTables {

    private final Set<String> owned;
    private final List<KnownTable> known;

    /**
     * @param layouts every project found, be it looked at or not
     * @param systems those that were looked for: of a table of another of ours it is not known whether a project has it
     */
    StrayTables(Collection<Layout> layouts, Collection<MigrationSystem> systems) {
        this.owned = layouts.stream()
                .map(layout -> inSmall(layout.versionTable().name()))
                .collect(Collectors.toSet());
        Set<String> unasked =
                MigrationSystems.ALL.stream().map(MigrationSystem::name).collect(Collectors.toSet());
        systems.forEach(system -> unasked.remove(system.name()));
        this.known = KnownTable.ALL.stream()
                .filter(table -> table.tools().stream().noneMatch(unasked::contains))
                .filter(table -> !owned.contains(inSmall(table.table().name())))
                .toList();
    }

    /** Those of each database that has some. Each database is asked once. */
    SequencedMap<DatabaseName, List<StrayTable>> in(Collection<Database> databases) {
        SequencedMap<DatabaseName, List<StrayTable>> strays = new LinkedHashMap<>();
        for (Database database : databases) {
            List<StrayTable> found = database.tables(KnownTable.names(known)).stream()
                    .flatMap(table -> known.stream()
                            .filter(one -> isOne(table, one))
                            .limit(1)
                            .map(one -> new StrayTable(table.shown(), one.tools())))
                    .toList();
            if (!found.isEmpty()) {
                strays.put(database.name(), found);
            }
        }
        return strays;
    }

    /** Elsewhere in a database other tenants and other applications have theirs. */
    private static boolean isOne(FoundTable table, KnownTable known) {
        boolean isWhereItBelongs = known.table()
                .schema()
                .map(table.schema()::equalsIgnoreCase)
                .orElse(table.place() != FoundTable.Place.ELSEWHERE);
        return known.isLike(table.name(), table.columns())
                && (isWhereItBelongs || table.place() == FoundTable.Place.HOME);
    }

    private static String inSmall(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
