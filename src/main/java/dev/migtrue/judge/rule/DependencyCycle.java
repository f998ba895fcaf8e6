package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.MigrationGraph;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.stream.Collectors;

/** Reports migrations that wait for each other. */
public final class DependencyCycle implements Rule {

    private static final RuleId ID = new RuleId("dependency-cycle");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.checkWithMerge(facts, (history, side) -> check(history));
    }

    private static List<Finding> check(History history) {
        return new MigrationGraph(history)
                .cycles().stream().map(DependencyCycle::finding).toList();
    }

    private static Finding finding(List<Migration> cycle) {
        Migration first = cycle.getFirst();
        String way = cycle.stream().map(migration -> migration.id() + " needs ").collect(Collectors.joining());
        return Finding.of(
                        ID,
                        first,
                        "dependency cycle: " + way + first.id(),
                        "let one of them follow a migration that is not on the cycle")
                .withRelated(cycle.stream()
                        .skip(1)
                        .map(other -> new Related("on the cycle", new Location.InFile(other.at())))
                        .toList());
    }
}
