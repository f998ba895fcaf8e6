package dev.migtrue.cli;

import dev.migtrue.cli.Rendering.Format;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.Severity;
import dev.migtrue.report.ConciseReport;
import dev.migtrue.report.GitHubReport;
import dev.migtrue.report.GitLabReport;
import dev.migtrue.report.Json;
import dev.migtrue.report.JsonReport;
import dev.migtrue.report.JunitReport;
import dev.migtrue.report.SarifReport;
import dev.migtrue.report.Style;
import dev.migtrue.report.TextReport;
import java.util.List;
import java.util.SequencedCollection;

/**
 * What makes a text of a report, for each format.
 *
 * @param failOn the least grave finding that makes the run fail
 * @param others what JSON tells besides the report
 */
record Renderers(Pages pages, Severity failOn, List<Json.Member> others) {

    String render(Format format, Report report, Style style) {
        SequencedCollection<RulePage> inOrder = pages.byId().sequencedValues();
        String version = Commands.Version.current();
        return switch (format) {
            case TEXT -> new TextReport(style, pages.byId()).render(report);
            case CONCISE -> new ConciseReport().render(report);
            case JSON -> new JsonReport(version, others).render(report);
            case SARIF -> new SarifReport(version, inOrder).render(report);
            case JUNIT -> new JunitReport(inOrder, failOn).render(report);
            case GITHUB -> new GitHubReport().render(report);
            case GITLAB -> new GitLabReport().render(report);
        };
    }
}
