package dev.migtrue.pages;

import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.TableRead;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A check of a scenario with everything real but git and the database.
 *
 * @param trees what can be looked at
 * @param branches the whole of each other branch
 * @param databases what was named; none where the scenario has no version table
 */
record InMemoryRun(
        Map<Source, Tree> trees,
        SequencedMap<String, InMemoryTree> branches,
        List<Database> databases,
        List<MigrationSystem> systems) {

    InMemoryRun {
        trees = Map.copyOf(trees);
        databases = List.copyOf(databases);
        systems = List.copyOf(systems);
    }

    static InMemoryRun of(Scenario scenario) {
        List<Database> databases = scenario.tables().isEmpty()
                ? List.of()
                : List.of(new InMemoryDatabase(DatabaseName.DEFAULT, table -> read(table, scenario.tables())));
        return new InMemoryRun(
                new EnumMap<>(scenario.trees()), scenario.branchTrees(), databases, MigrationSystems.ALL);
    }

    /** This run with a database that answers so, whatever it is asked. */
    InMemoryRun withDatabase(TableRead answer) {
        return new InMemoryRun(trees, branches, List.of(InMemoryDatabase.answering(answer)), systems);
    }

    /** This run without a source. */
    InMemoryRun without(Source source) {
        Map<Source, Tree> fewer = new EnumMap<>(trees);
        fewer.remove(source);
        return new InMemoryRun(fewer, branches, databases, systems);
    }

    /** This run with other systems. */
    InMemoryRun with(List<MigrationSystem> others) {
        return new InMemoryRun(trees, branches, databases, others);
    }

    Report report() {
        try (InMemoryRepository repository = new InMemoryRepository(trees, branches)) {
            return new Judge(Rules.ALL, Pages.all())
                    .report(
                            new Surveyor(repository, databases).lookingAhead().survey(systems, layout -> true),
                            new Policy(Severity.ERROR, Set.of(), Policy.Unreachable.WARN));
        }
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
