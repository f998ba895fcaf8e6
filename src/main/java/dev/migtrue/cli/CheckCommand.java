package dev.migtrue.cli;

import static java.util.stream.Collectors.joining;

import dev.migtrue.cli.fix.Fixes;
import dev.migtrue.gather.git.Search;
import dev.migtrue.judge.Judge;
import dev.migtrue.judge.Policy;
import dev.migtrue.judge.Policy.Unreachable;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.Rules;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migtrue check}: reads everything, judges it, tells it. */
@Command(name = "check", description = "Compare the migrations of all places and report what does not agree.")
final class CheckCommand implements Callable<Integer> {

    /** Shorter ones are too likely to be another commit's as well. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

    private final Surroundings surroundings;

    /** A fix that is never done with would be a fault of ours. */
    private static final int MOST_ROUNDS = 10;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private ReviewOptions review = new ReviewOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(
            paramLabel = "PATH",
            description =
                    "Check only migrations of projects in or around these paths. A file that is a migration is looked at whatever its"
                            + " age; one that no migration system claims is looked at as a script of its own, and - is standard input.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--require",
            paramLabel = "WHAT",
            split = ",",
            description = "What must have been looked at: git, base, database, files, schema. Else the exit code is 3.")
    private Set<Need> required = EnumSet.noneOf(Need.class);

    @Option(
            names = "--schema",
            description =
                    "Also compare what the databases are made of with what the migrations build, as 'migtrue drift'"
                            + " does.")
    private boolean comparesSchemas;

    @Option(
            names = "--expect-base",
            paramLabel = "SHA",
            description =
                    "The commit that base must be at. Else the verdict is about another base: the exit code is 3.")
    private @Nullable String expectedBase;

    @Option(
            names = "--lost-found",
            description = "Search for the files of applied migrations also in what nothing in git refers to any more,"
                    + " as 'git fsck --lost-found' does.")
    private boolean searchesLostObjects;

    @Option(
            names = "--unreachable",
            paramLabel = "warn|fail",
            description = "What a database that cannot be reached means. Default: fail when CI is set, else warn.")
    private @Nullable Unreachable unreachable;

    @Mixin
    private FailOptions failing = new FailOptions();

    @Mixin
    private FormatOptions formats = new FormatOptions();

    @Mixin
    private FixOptions fixing = new FixOptions();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        formats.check();
        Pages pages = Pages.load();
        Reading read = reading.read(surroundings, wish());
        Policy policy = failing.policy(read, required, unreachable(), expectedBase());
        Judge judge = new Judge(Rules.ALL, pages.byId());
        Report first = judge.report(read.survey(), policy);
        boolean nothingToJudge = read.survey().projects().isEmpty();
        if (nothingToJudge && (!paths.isEmpty() || reading.namedSystems().isPresent())) {
            throw new UsageException("no migrations found" + asked());
        }
        if (fixing.isAskedToShow()) {
            return show(fixing.of(first, read.top()));
        }
        Report report = fixing.isAskedToFix()
                ? fixed(
                        first,
                        read,
                        () -> judge.report(reading.read(surroundings, wish()).survey(), policy))
                : first;
        formats.tell(
                new FormatOptions.Told(report, pages, policy.failOn(), read),
                surroundings,
                output,
                reading.start(surroundings));
        return ExitCode.of(report).number();
    }

    private int show(Fixes fixes) {
        surroundings.out().print(fixes.diff());
        surroundings.out().flush();
        surroundings
                .err()
                .println(
                        fixes.isEmpty()
                                ? "nothing to fix"
                                : "nothing was changed: --fix would do this, and then what it brings to light");
        return (fixes.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS).number();
    }

    /** Makes fixes until none is left, as some are in the way of others; gives what is found then. */
    private Report fixed(Report report, Reading read, Supplier<Report> again) {
        Report left = report;
        int made = 0;
        Fixes fixes = fixing.of(left, read.top());
        for (int round = 0; round < MOST_ROUNDS && !fixes.isEmpty(); round++) {
            made += fixes.make();
            left = again.get();
            fixes = fixing.of(left, read.top());
        }
        surroundings.err().println(made == 0 ? "nothing to fix" : "fixes made: " + made);
        return left;
    }

    private String asked() {
        String where = paths.isEmpty()
                ? ""
                : " in " + paths.stream().map(Path::toString).collect(joining(", "));
        return where + reading.namedSystems().map(names -> " of " + names).orElse("");
    }

    private Wish wish() {
        Wish asked = review.wish(paths, depth());
        boolean isOfSchemas = comparesSchemas || required.stream().anyMatch(Need::isOfSchemas);
        return isOfSchemas ? asked.with(new SchemaOptions().on(new ScratchOptions())) : asked;
    }

    private Search.Depth depth() {
        return searchesLostObjects ? Search.Depth.LOST_AND_FOUND : Search.Depth.KNOWN;
    }

    private Optional<String> expectedBase() {
        if (expectedBase == null) {
            return Optional.empty();
        }
        String commit = expectedBase.toLowerCase(Locale.ROOT);
        if (!COMMIT.matcher(commit).matches()) {
            throw new UsageException(
                    "--expect-base: '" + expectedBase + "' is not the id of a commit: give 7 to 64 hexadecimal digits");
        }
        return Optional.of(commit);
    }

    private Unreachable unreachable() {
        if (unreachable != null) {
            return unreachable;
        }
        return surroundings.environment().getOrDefault("CI", "").isEmpty() ? Unreachable.WARN : Unreachable.FAIL;
    }
}
