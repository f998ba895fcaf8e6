package dev.migtrue.cli;

import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.UsageException;
import dev.migtrue.report.Explanation;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code migtrue explain}: prints a rule's page. */
@Command(name = "explain", description = "Print the page of a rule.")
final class ExplainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "RULE", description = "The rule's id, as it stands in brackets behind a finding.")
    private String rule = "";

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Pages pages = Pages.load();
        RulePage page = pages.find(rule).orElseThrow(() -> unknown(pages));
        surroundings.out().print(new Explanation(output.styleOfOutput(surroundings)).render(page));
        return ExitCode.CLEAN.number();
    }

    private UsageException unknown(Pages pages) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String nearest = pages.byId().keySet().stream()
                .map(RuleId::value)
                .min(Comparator.comparing(id -> distance.apply(id, rule)))
                .orElseThrow();
        return new UsageException(
                "no rule is called '" + rule + "'; did you mean " + nearest + "? 'migtrue rules' lists them all");
    }
}
