package dev.migtrue.cli;

import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.UsageException;
import dev.migtrue.report.Explanation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code migtrue explain}: prints a rule's page. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Print the page of a rule.")
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
        RulePage page = Pages.load()
                .find(rule)
                .orElseThrow(() -> new UsageException("no rule is called '" + rule + "'; see 'migtrue rules'"));
        surroundings.out().print(new Explanation(output.styleOfOutput(surroundings)).render(page));
        return ExitCode.CLEAN.number();
    }
}
