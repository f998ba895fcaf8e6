package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.MigrationGraph;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports a history that ends in several migrations where its tool expects one. */
public final class MultipleHeads implements Rule {

    private static final RuleId ID = new RuleId("multiple-heads");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.check(facts, MultipleHeads::check);
    }

    private static List<Finding> check(History history) {
        MigrationGraph graph = new MigrationGraph(history);
        if (history.ordering() != Ordering.GRAPH || !graph.isWhole()) {
            return List.of();
        }
        List<Migration> heads = graph.unlabelledHeads();
        return heads.size() < 2 ? List.of() : List.of(finding(heads, graph.bases()));
    }

    private static Finding finding(List<Migration> heads, List<Migration> bases) {
        return Finding.of(
                        ID,
                        heads.getLast(),
                        "history has %d heads: %s".formatted(heads.size(), ids(heads)),
                        "join them with a merge migration (alembic merge), or let one follow the other"
                                + startingFrom(bases))
                .withRelated(heads.subList(0, heads.size() - 1).stream()
                        .map(head -> new Related("the head " + head.id(), new Location.InFile(head.at())))
                        .toList());
    }

    private static String startingFrom(List<Migration> bases) {
        return bases.size() < 2
                ? ""
                : "; it also starts %d times, with %s: has one of these lost the name of its parent?"
                        .formatted(bases.size(), ids(bases));
    }

    private static String ids(List<Migration> migrations) {
        return Phrases.list(migrations.stream().map(Migration::id).toList());
    }
}
