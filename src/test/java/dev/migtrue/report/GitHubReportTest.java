package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Severity;
import dev.migtrue.model.Source;
import dev.migtrue.model.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GitHubReportTest {

    private static final ProjectFixture SHOP = new ProjectFixture("flyway", "", "db", Source.WORKING_TREE);

    /** The grammar that GitHub documents: properties without raw commas, colons or line ends, then the text. */
    private static final Pattern COMMAND = Pattern.compile("::(error|warning|notice) "
            + "(file=[^,:]+,line=\\d+,endLine=\\d+(,col=\\d+,endColumn=\\d+)?,)?title=[^,:]+::[^\\r\\n]+");

    @ParameterizedTest
    @MethodSource("dev.migtrue.report.Reports#all")
    void everyLineButTheLastIsAWorkflowCommand(Report report) {
        List<String> lines = new GitHubReport().render(report).lines().toList();

        assertThat(lines.subList(0, lines.size() - 1))
                .allMatch(line -> COMMAND.matcher(line).matches());
        assertThat(lines.getLast()).startsWith("migtrue: ");
    }

    @Test
    void noMoreThanTenOfAKindAreWrittenAndTheRestIsCounted() {
        List<String> lines = new GitHubReport().render(Reports.many(25)).lines().toList();

        assertThat(lines).hasSize(11);
        assertThat(lines.getLast())
                .startsWith("migtrue: 25 errors in 25 migrations")
                .contains("15 findings without annotation");
    }

    @Test
    void gravestComeFirst() {
        Report report = report(item(Severity.NOTE, "c.sql", "n"), item(Severity.ERROR, "a.sql", "e"));

        assertThat(new GitHubReport().render(report).lines())
                .first(InstanceOfAssertFactories.STRING)
                .startsWith("::error file=a.sql,");
    }

    @Test
    void whatWouldEndAPropertyOrTheCommandIsEscaped() {
        Report report = report(item(Severity.WARNING, "50%,a:b.sql", "1% of\r\nall::error::x"));

        assertThat(new GitHubReport().render(report))
                .startsWith("::warning file=50%25%2Ca%3Ab.sql,line=1,endLine=1,title=migtrue (failed-migration)"
                        + "::1%25 of\\r\\nall::error::x%0Ahelp: do it\n");
    }

    @Test
    void columnsAreGivenOnlyWithinOneLine() {
        assertThat(new GitHubReport().render(report(item(new Span(2, 3, 2, 9)))))
                .contains(",line=2,endLine=2,col=3,endColumn=9,");
        assertThat(new GitHubReport().render(report(item(new Span(2, 3, 4, 9)))))
                .contains(",line=2,endLine=4,title=");
    }

    @Test
    void stepSummarySaysEverythingWhereThereIsRoom() {
        String summary = new StepSummary(MadeUpPages.byId()).render(Reports.many(25), 1 << 20);

        assertThat(summary)
                .startsWith("## migtrue: 25 errors in 25 migrations (flyway)")
                .contains("V1\\_\\_step\\_1.sql", "V25\\_\\_step\\_25.sql");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 100, 200, 500, 1_000, 5_000, 20_000})
    void stepSummaryIsNeverLargerThanItsRoom(int room) {
        String summary = new StepSummary(MadeUpPages.byId()).render(Reports.many(1_000), room);

        assertThat(summary.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(room);
        assertThat(summary)
                .satisfiesAnyOf(
                        text -> assertThat(text).isEmpty(),
                        text -> assertThat(text).contains("and more"),
                        text -> assertThat(text).contains("… and 800 more", "Looked at"));
    }

    @Test
    void stepSummaryIsNoOnesMarkdownButOurs() {
        assertThat(MarkdownText.of("a|b [x](y) <img> `c` *d* @all $1 \n#2"))
                .isEqualTo("a\\|b \\[x\\](y) \\<img\\> \\`c\\` \\*d\\* \\@all \\$1 \\\\n\\#2");
    }

    private static Report report(ReportItem... items) {
        return new Report(List.of(items), List.of(), List.of(), items.length, Reports.survey(Optional.empty(), SHOP));
    }

    private static ReportItem item(Severity severity, String path, String message) {
        FileSpan at = FileSpan.of(new RepoPath(path));
        return Reports.item(SHOP, severity, Finding.inFile(MadeUpPages.rule("failed-migration"), at, message, "do it"));
    }

    private static ReportItem item(Span span) {
        Location at = new Location.InFile(new FileSpan(new RepoPath("a.sql"), span));
        return Reports.item(
                SHOP,
                Severity.ERROR,
                new Finding(
                        MadeUpPages.rule("failed-migration"),
                        Optional.empty(),
                        at,
                        "m",
                        "",
                        List.of(),
                        Optional.empty()));
    }
}
