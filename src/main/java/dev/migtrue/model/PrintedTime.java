package dev.migtrue.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something was, as far as what a database prints of it tells. Most print no time zone: then it may have been in any.
 *
 * @param earliest the first instant that it can mean
 * @param latest the last one; the same where the zone is told
 */
public record PrintedTime(Instant earliest, Instant latest) {

    /** The clocks that are furthest ahead of, and furthest behind the common one. */
    private static final Duration FURTHEST_AHEAD = Duration.ofHours(14);

    private static final Duration FURTHEST_BEHIND = Duration.ofHours(12);

    private static final Pattern TEXT = Pattern.compile(
            "(?<day>\\d{4}-\\d{2}-\\d{2})[ T](?<time>\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?) ?(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?)?");

    /** Takes apart {@code 2026-01-31 12:00:00.5+01}; absent where it is something else. */
    public static Optional<PrintedTime> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(
                    matcher.group("day") + "T" + matcher.group("time"), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            return Optional.of(Optional.ofNullable(matcher.group("zone"))
                    .map(zone -> local.toInstant(ZoneOffset.of(zone)))
                    .map(instant -> new PrintedTime(instant, instant))
                    .orElseGet(() -> new PrintedTime(
                            local.toInstant(ZoneOffset.UTC).minus(FURTHEST_AHEAD),
                            local.toInstant(ZoneOffset.UTC).plus(FURTHEST_BEHIND))));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
