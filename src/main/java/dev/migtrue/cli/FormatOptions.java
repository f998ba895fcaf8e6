package dev.migtrue.cli;

import static java.util.stream.Collectors.joining;

import dev.migtrue.cli.Rendering.Format;
import dev.migtrue.judge.Report;
import dev.migtrue.model.Failure;
import dev.migtrue.model.Severity;
import dev.migtrue.model.UsageException;
import dev.migtrue.report.Json;
import dev.migtrue.report.StepSummary;
import dev.migtrue.report.Style;
import dev.migtrue.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** In which forms a report is told, and where: the options that every command with findings has. */
final class FormatOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            converter = Rendering.Converter.class,
            description =
                    "text, concise, json, sarif, junit, github or gitlab; with =FILE into a file. May be given several"
                            + " times, once without a file. Default: text.")
    private List<Rendering> renderings = new ArrayList<>();

    /** Refuses what cannot be done, before anything is read. */
    void check() {
        if (renderings.stream().filter(each -> each.file().isEmpty()).count() > 1) {
            throw new UsageException("--format: only one format may go to standard output; give the others a =FILE");
        }
    }

    /**
     * Tells a report in all forms asked for, and its summary on standard error.
     *
     * @param start what names of files are relative to
     */
    void tell(Told told, Surroundings surroundings, OutputOptions output, Path start) {
        Report report = told.report();
        Renderers renderers = new Renderers(told.pages(), told.failOn(), told.others());
        renderings.stream()
                .filter(each -> each.file().isPresent())
                .forEach(each -> write(
                        start.resolve(each.file().orElseThrow()),
                        surroundings
                                .secrets()
                                .withoutDistinctive(renderers.render(each.format(), report, Style.PLAIN))));
        if (renderings.stream().anyMatch(each -> each.format() == Format.GITHUB)) {
            StepSummaryFile.named(surroundings.environment(), surroundings.directory())
                    .ifPresent(file -> file.append(room -> surroundings
                            .secrets()
                            .withoutDistinctive(new StepSummary(told.pages().byId()).render(report, room))));
        }
        String findings = onStandardOutput(report, renderers, output.styleOfOutput(surroundings));
        surroundings.out().print(findings);
        surroundings.out().flush();
        if (isForPeople() && !findings.isEmpty()) {
            surroundings.err().println();
        }
        output.tellOrigins(surroundings, told.read());
        surroundings.err().print(new Summary(output.styleOfErrors(surroundings), output.detail()).render(report));
    }

    /**
     * What there is to tell.
     *
     * @param others what JSON tells besides the report
     */
    record Told(Report report, Pages pages, Severity failOn, Reading read, List<Json.Member> others) {

        /** Nothing but the report. */
        Told(Report report, Pages pages, Severity failOn, Reading read) {
            this(report, pages, failOn, read, List.of());
        }
    }

    /** Whether findings and summary are read one below the other. */
    boolean isForPeople() {
        return renderings.stream().filter(each -> each.file().isEmpty()).allMatch(each -> each.format() == Format.TEXT);
    }

    private String onStandardOutput(Report report, Renderers renderers, Style style) {
        if (renderings.isEmpty()) {
            return renderers.render(Format.TEXT, report, style);
        }
        return renderings.stream()
                .filter(each -> each.file().isEmpty())
                .map(each -> renderers.render(each.format(), report, style))
                .collect(joining());
    }

    static void write(Path target, String text) {
        try {
            Files.writeString(target, text);
        } catch (IOException problem) {
            throw new Failure(
                    "cannot write the report to " + target + ": " + problem.getMessage(),
                    "name a file in a folder that exists and may be written to",
                    problem);
        }
    }
}
