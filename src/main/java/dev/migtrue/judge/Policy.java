package dev.migtrue.judge;

import dev.migtrue.judge.rule.Need;
import dev.migtrue.model.RuleLevels;
import dev.migtrue.model.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * What the user demands of a run.
 *
 * @param failOn the least grave finding that makes the run fail
 * @param required what must have been looked at
 * @param unreachable what a database that cannot be reached means; one that answers no always fails the run
 * @param expectedBase the commit that the newest one of base must be, in lower case, shortened or not; absent when any will do
 * @param levels how much rules count
 * @param exceptions findings that do not count
 */
public record Policy(
        Severity failOn,
        Set<Need> required,
        Unreachable unreachable,
        Optional<String> expectedBase,
        RuleLevels levels,
        Exceptions exceptions) {

    public Policy {
        required = Set.copyOf(required);
    }

    /** A policy for which base may be at any commit. */
    public Policy(Severity failOn, Set<Need> required, Unreachable unreachable) {
        this(failOn, required, unreachable, Optional.empty());
    }

    /** A policy that takes each rule as its page has it. */
    public Policy(Severity failOn, Set<Need> required, Unreachable unreachable, Optional<String> expectedBase) {
        this(failOn, required, unreachable, expectedBase, RuleLevels.UNSAID, Exceptions.NONE);
    }

    /** This policy with what a project says of the rules. */
    public Policy with(RuleLevels said, Exceptions made) {
        return new Policy(failOn, required, unreachable, expectedBase, said, made);
    }

    /** What a database that cannot be reached means for the exit code. */
    public enum Unreachable {
        WARN,
        FAIL
    }
}
