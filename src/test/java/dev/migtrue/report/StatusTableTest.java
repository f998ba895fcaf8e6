package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.judge.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatusTableTest {

    @Test
    void onlyProblemsAreListedWhenAskedFor() {
        assertThat(ids(Reports.foundingIncident(), StatusTable.Rows.PROBLEMS))
                .containsExactly(
                        "009_trace_source",
                        "010_trace_source_index",
                        "011_trace_scores",
                        "012_score_backfill",
                        "013_vendor_aliases",
                        "014_trace_mismatches");
    }

    @Test
    void onlyPendingOnesAreListedWhenAskedFor() {
        assertThat(ids(Reports.missingFileRow(), StatusTable.Rows.PENDING)).containsExactly("4");
    }

    @Test
    void emptyListStillSaysWhatThereIs() {
        assertThat(render(Reports.foundingIncident(), StatusTable.Rows.PENDING))
                .contains("14 migrations: 6 with a problem, 0 pending (0 listed)")
                .doesNotContain("001_users");
    }

    @Test
    void unreadDatabaseIsNeverAReasonToCallNothingPending() {
        assertThat(render(Reports.unreachableDatabase(), StatusTable.Rows.PENDING))
                .contains("pending not known");
    }

    @Test
    void everyOneOfManyHasItsLine() {
        assertThat(ids(Reports.many(2000), StatusTable.Rows.ALL)).hasSize(2000);
    }

    private static List<String> ids(Report report, StatusTable.Rows rows) {
        return render(report, rows)
                .lines()
                .filter(line -> line.matches("[! ] [0-9]\\S* {2,}\\S.*"))
                .map(line -> line.substring(2).replaceFirst(" .*", ""))
                .toList();
    }

    private static String render(Report report, StatusTable.Rows rows) {
        return new StatusTable(Style.PLAIN, rows, Summary.Detail.BRIEF).render(report.read());
    }
}
