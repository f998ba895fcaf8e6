package dev.migtrue.judge;

import dev.migtrue.facts.Survey;
import java.util.List;

/**
 * What a run concludes.
 *
 * @param items the findings, by project, then in the order in which migrations run, then by path, line and rule
 * @param skipped rules that could not say anything, and why
 * @param unverified what could not be looked at, without repeats
 * @param failing how many of the items reach the threshold
 * @param read what was looked at
 */
public record Report(
        List<ReportItem> items, List<Skipped> skipped, List<Unverified> unverified, int failing, Survey read) {

    public Report {
        items = List.copyOf(items);
        skipped = List.copyOf(skipped);
        unverified = List.copyOf(unverified);
    }

    /** What the run concludes; an unverified requirement weighs more than findings, and findings more than a tolerated gap. */
    public Outcome outcome() {
        if (isShortOfRequired()) {
            return Outcome.UNVERIFIED;
        }
        if (failing > 0) {
            return Outcome.FINDINGS;
        }
        return unverified.isEmpty() ? Outcome.CLEAN : Outcome.UNVERIFIED;
    }

    /** Whether something required could not be verified. */
    public boolean isShortOfRequired() {
        return unverified.stream().anyMatch(gap -> gap.weight() == Unverified.Weight.REQUIRED);
    }
}
