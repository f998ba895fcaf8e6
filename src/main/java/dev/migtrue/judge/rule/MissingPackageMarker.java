package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.List;
import java.util.Optional;

/** Reports folders whose migrations the tool passes over because the file is not there that makes them a package. */
public final class MissingPackageMarker implements Rule {

    private static final RuleId ID = new RuleId("missing-package-marker");
    private static final String MARKER = "__init__.py";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.check(
                facts,
                history -> history.unmarked().stream()
                        .map(folder -> finding(folder, history, facts))
                        .toList());
    }

    private static Finding finding(RepoPath folder, History history, Facts facts) {
        List<Migration> passedOver = in(folder, history);
        String message = "%s has no %s: %s passes over %s in it"
                .formatted(
                        folder,
                        MARKER,
                        facts.project().system(),
                        passedOver.size() == 1 ? "the migration" : "the %d migrations".formatted(passedOver.size()));
        RepoPath marker = folder.child(MARKER);
        Optional<History> disk = facts.history(Source.WORKING_TREE)
                .filter(found ->
                        !found.unmarked().contains(folder) && !in(folder, found).isEmpty());
        return disk.map(found -> Finding.inFile(
                                ID,
                                passedOver.getFirst().at(),
                                message,
                                "stage and commit it: git adds it by force where a rule ignores it")
                        .withFix(new Fix.Command("track the file", List.of("git", "add", "-f", "--", marker.value()))))
                .orElseGet(() -> Finding.inFile(
                        ID,
                        passedOver.getFirst().at(),
                        message,
                        "put an empty file %s there and commit it with the migrations".formatted(marker)));
    }

    private static List<Migration> in(RepoPath folder, History history) {
        return history.migrations().stream()
                .filter(migration -> migration.at().path().isUnder(folder))
                .toList();
    }
}
