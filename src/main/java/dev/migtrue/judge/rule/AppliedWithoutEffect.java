package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.language.effect.Assessment.Lost;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Road;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reports migrations that were run and whose work is not there, one finding for each. Where the whole schema is compared, what is missing is
 * told with that instead.
 */
public final class AppliedWithoutEffect implements Rule {

    private static final RuleId ID = new RuleId("applied-without-effect");
    private static final int MOST = 3;

    @Override
    public RuleId id() {
        return ID;
    }

    /** Whether it tells that an object is missing. */
    static boolean tells(SchemaView view, ObjectId object) {
        return isOurs(view)
                && view.effects().lost().stream().anyMatch(lost -> lost.object().equals(object));
    }

    private static boolean isOurs(SchemaView view) {
        return !(view.expected() instanceof Expected.Known known) || known.road() == Road.SYMBOLIC;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return Sited.of(facts, AppliedWithoutEffect::works).stream()
                .flatMap(sited -> finding(facts, sited).stream())
                .toList();
    }

    /** What one migration made and is not there. */
    private record Work(MigrationId migration, List<Lost> lost) {}

    private static List<Work> works(SchemaView view) {
        SequencedMap<MigrationId, List<Lost>> byMigration = new LinkedHashMap<>();
        if (isOurs(view)) {
            view.effects()
                    .lost()
                    .forEach(lost -> byMigration
                            .computeIfAbsent(lost.origin().migration(), first -> new ArrayList<>())
                            .add(lost));
        }
        return byMigration.entrySet().stream()
                .map(entry -> new Work(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Optional<Finding> finding(Facts facts, Sited<Work> sited) {
        Work work = sited.thing();
        List<Lost> lost = work.lost();
        return location(facts, sited.database(), work.migration(), lost.getFirst())
                .map(at -> new Finding(
                        ID,
                        Optional.of(work.migration()),
                        at,
                        "migration %s is applied to %s, but %s that it makes %s not there"
                                .formatted(
                                        work.migration(), sited.where(), words(lost), lost.size() == 1 ? "is" : "are"),
                        "find out whether its run was only recorded, or who removed what it made: where that is to be there, write a migration"
                                + " that makes it again, guarded, else one that drops it",
                        related(sited.database(), lost),
                        Optional.empty()));
    }

    /** At its statement; where it has no file any more, at its row. */
    private static Optional<Location> location(Facts facts, DatabaseName database, MigrationId id, Lost first) {
        return facts.presence(id)
                .flatMap(presence -> presence.firstCopy().isPresent()
                        ? Optional.<Location>of(
                                new Location.InFile(first.origin().at()))
                        : presence.applied().entrySet().stream()
                                .filter(row -> row.getKey().whole().equals(database.whole()))
                                .findFirst()
                                .map(row -> (Location) row.getValue().at()));
    }

    private static String words(List<Lost> lost) {
        List<String> named =
                lost.stream().limit(MOST).map(one -> "the " + one.object()).toList();
        int more = lost.size() - named.size();
        return more == 0 ? Phrases.list(named) : "%s and %d more".formatted(String.join(", ", named), more);
    }

    private static List<Related> related(DatabaseName database, List<Lost> lost) {
        return lost.stream()
                .map(one -> new Related(
                        "not there",
                        new Location.InSchema(database, one.object().toString())))
                .toList();
    }
}
