package dev.migtrue.cli;

import dev.migtrue.cli.prove.Proofs;
import dev.migtrue.cli.prove.Proving.Extent;
import dev.migtrue.facts.SpokenDialect;
import dev.migtrue.facts.Survey;
import dev.migtrue.gather.ReviewSet;
import dev.migtrue.gather.git.Search;
import dev.migtrue.judge.Judge;
import dev.migtrue.judge.Policy;
import dev.migtrue.judge.Policy.Unreachable;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.Rules;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import dev.migtrue.report.HtmlReport;
import dev.migtrue.report.HtmlReport.Chapter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migtrue audit}: everything that can be told of a project and its databases, and what could not be verified. */
@Command(
        name = "audit",
        description = {
            "Check everything: all places, the content of every migration, the live schema of each database, and each migration run"
                    + " twice on a throw-away database where one can be had.",
            "",
            "The databases of the project are only read. What could not be verified is listed; it makes the audit fail only where"
                    + " --require asks for it."
        })
final class AuditCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private SchemaOptions schemas = new SchemaOptions();

    @Mixin
    private ScratchOptions scratches = new ScratchOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private FormatOptions formats = new FormatOptions();

    @Option(
            names = "--require",
            paramLabel = "WHAT",
            split = ",",
            description = "What must have been looked at: git, base, database, files, schema. Else the exit code is 3.")
    private Set<Need> required = EnumSet.noneOf(Need.class);

    @Mixin
    private FailOptions failing = new FailOptions();

    @Option(
            names = "--no-proof",
            description = "Do not run migrations on a throw-away database to prove their second run.")
    private boolean withoutProof;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write the whole audit as one HTML page.")
    private @Nullable Path html;

    AuditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        formats.check();
        Pages pages = Pages.load();
        Wish wish = Wish.PLACES.of(new ReviewSet.Everything());
        Reading read = reading.read(
                surroundings, wish.deep(Search.Depth.LOST_AND_FOUND).with(schemas.on(scratches)));
        if (read.survey().projects().isEmpty()) {
            throw new UsageException("no migrations found, so there is nothing to audit");
        }
        Policy policy = failing.policy(read, required, Unreachable.FAIL);
        Report report = new Judge(Rules.ALL, pages.byId()).report(read.survey(), policy);
        Proofs proofs = proofs(wish.speaking(dialect(read.survey())));
        tell(new FormatOptions.Told(report, pages, policy.failOn(), read, List.of(proofs.json())), proofs);
        return ExitCode.of(report).number();
    }

    /** What the databases were found to speak: without them, which a proof leaves alone, files may not tell. */
    private static Optional<Dialect> dialect(Survey survey) {
        List<Dialect> spoken = survey.projects().stream()
                .flatMap(facts -> facts.circumstances().content().dialects().stream())
                .map(SpokenDialect::dialect)
                .distinct()
                .toList();
        return spoken.size() == 1 ? spoken.stream().findFirst() : Optional.empty();
    }

    private Proofs proofs(Wish wish) {
        if (withoutProof) {
            return Proofs.none("--no-proof");
        }
        try {
            return Proofs.of(new ProofRun(reading, scratches, surroundings).trials(wish, Extent.TWO_RUNS));
        } catch (Failure noDatabase) {
            return Proofs.none("%s; %s".formatted(noDatabase.problem(), noDatabase.remedy()));
        }
    }

    private void tell(FormatOptions.Told told, Proofs proofs) {
        Path start = reading.start(surroundings);
        formats.tell(told, surroundings, output, start);
        if (formats.isForPeople()) {
            surroundings.out().print(proofs.told());
            surroundings.out().flush();
        }
        surroundings.err().println("migtrue: " + proofs.summary());
        if (html != null) {
            String page = new HtmlReport(told.pages().byId(), List.of(new Chapter("Second runs", proofs.lines())))
                    .render(told.report());
            FormatOptions.write(start.resolve(html), surroundings.secrets().withoutDistinctive(page));
        }
    }
}
