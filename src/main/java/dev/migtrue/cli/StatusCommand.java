package dev.migtrue.cli;

import dev.migtrue.facts.Survey;
import dev.migtrue.report.StatusTable;
import dev.migtrue.report.StatusTable.Rows;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migtrue status}: the joined table of every migration in every place. */
@Command(
        name = "status",
        description = "Show every migration in the working tree, the index, HEAD, the base branch and each database.")
final class StatusCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @ArgGroup
    private Filter filter = new Filter();

    /** One of the two, or none. */
    private static final class Filter {

        @Option(names = "--pending", description = "Only migrations that are not applied.")
        private boolean pending;

        @Option(names = "--problems", description = "Only migrations that the places do not agree on.")
        private boolean problems;

        Rows rows() {
            if (pending) {
                return Rows.PENDING;
            }
            return problems ? Rows.PROBLEMS : Rows.ALL;
        }
    }

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Reading read = reading.read(surroundings, Wish.PLACES);
        Survey survey = read.survey();
        output.tellOrigins(surroundings, read);
        surroundings
                .out()
                .print(new StatusTable(output.styleOfOutput(surroundings), filter.rows(), output.detail())
                        .render(survey));
        return ExitCode.CLEAN.number();
    }
}
