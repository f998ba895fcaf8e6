package dev.migtrue.report;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.Unverified;
import dev.migtrue.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one line that a run comes to: {@code 6 errors, 1 note in 14 migrations (alembic in backend)}, and what was not
 * looked at.
 */
final class ClosingLine {

    private static final String BETWEEN = " · ";

    /** Gaps beyond these are only counted: a line is read, a paragraph is not. */
    private static final int NAMED = 2;

    private ClosingLine() {}

    static List<Piece> of(Report report) {
        Coverage coverage = new Coverage(report.read());
        List<String> gaps = gaps(report, coverage);
        if (report.read().projects().isEmpty()) {
            String required = report.isShortOfRequired() ? BETWEEN + gaps.getFirst() : "";
            return List.of(new Piece(Ink.NOTABLE, Coverage.NO_PROJECT + required));
        }
        List<Piece> line = new ArrayList<>(counts(report, gaps.isEmpty() ? Ink.GOOD : Ink.NOTABLE));
        line.add(Piece.plain(" in " + coverage.extent()));
        if (!report.suppressed().isEmpty()) {
            line.add(Piece.plain(BETWEEN + report.suppressed().size() + " suppressed"));
        }
        new Insight(report.read()).brief().ifPresent(gap -> line.add(new Piece(Ink.NOTABLE, BETWEEN + gap)));
        if (report.items().isEmpty() && !coverage.isOfScripts()) {
            String looked = gaps.isEmpty() ? "looked at " : "looked only at ";
            line.add(new Piece(Ink.FAINT, BETWEEN + looked + coverage.places()));
        }
        gaps.forEach(gap -> line.add(new Piece(Ink.NOTABLE, BETWEEN + gap)));
        return line;
    }

    static String text(Report report) {
        return of(report).stream().map(Piece::text).collect(Collectors.joining());
    }

    private static List<Piece> counts(Report report, Ink whenNone) {
        List<Piece> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = report.items().stream()
                    .filter(item -> item.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(Piece.plain(counts.isEmpty() ? "" : ", "));
                counts.add(new Piece(Ink.of(severity), Quantity.of(count, severity.label())));
            }
        }
        return counts.isEmpty() ? List.of(new Piece(whenNone, "nothing found")) : counts;
    }

    private static List<String> gaps(Report report, Coverage coverage) {
        List<Unverified> unverified = report.unverified();
        List<String> gaps = new ArrayList<>();
        unverified.stream()
                .limit(NAMED)
                .forEach(gap -> gaps.add(gap.what() + " not read" + weight(gap) + ": " + gap.reason()));
        if (unverified.size() > NAMED) {
            gaps.add(unverified.size() - NAMED + " more not read");
        }
        if (unverified.isEmpty()
                && !coverage.isOfScripts()
                && coverage.readDatabases().findAny().isEmpty()) {
            gaps.add("no database was looked at");
        }
        return gaps;
    }

    private static String weight(Unverified gap) {
        return switch (gap.weight()) {
            case REQUIRED -> " though required";
            case TOLERATED -> "";
        };
    }
}
