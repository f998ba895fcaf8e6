package dev.migtrue.cli;

import dev.migtrue.hook.HookStage;
import dev.migtrue.judge.ChangeReview;
import dev.migtrue.judge.Policy;
import dev.migtrue.judge.Policy.Unreachable;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.Rules;
import dev.migtrue.model.Failure;
import dev.migtrue.model.Severity;
import dev.migtrue.model.UsageException;
import dev.migtrue.report.Summary;
import dev.migtrue.report.Summary.Detail;
import dev.migtrue.report.TextReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                    + " pushed. Only what the commit or push itself brings or leaves behind stops it; what was wrong before"
                    + " does not, and what it has nothing to do with is a note. No database is looked at unless one is named."
        })
final class HookRunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "STAGE", description = "pre-commit, pre-merge-commit or pre-push.")
    private String stage = "";

    @SuppressWarnings("UnusedVariable") // git passes what no stage here needs, and must not be told off for it
    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "What git passes to the hook.")
    private List<String> passed = new ArrayList<>();

    @Option(names = "-C", paramLabel = "DIR", description = "Run as if started in DIR.")
    private @Nullable Path directory;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "A database whose version table to read as well, before a commit; may be given several times."
                    + " Default: none.")
    private List<String> databases = new ArrayList<>();

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
        Pages pages = Pages.load();
        ChangeReview review =
                new ChangeReview(Rules.ALL, pages.byId(), new Policy(Severity.ERROR, Set.of(), unreachable));
        HookStage known = HookSetup.stage(stage);
        if (known == HookStage.PRE_PUSH && !databases.isEmpty()) {
            throw new UsageException("--db: what is pushed is judged without a database; leave it out for pre-push");
        }
        Hooked hooked = new Hooked(surroundings.in(start), databases, review);
        try {
            List<Report> reports = hooked.reports(known);
            reports.forEach(report -> tell(report, pages));
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

    private void tell(Report report, Pages pages) {
        // A file that nobody can read without running it is for check to tell, and not at every commit.
        if (report.items().isEmpty()
                && (databases.isEmpty() || report.unverified().isEmpty())) {
            return;
        }
        String findings = new TextReport(output.styleOfOutput(surroundings), pages.byId()).render(report);
        surroundings.out().print(findings);
        surroundings.out().flush();
        if (!findings.isEmpty()) {
            surroundings.err().println();
        }
        Detail detail = output.detail() == Detail.FULL ? Detail.FULL : Detail.LINE;
        surroundings.err().print(new Summary(output.styleOfErrors(surroundings), detail).render(report));
    }

    private int conclude(HookStage known, List<Report> reports) {
        int code = reports.stream()
                .mapToInt(report -> ExitCode.of(report).number())
                .max()
                .orElse(ExitCode.CLEAN.number());
        if (code != ExitCode.CLEAN.number()) {
            surroundings
                    .err()
                    .println("migtrue stopped this %s; 'git %s --no-verify' does without"
                            .formatted(known.act(), known.act()));
        }
        return code;
    }
}
