package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.SchemaFile;
import java.util.ArrayList;
import java.util.List;

/** Reports files with the whole schema that were made from other migrations than those beside them. */
public final class StaleManifest implements Rule {

    private static final RuleId ID = new RuleId("stale-manifest");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.check(facts, StaleManifest::check);
    }

    private static List<Finding> check(History history) {
        return history.schemaFile().map(StaleManifest::check).orElse(List.of());
    }

    private static List<Finding> check(SchemaFile schemaFile) {
        List<Finding> findings = new ArrayList<>();
        schemaFile
                .withoutFile()
                .forEach(id -> findings.add(Finding.about(
                        ID,
                        id,
                        new Location.InFile(schemaFile.at()),
                        "%s names migration %s, which has no file"
                                .formatted(schemaFile.at().path(), id),
                        "commit the migration that was run when it was written; if there is none any more, write it anew"
                                + " from a database that has run just these files")));
        if (!schemaFile.unlisted().isEmpty()) {
            findings.add(unlisted(schemaFile));
        }
        return findings;
    }

    private static Finding unlisted(SchemaFile schemaFile) {
        List<Migration> unlisted = schemaFile.unlisted();
        return Finding.inFile(
                        ID,
                        schemaFile.at(),
                        "%s was written without migration%s %s"
                                .formatted(
                                        schemaFile.at().path(),
                                        unlisted.size() == 1 ? "" : "s",
                                        Phrases.list(unlisted.stream()
                                                .map(Migration::id)
                                                .toList())),
                        "run the migrations, and commit it as the tool writes it then")
                .withRelated(unlisted.stream()
                        .map(migration -> new Related("not in it", new Location.InFile(migration.at())))
                        .toList());
    }
}
