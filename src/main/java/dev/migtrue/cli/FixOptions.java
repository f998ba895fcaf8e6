package dev.migtrue.cli;

import dev.migtrue.cli.fix.Fixes;
import dev.migtrue.judge.Report;
import dev.migtrue.model.Fix.Safety;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Whether to change files: the options of commands that can. */
final class FixOptions {

    @Option(
            names = "--fix",
            description =
                    "Write the fixes after which a migration leaves alone what is there already into files that nobody has"
                            + " run yet, and report what is left.")
    private boolean fixes;

    @Option(
            names = "--unsafe-fixes",
            description = "With --fix or --diff: those too after which a migration replaces what is there already.")
    private boolean unsafe;

    @Option(names = "--diff", description = "Show what --fix would change, and change nothing.")
    private boolean shows;

    boolean isAskedToFix() {
        return fixes && !shows;
    }

    boolean isAskedToShow() {
        return shows;
    }

    /** The fixes of a report that are asked for. */
    Fixes of(Report report, Path top) {
        Set<Safety> wanted = unsafe ? EnumSet.allOf(Safety.class) : EnumSet.of(Safety.SAFE);
        return Fixes.of(report, top, wanted);
    }
}
