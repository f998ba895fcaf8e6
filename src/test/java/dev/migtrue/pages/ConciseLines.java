package dev.migtrue.pages;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.model.Location;
import dev.migtrue.model.Span;
import java.util.stream.Collectors;

/** A report in the words that pages use: {@code PLACE: SEVERITY: MESSAGE [RULE]}. */
final class ConciseLines {

    private ConciseLines() {}

    static String of(Report report) {
        return report.items().stream().map(ConciseLines::line).collect(Collectors.joining());
    }

    private static String line(ReportItem item) {
        return "%s: %s: %s [%s]\n"
                .formatted(
                        place(item.finding().at()),
                        item.severity().label(),
                        item.finding().message(),
                        item.finding().rule());
    }

    private static String place(Location at) {
        return switch (at) {
            case Location.InFile file -> {
                Span span = file.at().span();
                yield "%s:%d:%d".formatted(file.at().path(), span.startLine(), span.startColumn());
            }
            case Location.InVersionTable row -> "%s(%s)".formatted(row.table(), row.row());
            case Location.WholeRepository whole -> "-";
        };
    }
}
