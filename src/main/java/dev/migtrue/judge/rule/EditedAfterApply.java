package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        SequencedMap<Checksum, SequencedSet<DatabaseName>> stored = new LinkedHashMap<>();
        SequencedMap<Checksum, SequencedSet<Source>> found = new LinkedHashMap<>();
        presence.applied()
                .forEach((database, applied) -> presence.copies().forEach((source, copy) -> {
                    if (isEdited(applied, copy)) {
                        applied.checksum().ifPresent(checksum -> add(stored, checksum, database));
                        copy.checksum().ifPresent(checksum -> add(found, checksum, source));
                    }
                }));
        return presence.copies().values().stream()
                .filter(copy -> copy.checksum().filter(found::containsKey).isPresent())
                .findFirst()
                .map(copy -> finding(presence, copy, stored, found));
    }

    /** A failed run may well be mended before it is tried again, and a repeatable migration is meant to change. */
    private static boolean isEdited(AppliedMigration applied, Migration copy) {
        return applied.outcome() == Outcome.SUCCEEDED && copy.kind() != Kind.REPEATABLE && applied.differsFrom(copy);
    }

    private static <P> void add(Map<Checksum, SequencedSet<P>> places, Checksum checksum, P place) {
        places.computeIfAbsent(checksum, key -> new LinkedHashSet<>()).add(place);
    }

    private static Finding finding(
            Presence presence,
            Migration copy,
            SequencedMap<Checksum, SequencedSet<DatabaseName>> stored,
            SequencedMap<Checksum, SequencedSet<Source>> found) {
        String checksums = Stream.concat(
                        stored.entrySet().stream().map(at -> at.getKey() + " in " + Phrases.databases(at.getValue())),
                        found.entrySet().stream().map(at -> at.getKey() + " in " + Phrases.allOf(at.getValue())))
                .collect(Collectors.joining(", "));
        List<Source> unedited = presence.copies().entrySet().stream()
                .filter(entry ->
                        entry.getValue().checksum().filter(stored::containsKey).isPresent())
                .map(Map.Entry::getKey)
                .toList();
        return Finding.of(
                        ID,
                        copy,
                        "migration %s was edited after it was applied: checksum %s".formatted(copy.id(), checksums),
                        "put the change into a new migration and give this file back the text that was applied"
                                + (unedited.isEmpty() ? "" : "; " + Phrases.allOf(unedited) + " still has it"))
                .withRelated(presence.evidence());
    }
}
