package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.MergeResult;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How rules about the order of migrations look at what a merge into base would leave: at what is wrong only then. What either side has by itself
 * is told of this side anyway, and is not this side's fault on the other.
 *
 * @param source what would be merged
 * @param ours what that has
 * @param theirs what base has
 */
record AfterMerge(Source source, Revision base, MergeResult result, History ours, History theirs) {

    private record Told(String message, Location at) {

        /** Without the line: it may differ between two texts of one file that have the same problem. */
        static Told of(Finding finding) {
            return new Told(
                    finding.message(),
                    finding.file()
                            .<Location>map(path -> new Location.InFile(FileSpan.of(path)))
                            .orElse(finding.at()));
        }
    }

    /** What a check finds in the result of each merge and on neither side of it. */
    static List<Finding> check(Facts facts, BiFunction<History, Side, List<Finding>> findings) {
        return check(facts, merge -> true, findings);
    }

    /** As the other, of those merges that {@code wanted} accepts. */
    static List<Finding> check(
            Facts facts, Predicate<AfterMerge> wanted, BiFunction<History, Side, List<Finding>> findings) {
        List<Finding> all = new ArrayList<>();
        Set<Told> told = new HashSet<>();
        for (AfterMerge merge : of(facts)) {
            if (wanted.test(merge)) {
                merge.brought(findings).stream()
                        .filter(finding -> told.add(Told.of(finding)))
                        .map(merge::inWords)
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static List<AfterMerge> of(Facts facts) {
        return facts.branches().merges().entrySet().stream()
                .flatMap(merge -> of(merge.getKey(), merge.getValue(), facts).stream())
                .toList();
    }

    private static Optional<AfterMerge> of(Source source, MergeResult result, Facts facts) {
        return facts.baseBranch()
                .newest()
                .flatMap(base -> facts.history(source)
                        .flatMap(ours -> facts.history(Source.BASE)
                                .map(theirs -> new AfterMerge(source, base, result, ours, theirs))));
    }

    private List<Finding> brought(BiFunction<History, Side, List<Finding>> findings) {
        Side side = side();
        Set<Told> known = new HashSet<>();
        Stream.of(ours, theirs)
                .flatMap(one -> findings.apply(one, side).stream())
                .forEach(finding -> known.add(Told.of(finding)));
        return findings.apply(result.history(), side).stream()
                .filter(finding -> !known.contains(Told.of(finding)))
                .toList();
    }

    private Side side() {
        Set<RepoPath> foreign = result.history().files();
        foreign.removeAll(ours.files());
        return new Side(Optional.of(base), foreign);
    }

    private Finding inWords(Finding finding) {
        Side side = side();
        String message = "%safter the merge into %s (%s), %s"
                .formatted(
                        source == Source.INDEX ? "in the index, " : "",
                        base.name(),
                        base.briefCommit(),
                        finding.message());
        return finding.withMessage(message)
                .withHelp("bring %s in here first, then %s".formatted(base.name(), finding.help()))
                .withRelated(finding.related().stream()
                        .map(related -> new Related(related.message() + side.words(related.at()), related.at()))
                        .toList());
    }
}
