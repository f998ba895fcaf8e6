package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.facts.Uncompared;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Reports what of a live schema nobody could hold against anything. */
public final class SchemaNotCompared implements Rule {

    private static final RuleId ID = new RuleId("schema-not-compared");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return Sited.of(facts, SchemaNotCompared::gaps).stream()
                .map(SchemaNotCompared::finding)
                .toList();
    }

    /** How much was not compared, and why. */
    private record Gap(String words, Extent extent) {}

    private enum Extent {
        ALL,
        SOME
    }

    private static List<Gap> gaps(SchemaView view) {
        return view.obstacle()
                .map(reason -> List.of(new Gap(reason, Extent.ALL)))
                .orElseGet(() -> view.uncompared().isEmpty()
                        ? List.of()
                        : List.of(new Gap(words(view.uncompared()), Extent.SOME)));
    }

    private static Finding finding(Sited<Gap> gap) {
        Location at = new Location.InSchema(gap.database(), "database");
        String form = switch (gap.thing().extent()) {
            case ALL -> "the schema of %s was not compared: %s";
            case SOME -> "not compared in %s: %s";
        };
        String message = form.formatted(gap.where(), gap.thing().words());
        return new Finding(
                ID,
                Optional.empty(),
                at,
                message,
                "a replay compares everything: give 'migtrue drift' a scratch server, or keep the schema with 'migtrue snapshot"
                        + " --schema' while it is known to be right",
                List.<Related>of(),
                Optional.empty());
    }

    /** Each reason once, behind all that it holds for. */
    private static String words(List<Uncompared> uncompared) {
        SequencedMap<String, List<String>> byReason = new LinkedHashMap<>();
        uncompared.forEach(one -> byReason.computeIfAbsent(one.reason(), first -> new ArrayList<>())
                .add(one.what()));
        return byReason.entrySet().stream()
                .map(entry -> String.join("; ", entry.getValue()) + " (" + entry.getKey() + ")")
                .collect(Collectors.joining("; "));
    }
}
