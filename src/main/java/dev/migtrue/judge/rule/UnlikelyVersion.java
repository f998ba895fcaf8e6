package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reports timestamps that are longer or shorter than those of nearly all other migrations, and those that are still to come. */
public final class UnlikelyVersion implements Rule {

    private static final RuleId ID = new RuleId("unlikely-version");

    /** A shorter number is a counter, or a date that people write on purpose. */
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{12,}");

    /** The form in which tools write the time to the second. */
    private static final Pattern SECONDS_LONG = Pattern.compile("[12][0-9]{13}");

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** The clock furthest ahead of the common one, and a day for those who write tomorrow's migration. */
    private static final Duration TOLERATED = Duration.ofHours(14 + 24);

    private static final int ENOUGH_TO_COMPARE = 10;
    private static final int PERCENT_ALIKE = 90;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.check(
                facts, history -> check(history, facts.circumstances().now()));
    }

    private static List<Finding> check(History history, Optional<Instant> now) {
        if (history.ordering() == Ordering.GRAPH) {
            return List.of();
        }
        List<Migration> versioned = history.migrations().stream()
                .filter(migration -> migration.kind() == Kind.VERSIONED)
                .toList();
        List<Finding> findings = new ArrayList<>(otherLengths(versioned));
        now.ifPresent(time -> versioned.forEach(migration -> time(migration.id())
                .filter(told -> isToCome(told, time))
                .ifPresent(told -> findings.add(toCome(migration, told)))));
        return findings;
    }

    /** The time that a version of 14 digits tells; absent where its digits are no time. */
    private static Optional<LocalDateTime> time(MigrationId version) {
        try {
            return SECONDS_LONG.matcher(version.value()).matches()
                    ? Optional.of(LocalDateTime.parse(version.value(), SECONDS))
                    : Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static boolean isToCome(LocalDateTime told, Instant now) {
        return told.toInstant(ZoneOffset.UTC).isAfter(now.plus(TOLERATED));
    }

    private static Finding toCome(Migration migration, LocalDateTime told) {
        return Finding.of(
                ID,
                migration,
                "version %s is a time to come: %s".formatted(migration.id(), told.format(READABLE)),
                "give it the present time unless it is applied anywhere: until then, all that is written comes before it");
    }

    private static List<Finding> otherLengths(List<Migration> versioned) {
        if (versioned.size() < ENOUGH_TO_COMPARE) {
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
