package dev.migtrue.judge.rule;

import dev.migtrue.facts.Attribution;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.facts.Pruned;
import dev.migtrue.facts.Strangers;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Finding;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports migrations that a version table names and of which no file is left in any place looked at, not even under another id, and where their
 * files are or were.
 */
public final class AppliedButMissing implements Rule {

    private static final RuleId ID = new RuleId("applied-but-missing");
    private static final String WITNESS = "; leave the version table as it is: it is the only witness";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        Map<MigrationId, Strangers> strangers = Strangers.of(facts);
        return facts.orphans().stream()
                .filter(presence -> !Pruned.isOne(presence, facts))
                .flatMap(presence -> presence.firstRow().stream()
                        .map(row -> finding(
                                facts,
                                presence,
                                row,
                                Optional.ofNullable(strangers.get(presence.id()))
                                        .map(AppliedButMissing::suspicion))))
                .toList();
    }

    private static Finding finding(Facts facts, Presence presence, AppliedMigration row, Optional<String> suspicion) {
        Optional<Attribution> attribution = facts.attribution(presence.id());
        Optional<Whereabouts> best =
                attribution.flatMap(Attribution::best).map(sighting -> new Whereabouts(sighting, presence));
        String message = "migration %s is applied to %s, but has no file in %s"
                .formatted(
                        presence.id(),
                        Phrases.databases(presence.applied().keySet()),
                        Phrases.anyOf(facts.histories().keySet()));
        Finding finding = Finding.about(
                        ID,
                        presence.id(),
                        row.at(),
                        message
                                + attribution
                                        .map(told -> ": " + story(told, best))
                                        .orElse("")
                                + suspicion.orElse(""),
                        suspicion
                                        .map(words -> "find out whose it is; if this project's, ")
                                        .orElse("")
                                + best.map(Whereabouts::cure).orElse(Whereabouts.UNKNOWN_CURE)
                                + WITNESS)
                .withRelated(related(presence, attribution));
        return best.flatMap(found -> new Restoration(found.sighting(), facts).command())
                .map(finding::withFix)
                .orElse(finding);
    }

    private static String suspicion(Strangers strangers) {
        return ", and like %d more that only %s ran it looks like another application's"
                .formatted(strangers.ids().size() - 1, Phrases.list(strangers.users()));
    }

    private static String story(Attribution attribution, Optional<Whereabouts> best) {
        return best.map(Whereabouts::words)
                .orElseGet(() -> attribution.limits().isEmpty()
                        ? "never committed anywhere this clone can see"
                        : "not found in this clone, of which not everything was searched: "
                                + String.join(", ", attribution.limits()));
    }

    private static List<Related> related(Presence presence, Optional<Attribution> attribution) {
        List<Related> related = new ArrayList<>(presence.evidence());
        for (Sighting sighting : attribution.map(Attribution::sightings).orElse(List.of())) {
            related.add(new Whereabouts(sighting, presence).related());
        }
        return related;
    }
}
