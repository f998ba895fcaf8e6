package dev.migtrue.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdRangeTest {

    @ParameterizedTest
    @CsvSource({
        "014, 014, true",
        "14, 014, false",
        "001..013, 7, true",
        "001..013, 013, true",
        "001..013, 014, false",
        "1.2..1.10, 1.9, true",
        "1.2..1.10, 1.11, false",
        "1.2..1.10, 1.10.1, false",
        "10..1, 5, true",
        "20240101000000..20240630235959, 20240301120000, true",
        "20240101000000..20240630235959, 20240701000000, false",
        "001_users..008_traces, 003_contracts, true",
        "001_users..008_traces, 009_more, false",
        "a..c, b, true",
        "99999999999999999999..100000000000000000001, 100000000000000000000, true"
    })
    void aRangeHoldsWhatPeopleCountBetweenItsEnds(String range, String id, boolean isIn) {
        assertThat(IdRange.parse(range).holds(new MigrationId(id))).isEqualTo(isIn);
    }
}
