package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.facts.Uncompared;
import dev.migtrue.model.DatabaseName;
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
        return facts.circumstances().schemas().entrySet().stream()
                .filter(entry -> !entry.getValue().uncompared().isEmpty())
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(DatabaseName database, SchemaView view) {
        Location at = new Location.InSchema(database, "database");
        String message = view.obstacle()
                .map(reason -> "the schema of database %s was not compared: %s".formatted(database, reason))
                .orElseGet(() -> "not compared in database %s: %s".formatted(database, words(view.uncompared())));
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
