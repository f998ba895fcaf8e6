package dev.migtrue.cli;

import dev.migtrue.cli.prove.Proving.Extent;
import dev.migtrue.cli.prove.Trial;
import dev.migtrue.cli.prove.TrialJson;
import dev.migtrue.cli.prove.TrialText;
import dev.migtrue.gather.git.Search;
import dev.migtrue.report.Summary.Detail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migtrue prove}: runs migrations twice where nothing can be lost. */
@Command(
        name = "prove",
        description = {
            "Run each new migration twice on a throw-away database, and tell what failed or changed the second time.",
            "",
            "Earlier migrations are run first. The databases of the project are never connected to. A server that is started for this"
                    + " listens on this machine only, asks for a random password and is gone with its files afterwards; yet what"
                    + " migrations do, they do as its administrator: prove only what you would run.",
            "",
            "The exit code is 0 when all second runs changed nothing, 1 when one failed or changed something, 3 when it could not be"
                    + " proven."
        })
final class ProveCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        JSON
    }

    private final Surroundings surroundings;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private ReviewOptions review = new ReviewOptions();

    @Mixin
    private ScratchOptions scratches = new ScratchOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(
            paramLabel = "PATH",
            description =
                    "Prove only migrations of projects in or around these paths. A file that is a migration is proven whatever its age;"
                            + " one that no migration system claims is run on an empty database.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--restarts",
            description =
                    "Also stop each migration behind each of its statements, and see whether the next run ends as if it had"
                            + " not been stopped.")
    private boolean restarts;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private @Nullable Format format;

    ProveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Extent extent = restarts ? Extent.WITH_RESTARTS : Extent.TWO_RUNS;
        return tell(new ProofRun(reading, scratches, surroundings)
                        .trials(review.wish(paths, Search.Depth.KNOWN), extent))
                .number();
    }

    private ExitCode tell(List<Trial> trials) {
        boolean isBad = trials.stream().anyMatch(Trial::isBad);
        boolean isOpen = trials.stream().anyMatch(Trial::isOpen);
        ExitCode end = isOpen ? ExitCode.UNVERIFIED : isBad ? ExitCode.FINDINGS : ExitCode.CLEAN;
        String text = format == Format.JSON ? TrialJson.of(trials, word(end)) : TrialText.of(trials);
        surroundings.out().print(text);
        surroundings.out().flush();
        if (output.detail() != Detail.LINE && format != Format.JSON && !trials.isEmpty()) {
            surroundings.err().println();
        }
        surroundings.err().println(summary(trials));
        return end;
    }

    private static String word(ExitCode end) {
        return switch (end) {
            case CLEAN -> "clean";
            case FINDINGS -> "findings";
            case UNVERIFIED, WRONG_USE, INTERNAL_ERROR -> "unverified";
        };
    }

    private static String summary(List<Trial> trials) {
        long bad = trials.stream().filter(Trial::isBad).count();
        long unproven = trials.stream()
                .filter(trial -> trial.product().isEmpty() || trial.isOpen())
                .count();
        return trials.isEmpty()
                ? "migtrue: nothing to prove: no migration is new; --all proves every one"
                : "migtrue: %d of %d must not run twice as they are, %d not proven"
                        .formatted(bad, trials.size(), unproven);
    }
}
