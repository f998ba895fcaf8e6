package dev.migtrue.pages;

import dev.migtrue.config.Configuration;
import dev.migtrue.gather.ListedSystem;
import dev.migtrue.gather.ReviewOrder;
import dev.migtrue.gather.ReviewSet;
import dev.migtrue.gather.SchemaOrder;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.FoundTable;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.judge.Exceptions;
import dev.migtrue.judge.Exceptions.Extent;
import dev.migtrue.judge.Judge;
import dev.migtrue.judge.Policy;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.Rules;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Severity;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.MigrationSystems;
import dev.migtrue.testing.InMemoryDatabase;
import dev.migtrue.testing.InMemoryRepository;
import dev.migtrue.testing.InMemoryTree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A check of a scenario with everything real but git and the database.
 *
 * @param trees what can be looked at
 * @param branches the whole of each other branch
 * @param databases what was named; none where the scenario has no version table
 * @param configuration what the project says; each database that it names holds the version tables of the scenario
 * @param schemas what databases are held against, where the scenario tells what they are made of
 */
record InMemoryRun(
        Map<Source, Tree> trees,
        SequencedMap<String, InMemoryTree> branches,
        List<Database> databases,
        List<MigrationSystem> systems,
        Configuration configuration,
        SchemaOrder schemas) {

    /** Pages tell of times that are long past or far ahead, whenever they are read. */
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    InMemoryRun {
        trees = Map.copyOf(trees);
        databases = List.copyOf(databases);
        systems = List.copyOf(systems);
    }

    static InMemoryRun of(Scenario scenario) {
        Configuration configuration = scenario.configuration();
        List<Database> databases = !scenario.isOfDatabases()
                ? List.of()
                : names(configuration).stream()
                        .map(name -> database(name, scenario))
                        .toList();
        return new InMemoryRun(
                new EnumMap<>(scenario.trees()),
                scenario.branchTrees(),
                databases,
                ListedSystem.of(MigrationSystems.ALL, configuration.systems()),
                configuration,
                scenario.schemas().isEmpty() ? SchemaOrder.NONE : GivenRoads.of(scenario));
    }

    private static Database database(DatabaseName name, Scenario scenario) {
        Optional<LiveObjects> live =
                scenario.schemas().stream().filter(schema -> schema.isIn(name)).findFirst();
        return live.filter(LiveObjects::isKept)
                .<Database>map(LiveObjects::kept)
                .orElseGet(() -> holding(
                        name,
                        scenario.tables().stream()
                                .filter(table -> table.isIn(name))
                                .toList(),
                        live));
    }

    private static Collection<DatabaseName> names(Configuration configuration) {
        return configuration.databases().isEmpty()
                ? List.of(DatabaseName.DEFAULT)
                : configuration.databases().sequencedKeySet();
    }

    private static Database holding(DatabaseName name, List<TableRows> tables, Optional<LiveObjects> live) {
        List<FoundTable> found = tables.stream().map(TableRows::found).toList();
        return live.map(schema -> new InMemoryDatabase(
                        name, table -> read(table, tables), found, "sqlite:" + name + ".db", schema::read))
                .orElseGet(() -> new InMemoryDatabase(name, table -> read(table, tables), found));
    }

    /** This run with databases that answer so, whatever they are asked. */
    InMemoryRun withDatabase(TableRead answer) {
        List<Database> answering = names(configuration).stream()
                .<Database>map(name -> new InMemoryDatabase(name, table -> answer, List.of()))
                .toList();
        return new InMemoryRun(trees, branches, answering, systems, configuration, schemas);
    }

    /** This run without a source. */
    InMemoryRun without(Source source) {
        Map<Source, Tree> fewer = new EnumMap<>(trees);
        fewer.remove(source);
        return new InMemoryRun(fewer, branches, databases, systems, configuration, schemas);
    }

    /** This run with databases of which only the version tables are read. */
    InMemoryRun withoutCatalogues() {
        List<Database> blind = databases.stream()
                .<Database>map(database -> new InMemoryDatabase(database.name(), database::read, List.of()))
                .toList();
        return new InMemoryRun(trees, branches, blind, systems, configuration, schemas);
    }

    /** This run in which nothing tells what the migrations build. */
    InMemoryRun withoutExpectation() {
        return new InMemoryRun(trees, branches, databases, systems, configuration, GivenRoads.nowhere());
    }

    /** This run with other systems. */
    InMemoryRun with(List<MigrationSystem> others) {
        return new InMemoryRun(trees, branches, databases, others, configuration, schemas);
    }

    Report report() {
        try (InMemoryRepository repository = new InMemoryRepository(trees, branches)) {
            return new Judge(Rules.ALL, Pages.all())
                    .report(
                            new Surveyor(repository, databases)
                                    .lookingAhead()
                                    .declaring(configuration.absences())
                                    .at(NOW)
                                    .reviewing(new ReviewOrder(reviewed()).withModels())
                                    .comparing(schemas)
                                    .survey(systems, layout -> true),
                            new Policy(configuration.failOn().orElse(Severity.ERROR), Set.of(), Policy.Unreachable.WARN)
                                    .with(
                                            configuration.levels(),
                                            new Exceptions(configuration.ignores(), LocalDate.EPOCH, Extent.WHOLE)));
        }
    }

    /** Where base cannot be looked at, what is not committed: else each page would have to tell what its oldest migrations do. */
    private ReviewSet reviewed() {
        return trees.containsKey(Source.BASE) || !trees.containsKey(Source.HEAD)
                ? new ReviewSet.Fresh()
                : new ReviewSet.Since(Source.HEAD.label());
    }

    private static TableRead read(VersionTable asked, List<TableRows> tables) {
        return tables.stream()
                .filter(rows -> rows.table().equals(asked.name()))
                .findFirst()
                .map(rows -> {
                    if (!rows.columns().containsAll(asked.required())) {
                        throw new IllegalArgumentException(
                                "table %s must have the columns %s".formatted(asked.name(), asked.required()));
                    }
                    return rows.read();
                })
                .orElseGet(TableRead.NoTable::new);
    }
}
