package dev.migtrue.report;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A finding as the run concludes it, with what it is recognised by from run to run. */
record Result(ReportItem item, String fingerprint) {

    /** All of a report, the gravest first: where a system takes only so many, it is the others that are left out. */
    static List<Result> gravestFirst(Report report) {
        List<String> fingerprints = Fingerprint.of(report.items());
        return IntStream.range(0, fingerprints.size())
                .mapToObj(i -> new Result(report.items().get(i), fingerprints.get(i)))
                .sorted(Comparator.comparing(result -> result.item().severity()))
                .toList();
    }
}
