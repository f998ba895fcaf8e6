package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenApplied.implied;
import static dev.migtrue.testing.GivenApplied.recorded;
import static dev.migtrue.testing.GivenApplied.table;
import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Attribution;
import dev.migtrue.model.Commit;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.Location;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenProject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppliedButMissingTest {

    private final GivenProject project = GivenProject.ordered(Ordering.STRICT);

    @Test
    void isToldOnceForAllDatabasesAndPointsAtTheFirstRow() {
        project.database("staging", table(recorded("2"))).database("production", table(recorded("2")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("migration 2 is applied to databases staging and production, but has no file in"
                            + " working tree, index or HEAD");
            assertThat(finding.at()).isEqualTo(new Location.InVersionTable("versions", "2"));
            assertThat(finding.related()).hasSize(2);
        });
    }

    @Test
    void aFileInAnyPlaceIsEnough() {
        project.in(Source.BASE, migration("2")).database("default", table(recorded("2")));
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatIsOnlyImpliedHasNoRowThatMissesAFile() {
        project.database("default", table(implied("1")));
        assertThat(findings()).isEmpty();
    }

    @Test
    void neverSuggestsToRewriteTheVersionTable() {
        project.database("default", table(recorded("2")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fix()).isEmpty();
            assertThat(finding.help()).startsWith("find the file first").doesNotContain("repair", "stamp", "delete");
        });
    }

    @Test
    void saysNothingOfWhereItIsWhereNobodySearched() {
        project.database("default", table(recorded("2")));
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("working tree, index or HEAD"));
    }

    @Test
    void neverSaysNeverCommittedWhenNotEverythingWasSearched() {
        project.database("default", table(recorded("2")))
                .attributed("2", new Attribution(List.of(), List.of("this clone is shallow")));
        assertThat(findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message())
                                .endsWith(
                                        ": not found in this clone, of which not everything was searched: this clone is shallow"));
    }

    @Test
    void neverOverwritesAFileThatHasThePathNow() {
        Sighting sighting = new Sighting(
                new Sighting.OnReference(
                        Sighting.ReferenceKind.BRANCH,
                        "feature",
                        new Commit("1".repeat(40), "Ada", OffsetDateTime.parse("2026-01-02T03:04:05Z"), "Add")),
                new RepoPath("migrations/3.sql"),
                Optional.empty());
        project.committed(migration("3"))
                .database("default", table(recorded("2")))
                .attributed("2", new Attribution(List.of(sighting), List.of()));
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.fix())
                        .contains(new Fix.Command(
                                "look at the file, whose path is taken",
                                List.of("git", "show", "feature:migrations/3.sql"))));
    }

    private List<Finding> findings() {
        return new AppliedButMissing().check(project.facts());
    }
}
