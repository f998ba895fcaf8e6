package dev.migtrue.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** Decides whether a test that needs a tool of the machine's may be passed over. */
public final class Installed {

    private Installed() {}

    /** Skips a test on a developer's machine without a tool, and says so; in CI it must be there. */
    public static void orSkip(String tool, boolean isInstalled) {
        if (Optional.ofNullable(System.getenv("CI")).orElse("").isEmpty()) {
            if (!isInstalled) {
                System.out.println("skipped: a test with the real tool, because '" + tool + "' is not installed");
            }
            assumeTrue(isInstalled, "'" + tool + "' is not installed");
        }
        assertThat(isInstalled).as("'" + tool + "' is installed in CI").isTrue();
    }
}
