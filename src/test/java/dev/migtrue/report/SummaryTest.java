package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.Unverified;
import dev.migtrue.judge.Unverified.Weight;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SummaryTest {

    @Test
    void closingLineStandsAlone() {
        assertThat(render(Reports.foundingIncident(), Summary.Detail.LINE))
                .isEqualTo("6 errors in 14 migrations (alembic in backend)\n");
    }

    @Test
    void nothingFoundIsSaidWithWhereWasLooked() {
        assertThat(render(Reports.clean(), Summary.Detail.LINE))
                .isEqualTo("nothing found in 14 migrations (alembic in backend)"
                        + " · looked at working tree, index, HEAD, base, database default\n");
    }

    @Test
    void databaseThatNobodyNamedIsMissed() {
        assertThat(render(Reports.hostile(), Summary.Detail.LINE)).endsWith(" · no database was looked at\n");
    }

    @Test
    void skippedRulesAreNamedOnlyOnDemand() {
        assertThat(render(Reports.unreachableDatabase(), Summary.Detail.BRIEF))
                .contains("3 rules need database: default: connection refused\n")
                .doesNotContain("applied-but-missing");
        assertThat(render(Reports.unreachableDatabase(), Summary.Detail.FULL))
                .contains("(applied-but-missing, pending-migration, uncommitted-but-applied)\n");
    }

    @Test
    void manyGapsAreCountedAndListedOnlyOnDemand() {
        Report clean = Reports.clean();
        List<Unverified> gaps = IntStream.range(0, 12)
                .mapToObj(i -> new Unverified("db/" + i + ".py", "is not UTF-8", Weight.TOLERATED))
                .toList();
        Report report = new Report(clean.items(), clean.skipped(), gaps, 0, clean.read());

        assertThat(render(report, Summary.Detail.BRIEF)).contains("db/4.py").contains("… and 7 more (-v lists all)");
        assertThat(render(report, Summary.Detail.BRIEF)).doesNotContain("db/5.py");
        assertThat(render(report, Summary.Detail.FULL)).contains("db/11.py").doesNotContain("more (-v");
        assertThat(render(report, Summary.Detail.LINE)).contains("db/1.py not read: is not UTF-8 · 10 more not read");
    }

    private static String render(Report report, Summary.Detail detail) {
        return new Summary(Style.PLAIN, detail).render(report);
    }
}
