package dev.migtrue.facts;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.MigrationId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rows of one version table that look as if another application owned them: several migrations that were never seen anywhere, whose ids are
 * formed otherwise than those of all files, and that were run by users who ran none of which there is a file. A guess: it explains, and excuses
 * nothing. Where a table does not tell who ran what, there is no guess: an unusual id alone may be a colleague's.
 *
 * @param ids in the order of the rows
 * @param users who ran them, sorted
 */
public record Strangers(SequencedSet<MigrationId> ids, SequencedSet<String> users) {

    /** A single row is no sign of an application. */
    private static final int FEWEST = 2;

    public Strangers {
        ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
        users = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(users));
    }

    /** How an id is formed. */
    private enum Form {
        NUMBER,
        TIME_STAMP,
        DOTTED,
        WORDS;

        private static final int SHORTEST_TIME_STAMP = 8;

        static Form of(MigrationId id) {
            String value = id.value();
            if (!value.chars().allMatch(character -> (character >= '0' && character <= '9') || character == '.')) {
                return WORDS;
            }
            if (value.contains(".")) {
                return DOTTED;
            }
            return value.length() < SHORTEST_TIME_STAMP ? NUMBER : TIME_STAMP;
        }
    }

    /** For each migration that looks like another application's, those that it came with; the first database that says so counts. */
    public static Map<MigrationId, Strangers> of(Facts facts) {
        Map<MigrationId, Strangers> all = new HashMap<>();
        Set<MigrationId> unseen = facts.orphans().stream()
                .map(Presence::id)
                .filter(id -> facts.attribution(id).filter(Strangers::isNothing).isPresent())
                .collect(Collectors.toSet());
        for (DatabaseName database : facts.databases().keySet()) {
            if (facts.databases().get(database) instanceof Applied.Known known) {
                Strangers found = in(known, facts, unseen);
                found.ids().forEach(id -> all.putIfAbsent(id, found));
            }
        }
        return all;
    }

    private static boolean isNothing(Attribution attribution) {
        return attribution.sightings().isEmpty() && attribution.limits().isEmpty();
    }

    private static Strangers in(Applied.Known known, Facts facts, Set<MigrationId> unseen) {
        Set<MigrationId> own = facts.presences().stream()
                .filter(presence -> !presence.copies().isEmpty())
                .map(Presence::id)
                .collect(Collectors.toSet());
        Set<Form> forms = own.stream().map(Form::of).collect(Collectors.toSet());
        Set<Optional<String>> ownUsers = known.migrations().stream()
                .filter(row -> row.evidence() == Evidence.RECORDED && own.contains(row.id()))
                .map(AppliedMigration::appliedBy)
                .collect(Collectors.toSet());
        SequencedMap<MigrationId, String> strange = new LinkedHashMap<>();
        known.migrations().stream()
                .filter(row -> unseen.contains(row.id()) && !forms.contains(Form.of(row.id())))
                .filter(row -> !ownUsers.contains(row.appliedBy()))
                .forEach(row -> row.appliedBy().ifPresent(user -> strange.put(row.id(), user)));
        boolean isTelling = !ownUsers.isEmpty() && !ownUsers.contains(Optional.<String>empty());
        return isTelling && strange.size() >= FEWEST
                ? new Strangers(new LinkedHashSet<>(strange.keySet()), new TreeSet<>(strange.values()))
                : new Strangers(new LinkedHashSet<>(), new LinkedHashSet<>());
    }
}
