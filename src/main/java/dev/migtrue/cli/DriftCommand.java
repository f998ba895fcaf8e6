package dev.migtrue.cli;

import dev.migtrue.judge.Judge;
import dev.migtrue.judge.Policy;
import dev.migtrue.judge.Policy.Unreachable;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.Rule;
import dev.migtrue.judge.rule.Rules;
import dev.migtrue.model.UsageException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migtrue drift}: holds what databases are made of against what their migrations build. */
@Command(
        name = "drift",
        description = {
            "Compare the live schema of each database with the schema that the migrations build which were run there.",
            "",
            "The databases are only read. What the migrations build is found out on a throw-away database, from a kept schema or from"
                    + " the texts of the migrations; the report says how, and what could not be compared."
        })
final class DriftCommand implements Callable<Integer> {

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
            description = "What must have been looked at: schema, database. Else the exit code is 3. Default: schema.")
    private Set<Need> required = EnumSet.of(Need.SCHEMA);

    @Mixin
    private FailOptions failing = new FailOptions();

    @Mixin
    private DraftOptions draft = new DraftOptions();

    DriftCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        formats.check();
        draft.check(reading.start(surroundings));
        Pages pages = Pages.load();
        Wish wish = Wish.PLACES.with(schemas.on(scratches));
        Reading read = reading.read(surroundings, wish);
        if (read.survey().projects().isEmpty()) {
            throw new UsageException("no migrations found, so nothing tells which schema a database should have");
        }
        if (read.survey().databases().isEmpty()) {
            throw new UsageException("no database to compare: name one with --db, or set DATABASE_URL");
        }
        draft.check(read.survey());
        Policy policy = failing.policy(read, required, Unreachable.FAIL);
        Report report = new Judge(rules(pages), pages.byId()).report(read.survey(), policy);
        formats.tell(
                new FormatOptions.Told(report, pages, policy.failOn(), read),
                draft.takesOutput() ? surroundings.withFindingsAsErrors() : surroundings,
                output,
                reading.start(surroundings));
        draft.write(read.survey(), surroundings, reading.start(surroundings));
        return ExitCode.of(report).number();
    }

    /** Those that are about schemas. */
    private static List<Rule> rules(Pages pages) {
        return Rules.ALL.stream()
                .filter(rule -> Optional.ofNullable(pages.byId().get(rule.id()))
                        .filter(page -> page.needs().stream().anyMatch(Need::isOfSchemas))
                        .isPresent())
                .toList();
    }
}
