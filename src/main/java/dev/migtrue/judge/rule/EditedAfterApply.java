package dev.migtrue.judge.rule;

import dev.migtrue.facts.AppliedEdit;
import dev.migtrue.facts.Facts;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports migrations whose text is no longer the one that a database has run, in what it differs, and who changed it. */
public final class EditedAfterApply implements Rule {

    private static final RuleId ID = new RuleId("edited-after-apply");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return AppliedEdit.of(facts).stream().map(edit -> finding(edit, facts)).toList();
    }

    private static Finding finding(AppliedEdit edit, Facts facts) {
        Optional<EditCause> cause = facts.edits().of(edit).map(known -> new EditCause(known, edit));
        Finding finding = Finding.of(
                        ID,
                        edit.copy(),
                        "migration %s was edited after it was applied to %s: differs in %s"
                                        .formatted(
                                                edit.presence().id(),
                                                Phrases.databases(
                                                        edit.databases().keySet()),
                                                Phrases.allOf(edit.copies().keySet()))
                                + cause.map(EditCause::words).orElse(""),
                        cause.map(EditCause::cure).orElse(EditCause.UNKNOWN_CURE) + whereItStillIs(edit))
                .withRelated(related(edit, cause));
        return cause.flatMap(EditCause::comparison).map(finding::withFix).orElse(finding);
    }

    private static String whereItStillIs(AppliedEdit edit) {
        List<Source> sources = edit.presence().copies().entrySet().stream()
                .filter(copy -> edit.databases().values().stream()
                        .anyMatch(applied -> applied.checksum()
                                .filter(copy.getValue()::agreesWith)
                                .isPresent()))
                .map(Map.Entry::getKey)
                .toList();
        return sources.isEmpty() ? "" : "; it is still in " + Phrases.allOf(sources);
    }

    private static List<Related> related(AppliedEdit edit, Optional<EditCause> cause) {
        List<Related> related = new ArrayList<>();
        edit.databases()
                .forEach((database, applied) -> checksum(applied)
                        .ifPresent(checksum -> related.add(new Related(
                                "checksum %s in database %s".formatted(checksum, database), applied.at()))));
        edit.copies()
                .forEach((source, copy) -> copy.checksum()
                        .ifPresent(checksum -> related.add(new Related(
                                "checksum %s in %s".formatted(checksum, source.label()),
                                new Location.InFile(copy.at())))));
        cause.flatMap(EditCause::related).ifPresent(related::add);
        return related;
    }

    private static Optional<String> checksum(AppliedMigration applied) {
        return applied.checksum().map(Object::toString);
    }
}
