package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Circumstances;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Ordering;
import dev.migtrue.testing.GivenMigration;
import dev.migtrue.testing.GivenProject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the comparison of versions begins and ends. */
class UnlikelyVersionTest {

    private static final String TOO_LONG = "2024013112000000";
    private static final String TOO_SHORT = "1706702400000";

    @Test
    void oneOfTenIsReportedWhereNamesDecideTheOrder() {
        assertThat(findings(Ordering.STRICT, 9, migration(TOO_LONG))).hasSize(1);
        assertThat(findings(Ordering.LENIENT, 9, migration(TOO_LONG))).hasSize(1);
        assertThat(findings(Ordering.GRAPH, 9, migration(TOO_LONG))).isEmpty();
    }

    @Test
    void nineAreTooFewToCompareAndRepeatableOnesDoNotCount() {
        assertThat(findings(Ordering.STRICT, 8, migration(TOO_LONG))).isEmpty();
        assertThat(findings(
                        Ordering.STRICT,
                        8,
                        migration(TOO_LONG),
                        migration("R__v").kind(Kind.REPEATABLE)))
                .isEmpty();
    }

    @Test
    void lessThanNineOfTenIsNoRule() {
        assertThat(findings(Ordering.STRICT, 18, migration(TOO_SHORT), migration(TOO_LONG)))
                .hasSize(2);
        assertThat(findings(Ordering.STRICT, 17, migration(TOO_SHORT), migration(TOO_LONG)))
                .isEmpty();
    }

    @Test
    void otherFormsCountButAreNotReported() {
        assertThat(findings(Ordering.STRICT, 9, migration("1"))).isEmpty();
        assertThat(findings(Ordering.STRICT, 9, migration("20240131.120000"))).isEmpty();
        assertThat(findings(Ordering.STRICT, 9, migration("1"), migration(TOO_LONG)))
                .isEmpty();
    }

    @Test
    void twelveDigitsAreATimestampAndElevenAreNot() {
        assertThat(findings(Ordering.STRICT, 9, migration("202401311200"))).hasSize(1);
        assertThat(findings(Ordering.STRICT, 9, migration("20240131120"))).isEmpty();
    }

    @Test
    void aTimeIsToComeWhenItLiesADayAndTheEarliestZoneAhead() {
        assertThat(toCome("20260202020000", "20260202020001", "20260231000000", "99991231235960"))
                .containsExactly("version 20260202020001 is a time to come: 2026-02-02 02:00:01");
    }

    @Test
    void whoKnowsNoTimeKnowsOfNoneToCome() {
        assertThat(new UnlikelyVersion()
                        .check(GivenProject.ordered(Ordering.STRICT)
                                .committed(migration("29990101000000"))
                                .facts()))
                .isEmpty();
    }

    /** What is said of some versions at noon of the last day of January. */
    private static List<String> toCome(String... versions) {
        GivenMigration[] all =
                Stream.of(versions).map(GivenMigration::migration).toArray(GivenMigration[]::new);
        return new UnlikelyVersion()
                        .check(GivenProject.ordered(Ordering.LENIENT)
                                .committed(all)
                                .facts()
                                .in(Circumstances.UNKNOWN.at(Optional.of(Instant.parse("2026-01-31T12:00:00Z")))))
                        .stream()
                        .map(Finding::message)
                        .toList();
    }

    @Test
    void helpSaysWhereItComes() {
        assertThat(findings(Ordering.STRICT, 18, migration(TOO_SHORT), migration(TOO_LONG)))
                .extracting(Finding::help)
                .containsExactly(
                        "rename it to 14 digits unless it is applied anywhere: as a number it comes before all of"
                                + " that length for ever",
                        "rename it to 14 digits unless it is applied anywhere: as a number it comes after all of"
                                + " that length for ever");
    }

    /** What is said of some migrations that come after so many of 14 digits. */
    private static List<Finding> findings(Ordering ordering, int usual, GivenMigration... others) {
        GivenMigration[] all = Stream.concat(
                        IntStream.range(0, usual).mapToObj(minute -> migration("202401311200%02d".formatted(minute))),
                        Stream.of(others))
                .toArray(GivenMigration[]::new);
        return new UnlikelyVersion()
                .check(GivenProject.ordered(ordering).committed(all).facts());
    }
}
