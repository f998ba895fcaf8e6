package dev.migtrue.cli;

import dev.migtrue.judge.Outcome;
import dev.migtrue.judge.Report;

/** The exit codes that scripts rely on. */
enum ExitCode {
    CLEAN(0),
    FINDINGS(1),
    WRONG_USE(2),
    UNVERIFIED(3),
    INTERNAL_ERROR(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the process ends with. */
    int number() {
        return number;
    }

    /** How a run with this report ends: a gap that the policy tolerates does not make it fail. */
    static ExitCode of(Report report) {
        if (report.isShortOfRequired()) {
            return UNVERIFIED;
        }
        return report.outcome() == Outcome.FINDINGS ? FINDINGS : CLEAN;
    }
}
