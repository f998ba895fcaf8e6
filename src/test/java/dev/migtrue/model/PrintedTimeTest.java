package dev.migtrue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTimeTest {

    @Test
    void aTimeWithoutAZoneMayHaveBeenInAny() {
        assertThat(PrintedTime.parse("2026-01-31 12:00:00.5"))
                .contains(new PrintedTime(
                        Instant.parse("2026-01-30T22:00:00.5Z"), Instant.parse("2026-02-01T00:00:00.5Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31 12:00:00+02",
                "2026-01-31T12:00:00+02:00",
                "2026-01-31 12:00:00.000000+0200",
                "2026-01-31 10:00:00Z",
                " 2026-01-31 10:00:00 +00 "
            })
    void aTimeWithAZoneIsOneInstant(String text) {
        Instant instant = Instant.parse("2026-01-31T10:00:00Z");
        assertThat(PrintedTime.parse(text)).contains(new PrintedTime(instant, instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1767225600000",
                "2026-01-31",
                "2026-02-31 12:00:00",
                "31/01/2026 12:00",
                "2026-01-31 12:00:00+99"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(PrintedTime.parse(text)).isEmpty();
    }
}
