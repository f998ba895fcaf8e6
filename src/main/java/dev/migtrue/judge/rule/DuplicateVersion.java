package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reports files that claim one migration id. */
public final class DuplicateVersion implements Rule {

    private static final RuleId ID = new RuleId("duplicate-version");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.checkWithMerge(facts, DuplicateVersion::check);
    }

    private static List<Finding> check(History history, Side side) {
        SequencedMap<MigrationId, List<Migration>> byId = new LinkedHashMap<>();
        history.migrations()
                .forEach(migration -> byId.computeIfAbsent(migration.id(), id -> new ArrayList<>())
                        .add(migration));
        return byId.values().stream()
                .filter(files -> files.size() > 1)
                .map(files -> finding(side.oursLast(files)))
                .toList();
    }

    private static Finding finding(List<Migration> files) {
        Migration last = files.getLast();
        List<Migration> others = files.subList(0, files.size() - 1);
        return Finding.of(
                        ID,
                        last,
                        "migration %s is also in %s"
                                .formatted(
                                        last.id(),
                                        Phrases.list(others.stream()
                                                .map(other -> other.at().path())
                                                .toList())),
                        "give one of them an id of its own; a file that is applied anywhere keeps the one it has")
                .withRelated(others.stream()
                        .map(other -> new Related("the same id", new Location.InFile(other.at())))
                        .toList());
    }
}
