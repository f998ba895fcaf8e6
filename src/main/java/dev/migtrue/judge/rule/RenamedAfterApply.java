package dev.migtrue.judge.rule;

import dev.migtrue.facts.AppliedRename;
import dev.migtrue.facts.Facts;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reports migrations that a database has run under an id which their file has no longer. */
public final class RenamedAfterApply implements Rule {

    private static final RuleId ID = new RuleId("renamed-after-apply");

    @Override
    public RuleId id() {
        return ID;
    }

    private record Renamed(MigrationId before, Migration now) {}

    @Override
    public List<Finding> check(Facts facts) {
        SequencedMap<Renamed, List<AppliedRename>> renames = new LinkedHashMap<>();
        AppliedRename.of(facts)
                .forEach(rename -> renames.computeIfAbsent(
                                new Renamed(rename.row().id(), rename.now()), key -> new ArrayList<>())
                        .add(rename));
        return renames.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(Renamed renamed, List<AppliedRename> renames) {
        List<DatabaseName> databases =
                renames.stream().map(AppliedRename::database).toList();
        return Finding.of(
                        ID,
                        renamed.now(),
                        "migration %s was applied to %s as %s"
                                .formatted(renamed.now().id(), Phrases.databases(databases), renamed.before()),
                        "give the file back the id that it was applied under: as it is, the tool misses a file, and would"
                                + " run this one again")
                .withRelated(renames.stream()
                        .map(rename -> new Related(
                                "recorded in database " + rename.database(),
                                rename.row().at()))
                        .toList());
    }
}
