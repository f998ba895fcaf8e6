package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.MigrationGraph;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Project;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Reports a history that ends in several migrations where its tool expects one. */
public final class MultipleHeads implements Rule {

    private static final RuleId ID = new RuleId("multiple-heads");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings =
                new ArrayList<>(DiskThenIndex.check(facts, here -> check(here, Side.HERE, facts.project())));
        findings.addAll(AfterMerge.check(
                facts, MultipleHeads::isMore, (history, side) -> check(history, side, facts.project())));
        return findings;
    }

    /** Whether the merge makes more heads of an app than either side has: that one of these goes on is no new trouble. */
    private static boolean isMore(AfterMerge merge) {
        SequencedMap<Optional<String>, List<Migration>> ours = byApp(heads(merge.ours()));
        SequencedMap<Optional<String>, List<Migration>> theirs = byApp(heads(merge.theirs()));
        return byApp(heads(merge.result().history())).entrySet().stream().anyMatch(after -> {
            int many = after.getValue().size();
            return many > 1
                    && many > ours.getOrDefault(after.getKey(), List.of()).size()
                    && many > theirs.getOrDefault(after.getKey(), List.of()).size();
        });
    }

    private static List<Finding> check(History history, Side side, Project project) {
        SequencedMap<Optional<String>, List<Migration>> bases = byApp(new MigrationGraph(history).bases());
        return byApp(heads(history)).entrySet().stream()
                .filter(heads -> heads.getValue().size() > 1)
                .map(heads -> finding(
                        heads.getKey(), heads.getValue(), side, bases.getOrDefault(heads.getKey(), List.of()), project))
                .toList();
    }

    /** None where it is not known which they are. */
    private static List<Migration> heads(History history) {
        MigrationGraph graph = new MigrationGraph(history);
        return history.ordering() == Ordering.GRAPH && history.unread().isEmpty() && graph.isWhole()
                ? graph.unlabelledHeads()
                : List.of();
    }

    private static SequencedMap<Optional<String>, List<Migration>> byApp(List<Migration> migrations) {
        return migrations.stream()
                .collect(Collectors.groupingBy(Migration::app, LinkedHashMap::new, Collectors.toList()));
    }

    private static Finding finding(
            Optional<String> app, List<Migration> heads, Side side, List<Migration> bases, Project project) {
        List<Migration> told = side.oursLast(heads);
        String message = app.map(name -> "app %s has %d leaf migrations: %s".formatted(name, heads.size(), ids(heads)))
                .orElseGet(() -> "history has %d heads: %s".formatted(heads.size(), ids(heads)));
        return Finding.of(
                        ID,
                        told.getLast(),
                        message,
                        "join them with a merge migration%s, or let one follow the other"
                                        .formatted(mergeCommand(project))
                                + startingFrom(bases))
                .withRelated(told.subList(0, told.size() - 1).stream()
                        .map(head -> new Related("the head " + head.id(), new Location.InFile(head.at())))
                        .toList());
    }

    /** How the tool makes one, where it can. */
    private static String mergeCommand(Project project) {
        return switch (project.system()) {
            case "alembic" -> " (alembic merge)";
            case "django" -> " (manage.py makemigrations --merge)";
            default -> "";
        };
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
