package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.GitState;
import dev.migtrue.facts.MigrationGraph;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.List;
import java.util.Optional;

/** Reports migrations that name a parent of which there is no file. */
public final class DanglingParent implements Rule {

    private static final RuleId ID = new RuleId("dangling-parent");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.checkWithMerge(facts, (history, side) -> check(history, facts));
    }

    private static List<Finding> check(History history, Facts facts) {
        if (!history.unread().isEmpty()) {
            return List.of();
        }
        MigrationGraph graph = new MigrationGraph(history);
        return history.migrations().stream()
                .filter(child -> !isPassedOver(child, history))
                .flatMap(child -> graph.dangling(child).stream().map(parent -> finding(child, parent, facts)))
                .toList();
    }

    /** What its tool does not load needs no parent: {@code missing-package-marker} says so of it. */
    private static boolean isPassedOver(Migration child, History history) {
        return history.unmarked().stream().anyMatch(folder -> child.at().path().isUnder(folder));
    }

    private static Finding finding(Migration child, MigrationId parent, Facts facts) {
        String message = "migration %s needs %s, which has no file".formatted(child.id(), parent);
        Optional<Presence> elsewhere = facts.presence(parent);
        return elsewhere
                .filter(presence -> presence.isIn(Source.WORKING_TREE))
                .flatMap(presence -> GitState.of(presence, facts))
                .map(state -> Finding.of(
                                ID,
                                child,
                                message + " there: %s is %s".formatted(state.file(), state.words()),
                                "stage and commit it together with what follows it")
                        .withFix(state.nextStep()))
                .orElseGet(
                        () -> Finding.of(ID, child, message, "bring the file back, or name the parent that is meant"))
                .withRelated(copies(elsewhere));
    }

    private static List<Related> copies(Optional<Presence> presence) {
        return presence.stream()
                .flatMap(found -> found.copies().entrySet().stream())
                .map(copy -> new Related(
                        "in " + copy.getKey().label(),
                        new Location.InFile(copy.getValue().at())))
                .toList();
    }
}
