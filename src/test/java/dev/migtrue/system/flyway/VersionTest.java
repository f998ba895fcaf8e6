package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1_2, 1.2",
        "012, 12",
        "1.0, 1",
        "0, 0",
        "0.0.1, 0.0.1",
        "1.10, 1.10",
        "20260817100329000, 20260817100329000"
    })
    void isSpelledInOneWay(String written, String spelled) {
        assertThat(Version.parse(written)).map(Version::toString).contains(spelled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1.2a", "1..2", "1_", "_1", "1-2", "latest"})
    void isNothingElseThanNumbers(String written) {
        assertThat(Version.parse(written)).isEmpty();
    }

    @Test
    void isReadAndComparedAsFlywayDoes() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            String left = text(random);
            String right = text(random);
            Optional<Version> ours = Version.parse(left);
            assertThat(ours.isPresent()).as(left).isEqualTo(isVersionForFlyway(left));
            if (ours.isPresent() && isVersionForFlyway(right)) {
                int order = MigrationVersion.fromVersion(left).compareTo(MigrationVersion.fromVersion(right));
                Version other = Version.parse(right).orElseThrow();
                assertThat(Integer.signum(ours.get().compareTo(other)))
                        .as("%s and %s", left, right)
                        .isEqualTo(Integer.signum(order));
                assertThat(ours.get().toString().equals(other.toString()))
                        .as("%s and %s", left, right)
                        .isEqualTo(order == 0);
            }
        }
    }

    private static String text(Random random) {
        return random.ints(1 + random.nextInt(6), 0, 10)
                .mapToObj(i -> "0012.._9+a".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static boolean isVersionForFlyway(String text) {
        try {
            MigrationVersion.fromVersion(text);
            return true;
        } catch (FlywayException e) {
            return false;
        }
    }
}
