package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reports migration files whose paths differ in the case of letters only. */
public final class CaseCollision implements Rule {

    private static final RuleId ID = new RuleId("case-collision");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.checkWithMerge(facts, CaseCollision::check);
    }

    private static List<Finding> check(History here, Side side) {
        Map<String, RepoPath> seen = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        here.files().stream()
                .sorted()
                .forEach(path -> Optional.ofNullable(
                                seen.putIfAbsent(path.value().toLowerCase(Locale.ROOT), path))
                        .ifPresent(other ->
                                findings.add(side.isTheirs(path) ? finding(other, path) : finding(path, other))));
        return findings;
    }

    private static Finding finding(RepoPath path, RepoPath other) {
        return Finding.inFile(
                        ID,
                        FileSpan.of(path),
                        "differs from %s in the case of letters only".formatted(other),
                        "rename one of them: a checkout on macOS or Windows keeps only one of the two")
                .withRelated(List.of(new Related("the other file", new Location.InFile(FileSpan.of(other)))));
    }
}
