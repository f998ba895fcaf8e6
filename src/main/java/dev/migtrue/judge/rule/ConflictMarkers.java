package dev.migtrue.judge.rule;

import dev.migtrue.facts.ConflictMarker;
import dev.migtrue.facts.Facts;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports migration files in which the marks of an unfinished merge were left. */
public final class ConflictMarkers implements Rule {

    private static final RuleId ID = new RuleId("conflict-markers");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        Set<RepoPath> told = new HashSet<>();
        for (Source source : facts.judged().keySet()) {
            Optional.ofNullable(facts.conflicts().get(source))
                    .orElseGet(LinkedHashMap::new)
                    .forEach((path, marker) -> {
                        if (told.add(path)) {
                            findings.add(finding(path, marker, source));
                        }
                    });
        }
        return findings;
    }

    private static Finding finding(RepoPath path, ConflictMarker marker, Source source) {
        return Finding.inFile(
                ID,
                new FileSpan(path, marker.at()),
                "%sa merge was left unfinished: '%s'"
                        .formatted(source == Source.INDEX ? "in the index, " : "", marker.line()),
                "decide what the migration is to do, take the markers out and stage it");
    }
}
