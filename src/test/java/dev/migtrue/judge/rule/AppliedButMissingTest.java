package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenApplied.implied;
import static dev.migtrue.testing.GivenApplied.recorded;
import static dev.migtrue.testing.GivenApplied.table;
import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenProject;
import java.util.List;
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

    private List<Finding> findings() {
        return new AppliedButMissing().check(project.facts());
    }
}
