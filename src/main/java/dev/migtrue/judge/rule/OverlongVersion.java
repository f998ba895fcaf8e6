package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Applied;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports ids that the version table has no room for: that of a database where one was read, else the one that the tool creates. There, an older id
 * that is as long shows that the project's own table is wider.
 */
public final class OverlongVersion implements Rule {

    private static final RuleId ID = new RuleId("overlong-version");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.known().isEmpty()
                ? DiskThenIndex.check(facts, history -> inNewTable(history, facts))
                : facts.known().entrySet().stream()
                        .flatMap(table -> inTable(table.getKey(), table.getValue(), facts))
                        .toList();
    }

    private static Stream<Finding> inTable(DatabaseName database, Applied.Known table, Facts facts) {
        Set<MigrationId> stored = ids(facts.presences().stream()
                .filter(presence -> presence.applied().containsKey(database))
                .flatMap(presence -> presence.copies().values().stream())
                .toList());
        return table.idWidth().stream()
                .flatMap(width -> facts.judgedCopies().stream()
                        .filter(migration -> length(migration) > width && !stored.contains(migration.id()))
                        .map(migration -> finding(
                                migration,
                                "table %s of %s holds %d"
                                        .formatted(table.table(), Phrases.databases(List.of(database)), width))));
    }

    private static List<Finding> inNewTable(History history, Facts facts) {
        return history.idWidth()
                .map(width -> {
                    List<Migration> overlong = history.migrations().stream()
                            .filter(migration -> length(migration) > width)
                            .toList();
                    Set<MigrationId> fresh = fresh(history, facts);
                    return overlong.stream().allMatch(migration -> fresh.contains(migration.id()))
                            ? overlong.stream()
                                    .map(migration -> finding(
                                            migration,
                                            "the table that %s creates holds %d"
                                                    .formatted(facts.project().system(), width)))
                                    .toList()
                            : List.<Finding>of();
                })
                .orElse(List.of());
    }

    /** Migrations that need not have run anywhere: those that base does not have; where it was not looked at, those that no other goes on from. */
    private static Set<MigrationId> fresh(History history, Facts facts) {
        if (facts.history(Source.BASE).isPresent()) {
            return ids(facts.newHere());
        }
        Set<MigrationId> parents = history.migrations().stream()
                .flatMap(migration -> migration.after().stream())
                .collect(Collectors.toSet());
        Set<MigrationId> ends = new HashSet<>(ids(history.migrations()));
        ends.removeAll(parents);
        return ends;
    }

    private static Set<MigrationId> ids(Collection<Migration> migrations) {
        return migrations.stream().map(Migration::id).collect(Collectors.toSet());
    }

    private static int length(Migration migration) {
        String id = migration.id().value();
        return id.codePointCount(0, id.length());
    }

    private static Finding finding(Migration migration, String room) {
        return Finding.of(
                ID,
                migration,
                "id %s has %d characters, but %s".formatted(migration.id(), length(migration), room),
                "give it a shorter id, here and where other migrations name it, or widen the column first: the tool runs the"
                        + " migration and then cannot note that it did");
    }
}
