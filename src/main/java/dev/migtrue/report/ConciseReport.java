package dev.migtrue.report;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.model.Finding;
import java.util.stream.Collectors;

/**
 * A report as one line per finding, for editors and {@code grep}: {@code PATH:LINE:COL: SEVERITY: MESSAGE [RULE]}. A
 * row of a version table stands as {@code TABLE(ROW)}, the whole repository as {@code -}. Never coloured.
 */
public final class ConciseReport {

    /** The findings in reading order; empty when there is none. */
    public String render(Report report) {
        return report.items().stream().map(ConciseReport::line).collect(Collectors.joining());
    }

    private static String line(ReportItem item) {
        Finding finding = item.finding();
        String line = "%s: %s: %s [%s]"
                .formatted(Place.exact(finding.at()), item.severity().label(), finding.message(), finding.rule());
        return Visible.of(line) + "\n";
    }
}
