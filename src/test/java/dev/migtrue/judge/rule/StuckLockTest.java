package dev.migtrue.judge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Circumstances;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.HeldLock;
import dev.migtrue.model.Location;
import dev.migtrue.model.Ordering;
import dev.migtrue.testing.GivenProject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when on a lock counts. */
class StuckLockTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-30 22:59:59,    1",
        "2026-01-30 23:00:01,    0",
        "2026-01-31 10:59:59+00, 1",
        "2026-01-31 11:00:01+00, 0",
        "2026-01-31 12:59:59+02, 1",
        "1767225600000,          0"
    })
    void itCountsFromAnHourOnInWhateverZoneItWasTaken(String since, int findings) {
        assertThat(check(Optional.of(since), Optional.of(NOW))).hasSize(findings);
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        assertThat(check(Optional.empty(), Optional.of(NOW))).isEmpty();
        assertThat(check(Optional.of("2020-01-01 00:00:00"), Optional.empty())).isEmpty();
    }

    @Test
    void itNamesTheHolderAndTheToolsOwnCommand() {
        assertThat(check(Optional.of("2026-01-01 00:00:00"), Optional.of(NOW)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo("the lock of sample on database default has been held since"
                                    + " 2026-01-01 00:00:00 by 'runner'");
                    assertThat(finding.help()).endsWith("sample release");
                });
    }

    private static List<Finding> check(Optional<String> since, Optional<Instant> now) {
        HeldLock lock =
                new HeldLock(new Location.InVersionTable("lock", "1"), since, Optional.of("runner"), "sample release");
        return new StuckLock()
                .check(GivenProject.ordered(Ordering.STRICT)
                        .facts()
                        .in(Circumstances.UNKNOWN
                                .at(now)
                                .withTables(
                                        new LinkedHashMap<>(Map.of(DatabaseName.DEFAULT, lock)),
                                        new LinkedHashMap<>())));
    }
}
