package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which git goes by hooks that its configuration names. */
class GitVersionTest {

    @ParameterizedTest
    @CsvSource({
        "git version 2.54.0, true",
        "git version 2.54.0.windows.1, true",
        "git version 2.54.GIT, true",
        "git version 2.60.1 (Apple Git-154), true",
        "git version 3.0.0, true",
        "git version 2.53.9, false",
        "git version 2.39.5 (Apple Git-154), false",
        "git version 1.99.0, false",
        "git version 254.0, true",
        "git version unknown, false",
        "git version 99999999999.1, false",
        "'', false"
    })
    void isToldByWhatItSaysOfItself(String said, boolean isByConfiguration) {
        assertThat(GitVersion.in(said).runsConfiguredHooks()).isEqualTo(isByConfiguration);
    }
}
