package dev.migtrue.judge.rule;

import dev.migtrue.facts.Backlog;
import dev.migtrue.facts.Facts;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Reports migrations that a database has yet to run. */
public final class PendingMigration implements Rule {

    private static final RuleId ID = new RuleId("pending-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        SequencedMap<Migration, List<DatabaseName>> due = new LinkedHashMap<>();
        SequencedMap<Migration, List<DatabaseName>> changed = new LinkedHashMap<>();
        for (Backlog backlog : Backlog.of(facts)) {
            backlog.due().forEach(migration -> add(due, migration, backlog.database()));
            backlog.changed().forEach(migration -> add(changed, migration, backlog.database()));
        }
        List<Finding> findings = new ArrayList<>();
        due.forEach((migration, databases) -> findings.add(finding(
                migration,
                "migration %s is not applied to %s".formatted(migration.id(), Phrases.databases(databases)),
                "it runs when the tool runs next")));
        changed.forEach((migration, databases) -> findings.add(finding(
                migration,
                "migration %s changed since it was applied to %s"
                        .formatted(migration.id(), Phrases.databases(databases)),
                "it is repeatable and will run again when the tool runs next")));
        return findings;
    }

    private static void add(Map<Migration, List<DatabaseName>> map, Migration migration, DatabaseName database) {
        map.computeIfAbsent(migration, key -> new ArrayList<>()).add(database);
    }

    private static Finding finding(Migration migration, String message, String help) {
        return Finding.of(ID, migration, message, help);
    }
}
