package dev.migtrue.judge;

import dev.migtrue.facts.Survey;
import java.util.List;

/**
 * What a run concludes.
 *
 * @param items the findings, by project, then in the order in which migrations run, then by path, line and rule
 * @param suppressed findings that do not count, in the same order
 * @param skipped rules that could not say anything, and why
 * @param unverified what could not be looked at, without repeats
 * @param failing how many of the items reach the threshold
 * @param notices what there is to say of the configuration itself, a line each
 * @param read what was looked at
 */
public record Report(
        List<ReportItem> items,
        List<Suppressed> suppressed,
        List<Skipped> skipped,
        List<Unverified> unverified,
        int failing,
        List<String> notices,
        Survey read) {

    public Report {
        items = List.copyOf(items);
        suppressed = List.copyOf(suppressed);
        skipped = List.copyOf(skipped);
        unverified = List.copyOf(unverified);
        notices = List.copyOf(notices);
    }

    /** A report in which every finding counts. */
    public Report(
            List<ReportItem> items, List<Skipped> skipped, List<Unverified> unverified, int failing, Survey read) {
        this(items, List.of(), skipped, unverified, failing, List.of(), read);
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
