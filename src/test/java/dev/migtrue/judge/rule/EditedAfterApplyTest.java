package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenApplied.recorded;
import static dev.migtrue.testing.GivenApplied.table;
import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Finding;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Location;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Related;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenMigration;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditedAfterApplyTest {

    private final GivenProject project = GivenProject.ordered(Ordering.STRICT);
    private final GivenMigration old = migration("1").text("old");
    private final GivenMigration edited = migration("1").text("new");

    @Test
    void namesTheSourcesThatDifferAndTheOneThatDoesNot() {
        project.committed(edited)
                .in(Source.HEAD, old)
                .database("default", table(recorded("1").text("old")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("migration 1 was edited after it was applied to database default: differs in working"
                            + " tree and index");
            assertThat(finding.help()).endsWith("; it is still in HEAD");
        });
    }

    @Test
    void tellsEveryTextThatIsAround() {
        project.committed(edited)
                .in(Source.HEAD, migration("1").text("other").in("elsewhere.sql"))
                .database("staging", table(recorded("1").text("old")))
                .database("production", table(recorded("1").text("older")))
                .database("test", table(recorded("1").text("old")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("migration 1 was edited after it was applied to databases staging, production and test:"
                            + " differs in working tree, index and HEAD");
            assertThat(finding.related())
                    .extracting(Related::message)
                    .containsExactly(
                            "checksum old in database staging",
                            "checksum older in database production",
                            "checksum old in database test",
                            "checksum new in working tree",
                            "checksum new in index",
                            "checksum other in HEAD");
        });
    }

    @Test
    void pointsAtTheFirstCopyThatDiffers() {
        project.in(Source.WORKING_TREE, old)
                .in(Source.INDEX, old)
                .in(Source.HEAD, edited.in("elsewhere.sql"))
                .database("default", table(recorded("1").text("old")));
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.at())
                        .isInstanceOfSatisfying(
                                Location.InFile.class,
                                file -> assertThat(file.at().path().value()).isEqualTo("elsewhere.sql")));
    }

    @Test
    void aBaselineCountsAndARepeatableDoesNot() {
        project.committed(
                        migration("B1").kind(Kind.BASELINE).text("new"),
                        migration("views").kind(Kind.REPEATABLE).text("new"))
                .database(
                        "default",
                        table(recorded("B1").text("old"), recorded("views").text("old")));
        assertThat(findings())
                .extracting(finding -> finding.migration().orElseThrow().value())
                .containsExactly("B1");
    }

    @Test
    void aFailedOneMayBeMended() {
        project.committed(edited)
                .database("default", table(recorded("1").text("old").failed()));
        assertThat(findings()).isEmpty();
    }

    @Test
    void withoutAStoredChecksumThereIsNothingToCompare() {
        project.committed(edited).database("default", table(recorded("1")));
        assertThat(findings()).isEmpty();
    }

    private List<Finding> findings() {
        return new EditedAfterApply().check(project.facts());
    }
}
