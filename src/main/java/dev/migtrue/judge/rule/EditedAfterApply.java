package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reports migrations whose text is no longer the one that a database has run. */
public final class EditedAfterApply implements Rule {

    private static final RuleId ID = new RuleId("edited-after-apply");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.presences().stream()
                .flatMap(presence -> finding(presence).stream())
                .toList();
    }

    private static Optional<Finding> finding(Presence presence) {
        SequencedMap<DatabaseName, AppliedMigration> databases = new LinkedHashMap<>();
        SequencedMap<Source, Migration> edited = new LinkedHashMap<>();
        presence.copies()
                .forEach((source, copy) -> presence.applied().forEach((database, applied) -> {
                    if (isEdited(applied, copy)) {
                        databases.put(database, applied);
                        edited.put(source, copy);
                    }
                }));
        return edited.values().stream()
                .findFirst()
                .map(copy -> Finding.of(
                                ID,
                                copy,
                                "migration %s was edited after it was applied to %s: differs in %s"
                                        .formatted(
                                                copy.id(),
                                                Phrases.databases(databases.keySet()),
                                                Phrases.allOf(edited.keySet())),
                                "put the change into a new migration and give this file back the text that was applied"
                                        + whereItStillIs(presence, databases))
                        .withRelated(checksums(databases, edited)));
    }

    /** A failed run may well be mended before it is tried again, and a repeatable migration is meant to change. */
    private static boolean isEdited(AppliedMigration applied, Migration copy) {
        return applied.outcome() == Outcome.SUCCEEDED && copy.kind() != Kind.REPEATABLE && applied.differsFrom(copy);
    }

    private static String whereItStillIs(Presence presence, Map<DatabaseName, AppliedMigration> databases) {
        List<Source> sources = presence.copies().entrySet().stream()
                .filter(copy -> databases.values().stream()
                        .anyMatch(applied ->
                                applied.checksum().equals(copy.getValue().checksum())))
                .map(Map.Entry::getKey)
                .toList();
        return sources.isEmpty() ? "" : "; it is still in " + Phrases.allOf(sources);
    }

    private static List<Related> checksums(
            SequencedMap<DatabaseName, AppliedMigration> databases, SequencedMap<Source, Migration> edited) {
        List<Related> checksums = new ArrayList<>();
        databases.forEach((database, applied) -> applied.checksum()
                .ifPresent(checksum -> checksums.add(
                        new Related("checksum %s in database %s".formatted(checksum, database), applied.at()))));
        edited.forEach((source, copy) -> copy.checksum()
                .ifPresent(checksum -> checksums.add(new Related(
                        "checksum %s in %s".formatted(checksum, source.label()), new Location.InFile(copy.at())))));
        return checksums;
    }
}
