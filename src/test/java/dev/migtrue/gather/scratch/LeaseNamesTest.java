package dev.migtrue.gather.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What databases of ours are called on a server of others. */
class LeaseNamesTest {

    /** PostgreSQL cuts names after so many bytes, and would take a longer one for the user's own database. */
    private static final int MOST_BYTES = 63;

    private static final String REST = "_migtrue_01234567_kept";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scratch",
                "a_database_of_thirty_letters_x",
                "a_database_with_a_rather_long_name_for_all_kinds_of_tests",
                "試試試試試試試試試試試試試試試試試試試test",
                "test😀😀😀😀😀😀😀😀😀😀😀😀😀",
                "prüfungen_für_größere_übungen"
            })
    void noServerCutsThem(String usual) {
        String name = Lease.shortened(usual) + REST;

        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MOST_BYTES);
        assertThat(name).isEqualTo(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Test
    void thoseOfTwoDatabasesAreToldApart() {
        assertThat(Lease.shortened("試試試試試試試試試試試_test_1")).isNotEqualTo(Lease.shortened("試試試試試試試試試試試_test_2"));
        assertThat(Lease.shortened("scratch")).isEqualTo("scratch");
    }
}
