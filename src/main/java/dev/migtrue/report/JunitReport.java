package dev.migtrue.report;

import dev.migtrue.facts.Facts;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.judge.Skipped;
import dev.migtrue.judge.Unverified;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.Location;
import dev.migtrue.model.Project;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import dev.migtrue.report.JunitCase.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * A report as JUnit's XML: a suite per project, in it a case for each rule and file with findings, and one for each
 * rule without. The first suite is about the run itself; its first case passes, so that no report is without a test.
 */
public final class JunitReport {

    private final List<RulePage> pages;
    private final Severity failOn;

    /**
     * @param pages the pages of the rules, in their order
     * @param failOn the least grave finding that fails its case
     */
    public JunitReport(Collection<RulePage> pages, Severity failOn) {
        this.pages = List.copyOf(pages);
        this.failOn = failOn;
    }

    public String render(Report report) {
        SequencedMap<String, List<JunitCase>> suites = new LinkedHashMap<>();
        suites.put("migtrue", run(report));
        for (Facts facts : report.read().projects()) {
            suites.put(Place.of(facts.project()), cases(report, facts));
        }
        XmlText xml = new XmlText().start("testsuites").with("name", "migtrue");
        JunitCase.count(suites.values().stream().flatMap(List::stream).toList(), xml);
        suites.forEach((name, cases) -> {
            xml.start("testsuite").with("name", Visible.of(name));
            JunitCase.count(cases, xml);
            xml.with("skipped", JunitCase.of(Verdict.SKIPPED, cases));
            cases.forEach(each -> each.addTo(xml));
            xml.end();
        });
        return xml.end().document();
    }

    /** What was not looked at is no passed test. */
    private static List<JunitCase> run(Report report) {
        List<JunitCase> cases = new ArrayList<>();
        cases.add(new JunitCase("migtrue", "the check ran", Verdict.PASSED, List.of(ClosingLine.text(report))));
        for (Unverified gap : report.unverified()) {
            Verdict verdict = switch (gap.weight()) {
                case REQUIRED -> Verdict.BROKEN;
                case TOLERATED -> Verdict.SKIPPED;
            };
            cases.add(new JunitCase("migtrue", gap.what() + " was read", verdict, List.of(gap.reason())));
        }
        return cases;
    }

    private List<JunitCase> cases(Report report, Facts facts) {
        Project project = facts.project();
        SequencedMap<RuleId, SequencedMap<String, List<ReportItem>>> found = new LinkedHashMap<>();
        SequencedSet<RuleId> told = new LinkedHashSet<>();
        pages.stream()
                .filter(page -> page.isAboutContent() || !facts.isOfScripts())
                .forEach(page -> told.add(page.id()));
        for (ReportItem item : report.items()) {
            if (item.project().equals(project)) {
                told.add(item.finding().rule());
                found.computeIfAbsent(item.finding().rule(), rule -> new LinkedHashMap<>())
                        .computeIfAbsent(place(item), place -> new ArrayList<>())
                        .add(item);
            }
        }
        List<JunitCase> cases = new ArrayList<>();
        for (RuleId rule : told) {
            Optional.ofNullable(found.get(rule))
                    .ifPresentOrElse(
                            places -> places.forEach((place, items) -> cases.add(failed(rule, place, items))),
                            () -> cases.add(withoutFinding(report, project, rule)));
        }
        return cases;
    }

    private static String place(ReportItem item) {
        return switch (item.finding().at()) {
            case Location.InFile file -> file.at().path().toString();
            case Location.InVersionTable row -> Place.exact(row);
            case Location.InSchema schema -> Place.exact(schema);
            case Location.WholeRepository whole -> Place.of(item.project());
        };
    }

    private JunitCase failed(RuleId rule, String place, List<ReportItem> items) {
        boolean fails = items.stream().anyMatch(item -> item.severity().reaches(failOn));
        List<String> lines = new ArrayList<>();
        items.forEach(item -> lines.addAll(new Statement(item.finding()).lines()));
        return new JunitCase(className(rule), place, fails ? Verdict.FAILED : Verdict.PASSED, lines);
    }

    private static JunitCase withoutFinding(Report report, Project project, RuleId rule) {
        List<String> reasons = report.skipped().stream()
                .filter(skipped ->
                        skipped.rule().equals(rule) && skipped.project().equals(project))
                .map(JunitReport::reason)
                .toList();
        Verdict verdict = reasons.isEmpty() ? Verdict.PASSED : Verdict.SKIPPED;
        return new JunitCase(className(rule), Place.of(project), verdict, reasons);
    }

    private static String reason(Skipped skipped) {
        return "needs " + skipped.need().label() + ": " + skipped.reason();
    }

    private static String className(RuleId rule) {
        return "migtrue." + rule;
    }
}
