package dev.migtrue.facts;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * A migration whose text is another than the one that databases have run.
 *
 * @param databases what each of these databases says of it, in the order of the databases; at least one
 * @param copies those that differ from what one of these databases has run, in reporting order; at least one
 */
public record AppliedEdit(
        Presence presence,
        SequencedMap<DatabaseName, AppliedMigration> databases,
        SequencedMap<Source, Migration> copies) {

    public AppliedEdit {
        databases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(databases));
        copies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(copies));
    }

    /** All of them, in execution order. */
    public static List<AppliedEdit> of(Facts facts) {
        return facts.presences().stream()
                .flatMap(presence -> of(presence).stream())
                .toList();
    }

    private static Optional<AppliedEdit> of(Presence presence) {
        SequencedMap<DatabaseName, AppliedMigration> databases = new LinkedHashMap<>();
        SequencedMap<Source, Migration> edited = new LinkedHashMap<>();
        presence.copies()
                .forEach((source, copy) -> presence.applied().forEach((database, applied) -> {
                    if (isEdited(applied, copy)) {
                        databases.put(database, applied);
                        edited.put(source, copy);
                    }
                }));
        return databases.isEmpty() ? Optional.empty() : Optional.of(new AppliedEdit(presence, databases, edited));
    }

    /** A failed run may well be mended before it is tried again, and a repeatable migration is meant to change. */
    private static boolean isEdited(AppliedMigration applied, Migration copy) {
        return applied.outcome() == Outcome.SUCCEEDED && copy.kind().isLasting() && applied.differsFrom(copy);
    }

    /** The first source with a copy that differs. */
    public Source source() {
        return copies.firstEntry().getKey();
    }

    /** The first copy that differs. */
    public Migration copy() {
        return copies.firstEntry().getValue();
    }

    /** The checksums of the texts that the databases have run, each once. */
    public SequencedSet<Checksum> stored() {
        SequencedSet<Checksum> stored = new LinkedHashSet<>();
        databases.values().forEach(applied -> applied.checksum().ifPresent(stored::add));
        return stored;
    }
}
