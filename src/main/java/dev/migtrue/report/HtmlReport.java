package dev.migtrue.report;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.judge.Unverified;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** A report as one HTML page that needs nothing else: no script, no font, no picture is fetched. */
public final class HtmlReport {

    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; background: #fff }
            h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem } h3 { font-size: 1rem; margin: 1.5rem 0 .3rem }
            code, pre { font: 14px/1.45 ui-monospace, monospace } pre { white-space: pre-wrap; background: #f4f5f7; padding: .6rem }
            .error { color: #b3261e } .warning { color: #8a5300 } .note { color: #3a5a86 }
            li { margin: .4rem 0 } .detail { color: #4a5158; margin: .1rem 0 }
            @media (prefers-color-scheme: dark) { body { color: #e4e6e9; background: #16181b } pre { background: #24272b }
              .error { color: #ff8a80 } .warning { color: #ffc266 } .note { color: #9ec1f7 } .detail { color: #a9b0b7 } }
            """;

    private final Map<RuleId, RulePage> pages;
    private final List<Chapter> others;

    /** More to tell at the end: lines under a title. */
    public record Chapter(String title, List<String> lines) {

        public Chapter {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param pages the pages of the rules, for their titles
     * @param others what is told besides findings
     */
    public HtmlReport(Map<RuleId, RulePage> pages, List<Chapter> others) {
        this.pages = Map.copyOf(pages);
        this.others = List.copyOf(others);
    }

    /** The page. What others wrote stands in it as text only. */
    public String render(Report report) {
        StringBuilder html = new StringBuilder("""
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>migtrue</title>
                <style>
                """).append(STYLE).append("</style>\n</head>\n<body>\n<h1>Are the migrations true?</h1>\n");
        html.append("<p>").append(text(ClosingLine.text(report))).append("</p>\n");
        findings(html, report);
        list(html, "Looked at", new Coverage(report.read()).read());
        list(html, "Not looked at", gaps(report));
        list(html, "To look after", report.notices());
        others.forEach(chapter -> chapter(html, chapter));
        return html.append("</body>\n</html>\n").toString();
    }

    private void findings(StringBuilder html, Report report) {
        html.append("<h2>Findings</h2>\n");
        if (report.items().isEmpty()) {
            html.append("<p>None.</p>\n");
        }
        for (Severity severity : Severity.values()) {
            byRule(report, severity).forEach((rule, items) -> {
                html.append("<h3 class=\"%s\">%s: %s <code>%s</code></h3>\n<ul>\n"
                        .formatted(severity.label(), severity.label(), text(title(rule)), text(rule.value())));
                items.forEach(item -> finding(html, item));
                html.append("</ul>\n");
            });
        }
    }

    private static SequencedMap<RuleId, List<ReportItem>> byRule(Report report, Severity severity) {
        SequencedMap<RuleId, List<ReportItem>> byRule = new LinkedHashMap<>();
        report.items().stream()
                .filter(item -> item.severity() == severity)
                .forEach(item -> byRule.merge(item.finding().rule(), List.of(item), (some, more) -> Stream.concat(
                                some.stream(), more.stream())
                        .toList()));
        return byRule;
    }

    private String title(RuleId rule) {
        return Optional.ofNullable(pages.get(rule)).map(RulePage::title).orElse(rule.value());
    }

    private static void finding(StringBuilder html, ReportItem item) {
        List<String> lines = new Statement(item.finding()).lines();
        html.append("<li>").append(text(lines.getFirst())).append(" <code>")
                .append(text(Place.exact(item.finding().at())))
                .append("</code>\n");
        lines.stream()
                .skip(1)
                .forEach(line -> html.append("<p class=\"detail\">").append(text(line)).append("</p>\n"));
        html.append("</li>\n");
    }

    private static List<String> gaps(Report report) {
        Stream<String> unverified = report.unverified().stream().map(HtmlReport::words);
        Stream<String> gaps = Gap.of(report.read()).stream().map(Gap::toString);
        return Stream.concat(unverified, gaps).distinct().toList();
    }

    private static String words(Unverified unverified) {
        return unverified.what() + ": " + unverified.reason();
    }

    private static void list(StringBuilder html, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            html.append("<h2>").append(title).append("</h2>\n<ul>\n");
            lines.forEach(line -> html.append("<li>").append(text(line.strip())).append("</li>\n"));
            html.append("</ul>\n");
        }
    }

    private static void chapter(StringBuilder html, Chapter chapter) {
        if (!chapter.lines().isEmpty()) {
            html.append("<h2>").append(text(chapter.title())).append("</h2>\n<pre>");
            chapter.lines().forEach(line -> html.append(text(line)).append('\n'));
            html.append("</pre>\n");
        }
    }

    /** As HTML shows it: nothing in it is markup. */
    private static String text(String said) {
        return Visible.of(said)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
