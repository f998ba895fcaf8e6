package dev.migtrue.judge;

import dev.migtrue.judge.rule.Need;
import dev.migtrue.model.Severity;
import java.util.Set;

/**
 * What the user demands of a run.
 *
 * @param failOn the least grave finding that makes the run fail
 * @param required what must have been looked at
 * @param unreachable what a database that cannot be reached means; one that answers no always fails the run
 */
public record Policy(Severity failOn, Set<Need> required, Unreachable unreachable) {

    public Policy {
        required = Set.copyOf(required);
    }

    /** What a database that cannot be reached means for the exit code. */
    public enum Unreachable {
        WARN,
        FAIL
    }
}
