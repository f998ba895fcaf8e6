package dev.migtrue.cli;

import dev.migtrue.cli.ColorChoice.Audience;
import dev.migtrue.report.Style;
import dev.migtrue.report.Summary.Detail;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How to tell it: the options that every command with output for people has. */
final class OutputOptions {

    @SuppressWarnings("UnusedVariable") // picocli sees to it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour the output: auto, always or never. Default: auto.")
    private ColorChoice color = ColorChoice.AUTO;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell more: every skipped rule with its reason, and by what each migration system was"
                    + " recognised.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Only one line on standard error.")
    private boolean quiet;

    @SuppressWarnings("UnusedVariable") // Main asks the parser for it, as it may fail before a command has its options
    @Option(names = "--debug", description = "Print the stack trace when something fails.")
    private boolean debug;

    /** What was said about colour, as the option takes it. */
    String color() {
        return color.name().toLowerCase(Locale.ROOT);
    }

    /** How much the summary on standard error tells. */
    Detail detail() {
        if (quiet) {
            return Detail.LINE;
        }
        return verbose ? Detail.FULL : Detail.BRIEF;
    }

    /** Tells on standard error where databases were found that nobody named, if that may surprise or everything is asked for. */
    void tellOrigins(Surroundings surroundings, Reading read) {
        read.origins().stream()
                .filter(origin -> detail() == Detail.FULL || detail() == origin.told())
                .forEach(origin -> surroundings.err().println("migtrue: " + origin.line()));
    }

    Style styleOfOutput(Surroundings surroundings) {
        return style(surroundings, surroundings.terminal().showsOutput() ? Audience.PERSON : Audience.PROGRAM);
    }

    Style styleOfErrors(Surroundings surroundings) {
        return style(surroundings, surroundings.terminal().showsErrors() ? Audience.PERSON : Audience.PROGRAM);
    }

    private Style style(Surroundings surroundings, Audience audience) {
        return color.colours(surroundings.environment(), audience) ? Style.COLOURED : Style.PLAIN;
    }
}
