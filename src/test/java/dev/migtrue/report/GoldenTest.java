package dev.migtrue.report;

import dev.migtrue.judge.Report;
import dev.migtrue.model.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every renderer on every situation, compared with files that people have looked at. */
final class GoldenTest {

    @TestFactory
    Stream<DynamicTest> everySituationReadsAsItsFilesSay() {
        return situations().entrySet().stream()
                .flatMap(situation -> renderers().entrySet().stream().map(renderer -> {
                    String file = situation.getKey() + "." + renderer.getKey() + ".txt";
                    return DynamicTest.dynamicTest(
                            file,
                            () -> Golden.assertSame(file, renderer.getValue().apply(situation.getValue())));
                }));
    }

    @Test
    void colourMarksWhatIsGrave() {
        Report report = Reports.foundingIncident();
        Golden.assertSame(
                "founding-incident.coloured.txt",
                new TextReport(Style.COLOURED, MadeUpPages.byId()).render(report)
                        + new StatusTable(Style.COLOURED, StatusTable.Rows.ALL, Summary.Detail.BRIEF)
                                .render(report.read())
                        + new Summary(Style.COLOURED, Summary.Detail.BRIEF).render(report));
    }

    @Test
    void rulePageReadsWellInATerminal() {
        Golden.assertSame("explain.plain.txt", new Explanation(Style.PLAIN).render(MadeUpPages.UNTRACKED));
        Golden.assertSame("explain.coloured.txt", new Explanation(Style.COLOURED).render(MadeUpPages.UNTRACKED));
    }

    @Test
    void rulesAreListedInColumns() {
        Golden.assertSame("rules.txt", new RulesTable(Style.PLAIN).render(MadeUpPages.ALL));
    }

    private static Map<String, Report> situations() {
        Map<String, Report> situations = new LinkedHashMap<>();
        situations.put("founding-incident", Reports.foundingIncident());
        situations.put("clean", Reports.clean());
        situations.put("unreachable-database", Reports.unreachableDatabase());
        situations.put("missing-file-row", Reports.missingFileRow());
        situations.put("two-projects", Reports.twoProjects());
        situations.put("hostile", Reports.hostile());
        situations.put("nothing-to-check", Reports.nothingToCheck());
        situations.put("fixable", Reports.fixable());
        situations.put("many", Reports.many(25));
        return situations;
    }

    private static Map<String, Function<Report, String>> renderers() {
        Map<String, Function<Report, String>> renderers = new LinkedHashMap<>();
        renderers.put("concise", new ConciseReport()::render);
        renderers.put("text", new TextReport(Style.PLAIN, MadeUpPages.byId())::render);
        renderers.put("summary", new Summary(Style.PLAIN, Summary.Detail.FULL)::render);
        renderers.put("json", new JsonReport("0.1.0")::render);
        renderers.put("sarif", new SarifReport("0.1.0", MadeUpPages.ALL)::render);
        renderers.put("junit", new JunitReport(MadeUpPages.ALL, Severity.ERROR)::render);
        renderers.put("github", new GitHubReport()::render);
        renderers.put("gitlab", new GitLabReport()::render);
        renderers.put("step-summary", report -> new StepSummary(MadeUpPages.byId()).render(report, Integer.MAX_VALUE));
        renderers.put(
                "status",
                report ->
                        new StatusTable(Style.PLAIN, StatusTable.Rows.ALL, Summary.Detail.BRIEF).render(report.read()));
        return renderers;
    }
}
