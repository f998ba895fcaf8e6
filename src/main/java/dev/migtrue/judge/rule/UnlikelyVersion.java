package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reports timestamps that are longer or shorter than those of nearly all other migrations. */
public final class UnlikelyVersion implements Rule {

    private static final RuleId ID = new RuleId("unlikely-version");

    /** A shorter number is a counter, or a date that people write on purpose. */
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{12,}");

    private static final int ENOUGH_TO_COMPARE = 10;
    private static final int PERCENT_ALIKE = 90;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.check(facts, UnlikelyVersion::check);
    }

    private static List<Finding> check(History history) {
        List<Migration> versioned = history.migrations().stream()
                .filter(migration -> migration.kind() == Kind.VERSIONED)
                .toList();
        if (history.ordering() == Ordering.GRAPH || versioned.size() < ENOUGH_TO_COMPARE) {
            return List.of();
        }
        List<Migration> timestamps = versioned.stream()
                .filter(migration -> TIMESTAMP.matcher(migration.id().value()).matches())
                .toList();
        return timestamps.stream().collect(Collectors.groupingBy(UnlikelyVersion::length)).entrySet().stream()
                .filter(alike -> alike.getValue().size() * 100 >= versioned.size() * PERCENT_ALIKE)
                .map(Map.Entry::getKey)
                .flatMap(usual -> timestamps.stream()
                        .filter(migration -> length(migration) != usual)
                        .map(migration -> finding(migration, usual)))
                .toList();
    }

    private static int length(Migration migration) {
        return migration.id().value().length();
    }

    private static Finding finding(Migration migration, int usual) {
        return Finding.of(
                ID,
                migration,
                "version %s has %d digits among versions of %d".formatted(migration.id(), length(migration), usual),
                "rename it to %d digits unless it is applied anywhere: as a number it comes %s all of that length for ever"
                        .formatted(usual, length(migration) > usual ? "after" : "before"));
    }
}
