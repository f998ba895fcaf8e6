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
import java.util.ArrayList;
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
        List<Finding> findings = new ArrayList<>(DiskThenIndex.check(facts, here -> check(here, Side.HERE)));
        findings.addAll(AfterMerge.check(facts, MultipleHeads::isMore, MultipleHeads::check));
        return findings;
    }

    /** Whether the merge makes more heads than either side has: that one of these goes on is no new trouble. */
    private static boolean isMore(AfterMerge merge) {
        int after = heads(merge.result().history()).size();
        return after > 1
                && after > heads(merge.ours()).size()
                && after > heads(merge.theirs()).size();
    }

    private static List<Finding> check(History history, Side side) {
        List<Migration> heads = heads(history);
        return heads.size() < 2 ? List.of() : List.of(finding(heads, side, new MigrationGraph(history).bases()));
    }

    /** None where it is not known which they are. */
    private static List<Migration> heads(History history) {
        MigrationGraph graph = new MigrationGraph(history);
        return history.ordering() == Ordering.GRAPH && history.unread().isEmpty() && graph.isWhole()
                ? graph.unlabelledHeads()
                : List.of();
    }

    private static Finding finding(List<Migration> heads, Side side, List<Migration> bases) {
        List<Migration> told = side.oursLast(heads);
        return Finding.of(
                        ID,
                        told.getLast(),
                        "history has %d heads: %s".formatted(heads.size(), ids(heads)),
                        "join them with a merge migration (alembic merge), or let one follow the other"
                                + startingFrom(bases))
                .withRelated(told.subList(0, told.size() - 1).stream()
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
