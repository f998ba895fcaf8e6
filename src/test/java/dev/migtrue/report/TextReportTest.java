package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import dev.migtrue.model.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TextReportTest {

    private final ProjectFixture project = new ProjectFixture("tool", "", "db", Source.HEAD);

    @Test
    void nothingFoundIsNoText() {
        assertThat(new TextReport(Style.PLAIN, MadeUpPages.byId()).render(Reports.clean()))
                .isEmpty();
    }

    @Test
    void gravestComesFirst() {
        String text = render(item("b", Severity.NOTE, "help"), item("a", Severity.ERROR, "help"));

        assertThat(text.indexOf("error [some-rule]")).isZero();
        assertThat(text).contains("\n\nnote [some-rule]\n");
    }

    @Test
    void helpIsSaidOnceWhereItIsTheSame() {
        assertThat(render(item("a", Severity.ERROR, "do it"), item("b", Severity.ERROR, "do it")))
                .containsOnlyOnce("help: do it\n");
    }

    @Test
    void manyDifferentHelpsAreCounted() {
        assertThat(render(
                        item("a", Severity.ERROR, "do a"),
                        item("b", Severity.ERROR, "do b"),
                        item("c", Severity.ERROR, "do c"),
                        item("d", Severity.ERROR, "do d")))
                .contains("help: do a\n", "help: do c\n", "… and 1 more like it (--format json has all)\n")
                .doesNotContain("help: do d");
    }

    @Test
    void commandsThatDifferInMoreThanOnePathStayApart() {
        assertThat(render(
                        fixed("a", "git", "add", "--", "a"),
                        fixed("b", "git", "add", "-f", "--", "b"),
                        fixed("c", "git", "add", "--", "c"),
                        fixed("d", "alembic", "merge", "heads"),
                        fixed("e", "git", "mv", "--", "e", "f")))
                .contains("git add -- a c\n", "git add -f -- b\n", "alembic merge heads\n", "git mv -- e f\n");
    }

    private String render(ReportItem... items) {
        Report report = new Report(List.of(items), List.of(), List.of(), 0, Reports.survey(Optional.empty(), project));
        return new TextReport(Style.PLAIN, Map.of()).render(report);
    }

    private ReportItem fixed(String id, String... argv) {
        Finding finding = item(id, Severity.ERROR, "").finding();
        return Reports.item(project, Severity.ERROR, finding.withFix(new Fix.Command("do it", List.of(argv))));
    }

    private ReportItem item(String id, Severity severity, String help) {
        Location at = new Location.InFile(FileSpan.of(new RepoPath("db/" + id)));
        return Reports.item(
                project,
                severity,
                Finding.about(new RuleId("some-rule"), new MigrationId(id), at, "something is wrong here", help));
    }
}
