package dev.migtrue.report;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.Unverified;
import dev.migtrue.judge.Unverified.Weight;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Severity;
import dev.migtrue.model.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as workflow commands, which GitHub shows as annotations of the files, and one closing line for the log. Of
 * each kind no more are written than GitHub shows of one step; the {@link StepSummary} has all.
 */
public final class GitHubReport {

    /** GitHub shows ten of each kind per step, and fifty per job. */
    private static final int SHOWN = 10;

    public String render(Report report) {
        Anchor anchor = new Anchor(report.read());
        StringBuilder log = new StringBuilder();
        Map<Severity, Integer> written = new EnumMap<>(Severity.class);
        for (Weight weight : Weight.values()) {
            gaps(report, weight).ifPresent(words -> {
                Severity severity = weight == Weight.REQUIRED ? Severity.ERROR : Severity.WARNING;
                written.put(severity, 1);
                log.append(command(severity, "title=migtrue", words));
            });
        }
        int leftOut = 0;
        for (Result result : Result.gravestFirst(report)) {
            Severity severity = result.item().severity();
            if (written.merge(severity, 1, Integer::sum) <= SHOWN) {
                Finding finding = result.item().finding();
                String place = place(anchor.of(result.item()), finding);
                log.append(command(severity, place, new Statement(finding).toString()));
            } else {
                leftOut++;
            }
        }
        return log.append(closing(report, leftOut)).append('\n').toString();
    }

    private static Optional<String> gaps(Report report, Weight weight) {
        List<Unverified> gaps = report.unverified().stream()
                .filter(gap -> gap.weight() == weight)
                .toList();
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(gaps.stream()
                        .map(gap -> Visible.of(gap.what() + ": " + gap.reason()))
                        .collect(Collectors.joining(
                                "\n", weight == Weight.REQUIRED ? "required, but not read\n" : "not read\n", "")));
    }

    private static String command(Severity severity, String properties, String text) {
        String kind = switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
        return "::" + kind + " " + properties + "::" + escaped(text) + "\n";
    }

    /** GitHub takes columns only where an annotation is about one line. */
    private static String place(FileSpan at, Finding finding) {
        Span span = at.span();
        Stream<String> columns = span.startLine() == span.endLine() && !span.equals(Span.START)
                ? Stream.of("col=" + span.startColumn(), "endColumn=" + span.endColumn())
                : Stream.empty();
        return Stream.of(
                        Stream.of(
                                "file=" + property(at.path().toString()),
                                "line=" + span.startLine(),
                                "endLine=" + span.endLine()),
                        columns,
                        Stream.of("title=migtrue (" + property(finding.rule().value()) + ")"))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(","));
    }

    /**
     * A file name may hold anything but must not end its command, nor tell the terminal of whoever tries this out what
     * to do.
     */
    private static String property(String value) {
        return escaped(Visible.of(value)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String closing(Report report, int leftOut) {
        String line = "migtrue: " + ClosingLine.text(report);
        return leftOut == 0
                ? line
                : line + " · " + Quantity.of(leftOut, "finding") + " without annotation, as GitHub shows " + SHOWN
                        + " of a kind";
    }
}
