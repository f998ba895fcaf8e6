package dev.migtrue.judge.rule;

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

/** What the pages of the rules about the version table, with their one database, cannot show. */
class VersionTableRulesTest {

    private final GivenProject project = GivenProject.ordered(Ordering.STRICT);

    @Test
    void aPendingMigrationNamesAllDatabasesThatWaitForIt() {
        project.committed(migration("1"), migration("2"))
                .database("staging", table(recorded("1")))
                .database("test", table(recorded("1"), recorded("2")))
                .database("production", table(recorded("1")));
        assertThat(messages(new PendingMigration()))
                .containsExactly("migration 2 is not applied to databases staging and production");
    }

    @Test
    void anOvertakenMigrationIsNotCalledPendingAsWell() {
        project.committed(migration("1"), migration("2")).database("default", table(recorded("2")));
        assertThat(messages(new PendingMigration())).isEmpty();
        assertThat(messages(new OutOfOrderMigration()))
                .containsExactly("migration 1 is not applied to database default, where the later 2 is");
    }

    @Test
    void anOvertakenMigrationIsToldOncePerLaterOne() {
        project.committed(migration("1"), migration("2"), migration("3"))
                .database("staging", table(recorded("2")))
                .database("test", table(recorded("2")))
                .database("production", table(recorded("2"), recorded("3")));
        assertThat(messages(new OutOfOrderMigration()))
                .containsExactly(
                        "migration 1 is not applied to databases staging and test, where the later 2 is",
                        "migration 1 is not applied to database production, where the later 3 is");
    }

    @Test
    void aFailedMigrationWithoutAFileIsToldAtItsRow() {
        project.database("staging", table(recorded("1")))
                .database("production", table(recorded("1").failed()));
        assertThat(new FailedMigration().check(project.facts())).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("migration 1 failed on database production");
            assertThat(finding.at()).isEqualTo(new Location.InVersionTable("versions", "1"));
        });
    }

    @Test
    void aFailedMigrationIsToldAtItsFileWithTheRowsBesideIt() {
        project.in(Source.HEAD, migration("1"))
                .database("staging", table(recorded("1").failed()))
                .database("production", table(recorded("1").failed()));
        assertThat(new FailedMigration().check(project.facts())).singleElement().satisfies(finding -> {
            assertThat(finding.at()).isInstanceOf(Location.InFile.class);
            assertThat(finding.related())
                    .extracting(related -> related.message())
                    .containsExactly(
                            "recorded as failed in database staging", "recorded as failed in database production");
        });
    }

    private List<String> messages(Rule rule) {
        return rule.check(project.facts()).stream().map(Finding::message).toList();
    }
}
