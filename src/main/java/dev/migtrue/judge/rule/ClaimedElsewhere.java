package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Commit;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Sighting;
import java.util.List;
import java.util.stream.Stream;

/** Reports migrations that are new here and that another branch adds with another text. */
public final class ClaimedElsewhere implements Rule {

    private static final RuleId ID = new RuleId("claimed-elsewhere");

    /** A migration on another branch. */
    private record Claim(Sighting sighting, Sighting.OnReference on) {

        static Stream<Claim> of(Sighting sighting) {
            return sighting.place() instanceof Sighting.OnReference on
                    ? Stream.of(new Claim(sighting, on))
                    : Stream.empty();
        }

        String branch() {
            return on.kind().label() + " " + on.name();
        }

        /** Not a place in a file: the file is not here, and no viewer could show it. */
        Related related() {
            return new Related(
                    "%s on %s: %s".formatted(sighting.path(), branch(), Phrases.told(on.commit())),
                    new Location.WholeRepository());
        }
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.newHere().stream()
                .flatMap(migration -> check(
                        migration,
                        facts.branches().claims().of(migration.id()).stream()
                                .flatMap(Claim::of)
                                .toList()))
                .toList();
    }

    private static Stream<Finding> check(Migration migration, List<Claim> claims) {
        return claims.stream().findFirst().stream().map(first -> finding(migration, first, claims));
    }

    private static Finding finding(Migration migration, Claim first, List<Claim> claims) {
        Commit commit = first.on().commit();
        return Finding.of(
                        ID,
                        migration,
                        "migration %s is also added on %s, in %s"
                                .formatted(
                                        migration.id(),
                                        first.branch(),
                                        first.sighting().path()),
                        "agree with %s, who committed it (%s, %s), which of the two takes another version: git merges both without a conflict"
                                .formatted(
                                        commit.author(),
                                        commit.briefId(),
                                        commit.written().toLocalDate()))
                .withRelated(claims.stream().map(Claim::related).toList());
    }
}
