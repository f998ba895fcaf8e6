package dev.migtrue.cli;

import dev.migtrue.report.RulesTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migtrue rules}: lists the rules. */
@Command(name = "rules", description = "List the rules with their severity and what they need to have been looked at.")
final class RulesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private OutputOptions output = new OutputOptions();

    RulesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings
                .out()
                .print(new RulesTable(output.styleOfOutput(surroundings))
                        .render(Pages.load().byId().values()));
        return ExitCode.CLEAN.number();
    }
}
