package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.hook.HookStage;
import dev.migtrue.hook.HookStage.Side;
import dev.migtrue.judge.ChangeReview;
import dev.migtrue.judge.Exceptions.Extent;
import dev.migtrue.judge.Policy;
import dev.migtrue.judge.Policy.Unreachable;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.Rules;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Failure;
import dev.migtrue.model.Severity;
import dev.migtrue.model.UsageException;
import dev.migtrue.report.Advice;
import dev.migtrue.report.Summary;
import dev.migtrue.report.Summary.Detail;
import dev.migtrue.report.TextReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migtrue hook run STAGE}: what an installed hook calls. It says nothing when it has nothing to say. */
@Command(
        name = "run",
        description = {
            "Judge what git is about to do; called by an installed hook.",
            "",
            "pre-commit and pre-merge-commit judge the index that git names; pre-push reads from standard input what is"
                    + " pushed, and pre-receive what is received. Only what the commit or push itself brings or leaves behind"
                    + " stops it; what was wrong before does not, and what it has nothing to do with is a note. No database is"
                    + " connected to unless one is named here or by 'hook' in migtrue.yaml; what 'migtrue snapshot' kept of"
                    + " one is gone by without.",
            "",
            "post-checkout, post-merge and post-rewrite (after a rebase) tell which migrations came in, what a database has"
                    + " not run of them, what it has run whose file went away, and what is untracked. They never fail."
        })
final class HookRunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "STAGE", description = HookSetup.STAGES)
    private String stage = "";

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "What git passes to the hook.")
    private List<String> passed = new ArrayList<>();

    @Option(names = "-C", paramLabel = "DIR", description = "Run as if started in DIR.")
    private @Nullable Path directory;

    @Option(
            names = "--db",
            paramLabel = "NAME|URL",
            description = "A database whose version table to read as well, in a clone: one that migtrue.yaml names,"
                    + " or its URL; may be given several times. Default: what 'hook' in migtrue.yaml says, else what"
                    + " 'migtrue snapshot' kept, else none.")
    private List<String> databases = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. Default: migtrue.yaml at the top of the repository, if it is there.")
    private @Nullable Path configuration;

    @Option(
            names = "--unreachable",
            paramLabel = "warn|fail",
            defaultValue = "warn",
            description = "What a database, or a repository, that cannot be read means. Default: warn.")
    private Unreachable unreachable = Unreachable.WARN;

    HookRunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path start = directory == null
                ? surroundings.directory()
                : surroundings.directory().resolve(directory);
        HookStage known = HookSetup.stage(stage);
        if (known.side() == Side.SERVER && !databases.isEmpty()) {
            throw new UsageException("--db: what is received is judged without a database; leave it out for " + stage);
        }
        Surroundings there = surroundings.in(start);
        return known.isAdvice() ? advise(known, there) : judge(known, there);
    }

    private Workplace open(Surroundings there) {
        return Workplace.open(there, Optional.empty(), Optional.ofNullable(configuration));
    }

    /** What follows from what the project says. */
    private record Ways(List<String> databases, Pages pages, ChangeReview review) {}

    private Ways ways(HookStage known, Surroundings there, Workplace workplace) {
        Configuration said = workplace.configuration();
        Pages pages = Pages.load();
        Policy policy = new Policy(said.failOn().orElse(Severity.ERROR), Set.of(), unreachable)
                .with(said.levels(), Reading.exceptions(said, Extent.PART));
        return new Ways(
                databases.isEmpty() && known.side() != Side.SERVER
                        ? usual(said, KeptSnapshot.of(said, there, workplace.repository()))
                        : databases,
                pages,
                new ChangeReview(Rules.ALL, pages.byId(), policy));
    }

    /** What the project names, else what was kept for this. */
    private static List<String> usual(Configuration said, KeptSnapshot snapshot) {
        List<String> configured =
                said.hook().databases().stream().map(DatabaseName::value).toList();
        return configured.isEmpty() && snapshot.exists() ? List.of(KeptSnapshot.WORD) : configured;
    }

    private int judge(HookStage known, Surroundings there) {
        try (Workplace workplace = open(there)) {
            Ways ways = ways(known, there, workplace);
            List<Report> reports = new Hooked(there, workplace, ways.databases(), ways.review()).reports(known, passed);
            long telling = reports.stream().filter(HookRunCommand::isTelling).count();
            reports.stream().filter(HookRunCommand::isTelling).forEach(report -> {
                report.read()
                        .head()
                        .filter(head -> telling > 1)
                        .ifPresent(head -> surroundings.err().println(head.name() + ":"));
                tell(report, ways.pages());
            });
            return conclude(known, reports);
        } catch (Failure failure) {
            if (unreachable == Unreachable.FAIL) {
                throw failure;
            }
            surroundings.err().println("migtrue: not checked: " + failure.problem());
            surroundings.err().println("  " + failure.remedy());
            return ExitCode.CLEAN.number();
        }
    }

    /** Whatever happens: git has done its work already, and a hook that fails would make it look as if it had not. */
    private int advise(HookStage known, Surroundings there) {
        try (Workplace workplace = open(there)) {
            Ways ways = ways(known, there, workplace);
            new HookedArrival(there, workplace, ways.databases(), ways.review())
                    .after(known, passed)
                    .ifPresent(news -> {
                        news.arrivals().stream()
                                .flatMap(arrival -> Advice.lines(arrival).stream())
                                .forEach(line -> surroundings.err().println("migtrue: " + line));
                        tellFindings(news.report(), ways.pages());
                        if (hasGap(news.report())) {
                            tellSummary(news.report());
                        }
                    });
        } catch (Failure failure) {
            surroundings.err().println("migtrue: no advice: " + failure.problem());
        } catch (UsageException unusable) {
            surroundings.err().println("migtrue: no advice: " + unusable.getMessage());
        }
        return ExitCode.CLEAN.number();
    }

    private static boolean isTelling(Report report) {
        return !report.items().isEmpty() || hasGap(report);
    }

    /** A file that nobody can read without running it is for check to tell, and not at every commit. */
    private static boolean hasGap(Report report) {
        return !report.read().databases().isEmpty() && !report.unverified().isEmpty();
    }

    private void tell(Report report, Pages pages) {
        tellFindings(report, pages);
        tellSummary(report);
    }

    private void tellFindings(Report report, Pages pages) {
        String findings = new TextReport(output.styleOfOutput(surroundings), pages.byId()).render(report);
        surroundings.out().print(findings);
        surroundings.out().flush();
        if (!findings.isEmpty()) {
            surroundings.err().println();
        }
    }

    private void tellSummary(Report report) {
        Detail detail = output.detail() == Detail.FULL ? Detail.FULL : Detail.LINE;
        surroundings.err().print(new Summary(output.styleOfErrors(surroundings), detail).render(report));
    }

    private int conclude(HookStage known, List<Report> reports) {
        int code = reports.stream()
                .mapToInt(report -> ExitCode.of(report).number())
                .max()
                .orElse(ExitCode.CLEAN.number());
        if (code != ExitCode.CLEAN.number()) {
            surroundings.err().println(closing(known));
        }
        return code;
    }

    private static String closing(HookStage known) {
        return switch (known.side()) {
            case CLIENT ->
                "migtrue stopped this %s; 'git %s --no-verify' does without".formatted(known.act(), known.act());
            case SERVER -> "migtrue refused this " + known.act();
        };
    }
}
