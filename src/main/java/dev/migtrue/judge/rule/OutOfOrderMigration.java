package dev.migtrue.judge.rule;

import dev.migtrue.facts.Backlog;
import dev.migtrue.facts.Facts;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reports migrations that a database has not run although it has later ones, where the tool does not go back for them or refuses to run. */
public final class OutOfOrderMigration implements Rule {

    private static final RuleId ID = new RuleId("out-of-order-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    private record Overtaken(Migration migration, MigrationId by) {}

    @Override
    public List<Finding> check(Facts facts) {
        SequencedMap<Overtaken, List<DatabaseName>> overtaken = new LinkedHashMap<>();
        Backlog.of(facts)
                .forEach(backlog -> backlog.overtaken()
                        .forEach((migration, by) -> overtaken
                                .computeIfAbsent(new Overtaken(migration, by), key -> new ArrayList<>())
                                .add(backlog.database())));
        return overtaken.entrySet().stream()
                .map(entry -> facts.isOrdered(Ordering.GRAPH)
                        ? findingInGraph(entry.getKey(), entry.getValue())
                        : finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(Overtaken overtaken, List<DatabaseName> databases) {
        return Finding.of(
                ID,
                overtaken.migration(),
                "migration %s is not applied to %s, where the later %s is"
                        .formatted(overtaken.migration().id(), Phrases.databases(databases), overtaken.by()),
                "give it a version after %s: as it is, the tool refuses to run or leaves it out for ever"
                        .formatted(overtaken.by()));
    }

    private static Finding findingInGraph(Overtaken overtaken, List<DatabaseName> databases) {
        return Finding.of(
                ID,
                overtaken.migration(),
                "migration %s is not applied to %s, where %s, which needs it, is"
                        .formatted(overtaken.migration().id(), Phrases.databases(databases), overtaken.by()),
                "let it come after what is applied, and take it out of the dependencies of %s: as it is, the tool refuses to run"
                        .formatted(overtaken.by()));
    }
}
