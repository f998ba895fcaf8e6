package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenApplied.recorded;
import static dev.migtrue.testing.GivenApplied.table;
import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Attribution;
import dev.migtrue.facts.Circumstances;
import dev.migtrue.facts.Facts;
import dev.migtrue.model.Commit;
import dev.migtrue.model.Finding;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import dev.migtrue.testing.GivenProject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which rows are a note, and that the others stay errors. */
class PrunedMigrationTest {

    private static final Commit COMMIT =
            new Commit("1".repeat(40), "Ada", OffsetDateTime.parse("2026-01-02T03:04:05Z"), "Clear away");
    private static final Attribution NOTHING = new Attribution(List.of(), List.of());
    private static final Attribution DELETED =
            seen(new Sighting.Removed(Sighting.Removal.DELETED, Optional.empty(), COMMIT, "2".repeat(40)));

    private final GivenProject project = GivenProject.ordered(Ordering.LENIENT)
            .committed(migration("3"))
            .database("default", table(recorded("1"), recorded("2"), recorded("3")));

    @Test
    void allAreOneFinding() {
        assertThat(pruned(DELETED, DELETED))
                .isEqualTo("2 migrations, 1 to 2, are applied to database default and older than every file here:"
                        + " commits deleted their files");
        assertThat(pruned(NOTHING, DELETED))
                .endsWith(": commits deleted the files of 1 of them, and this clone has never had those of the others");
        assertThat(pruned(NOTHING, NOTHING)).endsWith(": this clone has never had their files");
        assertThat(errors(facts(NOTHING, DELETED))).isEmpty();
    }

    @Test
    void whatWasNotSearchedIsSaid() {
        assertThat(pruned(NOTHING, new Attribution(List.of(), List.of("this clone is shallow"))))
                .endsWith(": not everything was searched: this clone is shallow");
    }

    @Test
    void aFileThatIsOnItsWayWasNotClearedAway() {
        for (Sighting.Place place : List.of(
                new Sighting.OnReference(Sighting.ReferenceKind.BRANCH, "feature", COMMIT),
                new Sighting.InStash("stash@{0}", COMMIT),
                new Sighting.OnOtherDisk("../other"),
                new Sighting.InOtherIndex("../other"),
                new Sighting.Unreferenced(COMMIT),
                new Sighting.InBlob("3".repeat(40)),
                new Sighting.Compiled())) {
            Facts facts = facts(seen(place), DELETED);
            assertThat(errors(facts)).as("%s", place).hasSize(1);
            assertThat(notes(facts))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).startsWith("migration 2 is applied"));
        }
    }

    @Test
    void whatNobodySearchedForStaysAnError() {
        Facts facts = project.facts()
                .in(Circumstances.UNKNOWN.withForerunners(Set.of(new MigrationId("1"), new MigrationId("2"))));
        assertThat(notes(facts)).isEmpty();
        assertThat(errors(facts)).hasSize(2);
    }

    @Test
    void whatTheToolMissesStaysAnError() {
        Facts facts = project.attributed("1", DELETED).attributed("2", DELETED).facts();
        assertThat(notes(facts)).isEmpty();
        assertThat(errors(facts)).hasSize(2);
    }

    private String pruned(Attribution first, Attribution second) {
        return notes(facts(first, second)).getFirst().message();
    }

    private Facts facts(Attribution first, Attribution second) {
        return project.attributed("1", first)
                .attributed("2", second)
                .facts()
                .in(Circumstances.UNKNOWN.withForerunners(Set.of(new MigrationId("1"), new MigrationId("2"))));
    }

    private static Attribution seen(Sighting.Place place) {
        return new Attribution(
                List.of(new Sighting(place, new RepoPath("migrations/1.sql"), Optional.empty())), List.of());
    }

    private static List<Finding> notes(Facts facts) {
        return new PrunedMigration().check(facts);
    }

    private static List<Finding> errors(Facts facts) {
        return new AppliedButMissing().check(facts);
    }
}
