package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports migrations whose text here is another than the one that base has. */
public final class RewrittenMigration implements Rule {

    private static final RuleId ID = new RuleId("rewritten-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        Map<MigrationId, Set<ContentId>> texts = textsOfBase(facts);
        return DiskThenIndex.check(facts, here -> check(here, texts));
    }

    /**
     * What base has had of each migration since HEAD's line left it, of all files that claim its id; only of those that it had before and has still.
     */
    private static Map<MigrationId, Set<ContentId>> textsOfBase(Facts facts) {
        Map<MigrationId, Set<ContentId>> texts = texts(facts, Source.BASE);
        Map<MigrationId, Set<ContentId>> before = texts(facts, facts.fork());
        texts.keySet().retainAll(before.keySet());
        texts.forEach((id, known) -> known.addAll(before.getOrDefault(id, Set.of())));
        return texts;
    }

    private static Map<MigrationId, Set<ContentId>> texts(Facts facts, Source source) {
        return facts.history(source).stream()
                .flatMap(history -> history.migrations().stream())
                .collect(Collectors.groupingBy(
                        Migration::id, HashMap::new, Collectors.mapping(Migration::content, Collectors.toSet())));
    }

    /** A repeatable migration is meant to change, and one that takes back what another did has done nothing yet. */
    private static List<Finding> check(History here, Map<MigrationId, Set<ContentId>> texts) {
        return here.migrations().stream()
                .filter(migration -> migration.kind().isLasting())
                .filter(migration -> Optional.ofNullable(texts.get(migration.id()))
                        .filter(known -> !known.contains(migration.content()))
                        .isPresent())
                .map(RewrittenMigration::finding)
                .toList();
    }

    private static Finding finding(Migration migration) {
        return Finding.of(
                ID,
                migration,
                "migration %s has another text than on base".formatted(migration.id()),
                "give it back the text that base has and put the change into a new migration: databases that have run"
                        + " it will not run it again");
    }
}
