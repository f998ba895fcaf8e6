package dev.migtrue.facts;

import dev.migtrue.model.History;
import dev.migtrue.model.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Facts as they would be if a place held what another one holds. */
public final class SourceView {

    private SourceView() {}

    /**
     * Facts with {@code shown} as the only place that is looked at, holding what {@code held} holds: what a commit would leave, or one has
     * left. Where else a migration is stays known.
     */
    public static Facts alone(Facts facts, Source shown, Source held) {
        Facts replaced = of(facts, shown, held);
        SequencedMap<Source, History> kept = new LinkedHashMap<>(replaced.histories());
        kept.keySet().retainAll(List.of(shown));
        return new Facts(
                replaced.project(),
                kept,
                replaced.databases(),
                replaced.presences(),
                replaced.ignored(),
                Branches.of(replaced.baseBranch()),
                kept(replaced.conflicts(), shown),
                replaced.attributions(),
                replaced.edits(),
                replaced.declared(),
                replaced.circumstances()
                        .withReversals(new LinkedHashMap<>(
                                kept(replaced.circumstances().reversals(), shown)))
                        .withReviews(reviews(facts, held)));
    }

    /** Of what was looked at, what a source has. */
    private static List<ReviewedMigration> reviews(Facts facts, Source held) {
        return facts.circumstances().reviews().stream()
                .filter(review -> facts.presence(review.migration().id())
                        .flatMap(presence -> presence.copy(held))
                        .filter(copy -> copy.content().equals(review.migration().content()))
                        .isPresent())
                .toList();
    }

    /** Facts as they would be if {@code shown} held what {@code held} holds. */
    public static Facts of(Facts facts, Source shown, Source held) {
        List<Presence> replaced = facts.presences().stream()
                .map(presence ->
                        new Presence(presence.id(), replaced(presence.copies(), shown, held), presence.applied()))
                .filter(presence -> !presence.copies().isEmpty() || presence.isApplied())
                .toList();
        return new Facts(
                facts.project(),
                replaced(facts.histories(), shown, held),
                facts.databases(),
                replaced,
                facts.ignored(),
                facts.branches(),
                replaced(facts.conflicts(), shown, held),
                facts.attributions(),
                facts.edits(),
                facts.declared(),
                facts.circumstances()
                        .withReversals(replaced(facts.circumstances().reversals(), shown, held)));
    }

    private static <T> Map<Source, T> kept(Map<Source, T> places, Source source) {
        return Optional.ofNullable(places.get(source))
                .map(value -> Map.of(source, value))
                .orElse(Map.of());
    }

    private static <T> SequencedMap<Source, T> replaced(Map<Source, T> places, Source shown, Source held) {
        SequencedMap<Source, T> replaced = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            Optional.ofNullable(places.get(source == shown ? held : source))
                    .ifPresent(value -> replaced.put(source, value));
        }
        return replaced;
    }
}
