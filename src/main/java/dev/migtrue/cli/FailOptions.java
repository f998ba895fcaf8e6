package dev.migtrue.cli;

import dev.migtrue.judge.Policy;
import dev.migtrue.judge.Policy.Unreachable;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.model.Severity;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What makes a run fail: the options that every command with findings has. */
final class FailOptions {

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "The least grave finding that makes the run fail: error, warning or note. Default: what"
                    + " migtrue.yaml says, else error.")
    private @Nullable Severity failOn;

    /**
     * What the user demands of a run, on the command line or in the configuration that was read.
     *
     * @param required what must have been looked at
     */
    Policy policy(Reading read, Set<Need> required, Unreachable unreachable) {
        return policy(read, required, unreachable, Optional.empty());
    }

    /**
     * The same where base must be at a commit.
     *
     * @param base its id, in lower case, shortened or not; absent when any will do
     */
    Policy policy(Reading read, Set<Need> required, Unreachable unreachable, Optional<String> base) {
        Severity least = Optional.ofNullable(failOn)
                .or(() -> read.configuration().failOn())
                .orElse(Severity.ERROR);
        return new Policy(least, required, unreachable, base)
                .with(read.configuration().levels(), read.exceptions());
    }
}
