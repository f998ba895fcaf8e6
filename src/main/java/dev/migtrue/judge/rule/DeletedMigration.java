package dev.migtrue.judge.rule;

import dev.migtrue.facts.Departure;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Revision;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import java.util.List;
import java.util.Optional;

/** Reports migrations that base has and that were taken away here. */
public final class DeletedMigration implements Rule {

    private static final RuleId ID = new RuleId("deleted-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.check(
                facts,
                here -> Departure.from(here, facts).stream()
                        .filter(departure -> departure.successor().isEmpty())
                        .map(departure -> finding(departure.gone(), facts))
                        .toList());
    }

    private static Finding finding(Migration gone, Facts facts) {
        Finding finding = Finding.of(
                ID,
                gone,
                "migration %s is on base and was deleted here".formatted(gone.id()),
                "bring it back: databases that have run it keep what it did, and new ones will never get it");
        return restore(gone, facts).map(finding::withFix).orElse(finding);
    }

    /** None for a file that is still on disk, whose text there would be lost, and none in a bare repository. */
    private static Optional<Fix> restore(Migration gone, Facts facts) {
        Optional<Presence> presence = facts.presence(gone.id());
        boolean isOnDisk =
                presence.filter(found -> found.isIn(Source.WORKING_TREE)).isPresent()
                        || facts.files(Source.WORKING_TREE).contains(gone.at().path());
        if (isOnDisk || facts.history(Source.WORKING_TREE).isEmpty()) {
            return Optional.empty();
        }
        boolean isCommitted = presence.flatMap(found -> found.path(Source.HEAD))
                .filter(gone.at().path()::equals)
                .isPresent();
        return (isCommitted ? Optional.of("HEAD") : facts.baseBranch().newest().map(Revision::name))
                .map(source -> new Fix.Command(
                        "bring the file back from " + source,
                        List.of(
                                "git",
                                "restore",
                                "--source",
                                source,
                                "--staged",
                                "--worktree",
                                "--",
                                gone.at().path().value())));
    }
}
