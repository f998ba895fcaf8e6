package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How rules about the order of migrations look at a project: at what is on disk, then at what would be committed. A problem that both have
 * is told once; one that only the index has says so. A bare repository is judged by HEAD.
 */
final class DiskThenIndex {

    private record Told(String message, Location at) {}

    private DiskThenIndex() {}

    /** As the other, and then at what a merge into base would leave. */
    static List<Finding> checkWithMerge(Facts facts, BiFunction<History, Side, List<Finding>> findings) {
        List<Finding> all = new ArrayList<>(check(facts, here -> findings.apply(here, Side.HERE)));
        all.addAll(AfterMerge.check(facts, findings));
        return all;
    }

    static List<Finding> check(Facts facts, Function<History, List<Finding>> findings) {
        List<Finding> all = new ArrayList<>();
        Set<Told> told = new HashSet<>();
        facts.judged()
                .forEach((source, history) -> findings.apply(history).stream()
                        .filter(finding -> told.add(new Told(finding.message(), place(finding.at()))))
                        .forEach(finding -> all.add(source == Source.INDEX ? inIndex(finding) : finding)));
        return all;
    }

    /** Without the line: it may differ between two texts of one file that have the same problem. */
    private static Location place(Location at) {
        return at instanceof Location.InFile file
                ? new Location.InFile(FileSpan.of(file.at().path()))
                : at;
    }

    private static Finding inIndex(Finding finding) {
        return finding.withMessage("in the index, " + finding.message());
    }
}
