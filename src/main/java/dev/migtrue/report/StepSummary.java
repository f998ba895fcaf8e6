package dev.migtrue.report;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.Finding;
import dev.migtrue.model.RuleId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report in Markdown for the page that GitHub shows of a job, which has room for more than annotations. */
public final class StepSummary {

    /** Findings of one rule beyond these are only counted. */
    private static final int LISTED = 200;

    private static final int HELPS = 3;
    private static final String LEFT_OUT = "\n… and more, for which there is no room on this page.\n";

    private final Map<RuleId, RulePage> pages;

    /** @param pages the pages of the rules, for their titles */
    public StepSummary(Map<RuleId, RulePage> pages) {
        this.pages = Map.copyOf(pages);
    }

    /**
     * The page: what the run came to, the findings by rule, and what was looked at.
     *
     * @param room how many bytes of UTF-8 it may have; where they do not suffice, the end is left out, and where they
     *     are too few for anything, the text is empty
     */
    public String render(Report report, int room) {
        List<String> sections = new ArrayList<>();
        sections.add("## migtrue: " + MarkdownText.of(ClosingLine.text(report)) + "\n");
        boolean several = report.read().projects().size() > 1;
        Block.of(report).forEach(block -> sections.add(section(block, several)));
        if (!report.read().projects().isEmpty()) {
            sections.add(listed("Looked at", new Coverage(report.read()).read()));
            sections.add(listed(
                    "Not looked at",
                    Gap.of(report.read()).stream().map(Gap::toString).toList()));
        }
        return cut(sections, room - size(LEFT_OUT));
    }

    private static String cut(List<String> sections, int room) {
        StringBuilder page = new StringBuilder();
        int used = 0;
        for (String section : sections) {
            used += size(section);
            if (used > room) {
                return page.isEmpty() ? "" : page.append(LEFT_OUT).toString();
            }
            page.append(section);
        }
        return page.toString();
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private String section(Block block, boolean several) {
        List<Finding> findings = block.findings();
        String label = block.severity().label();
        StringBuilder section = new StringBuilder("\n### ");
        section.append(findings.size() == 1 ? label : Quantity.of(findings.size(), label));
        Optional.ofNullable(pages.get(block.rule()))
                .ifPresent(page -> section.append(": ").append(MarkdownText.of(page.title())));
        section.append(" (").append(block.rule());
        section.append(several ? ", " + MarkdownText.of(Place.of(block.project())) : "")
                .append(")\n\n");
        section.append("| where | what |\n|---|---|\n");
        findings.stream()
                .limit(LISTED)
                .forEach(finding -> section.append("| ")
                        .append(MarkdownText.of(Place.brief(finding.at())))
                        .append(" | ")
                        .append(MarkdownText.of(finding.message()))
                        .append(" |\n"));
        if (findings.size() > LISTED) {
            section.append("\n… and ").append(findings.size() - LISTED).append(" more\n");
        }
        return section.append(wayOut(findings)).toString();
    }

    private static String wayOut(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        findings.stream()
                .map(Finding::help)
                .filter(help -> !help.isEmpty())
                .distinct()
                .limit(HELPS)
                .forEach(help ->
                        text.append("\nHelp: ").append(MarkdownText.of(help)).append('\n'));
        for (Cure cure : Cure.of(findings.subList(0, Math.min(LISTED, findings.size())))) {
            text.append("\nFix: ")
                    .append(MarkdownText.of(cure.title().orElse("run")))
                    .append("\n\n```sh\n");
            new ShellCommand(cure.argv())
                    .lines(Flow.LINE)
                    .forEach(line -> text.append(line).append('\n'));
            text.append("```\n");
        }
        return text.toString();
    }

    private static String listed(String title, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : lines.stream()
                        .map(line -> "- " + MarkdownText.of(line) + "\n")
                        .collect(Collectors.joining("", "\n### " + title + "\n\n", ""));
    }
}
