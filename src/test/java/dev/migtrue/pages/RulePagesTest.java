package dev.migtrue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.report.ConciseReport;
import dev.migtrue.testing.GoldenUpdate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every example of every page says what the tool says of it, in memory. */
class RulePagesTest {

    @TestFactory
    Stream<DynamicNode> examplesSayWhatTheToolSays() {
        return ExampleTests.of(RulePagesTest::check);
    }

    private static void check(RulePage page, Example example) {
        Report report = InMemoryRun.of(example.scenario()).report();
        assertThat(report.read().projects()).as("projects found").hasSize(1);
        String said = Example.told(
                page,
                Example.shown(new ConciseReport().render(report), report.read().base()));
        if (GoldenUpdate.isAsked()) {
            Pages.updateFindings(page, example, said);
            return;
        }
        assertThat(said).as("rules/%s.md, %s", page.id(), example.heading()).isEqualTo(example.findings());
        if (example.isBad()) {
            assertThat(said.lines())
                    .as("lines of the rule itself")
                    .anyMatch(line -> line.endsWith("[" + page.id() + "]"));
        }
    }
}
