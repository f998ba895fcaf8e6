package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenApplied.implied;
import static dev.migtrue.testing.GivenApplied.recorded;
import static dev.migtrue.testing.GivenApplied.table;
import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Finding;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncommittedButAppliedTest {

    private final GivenProject project = GivenProject.ordered(Ordering.GRAPH);

    @Test
    void tellsEveryMemberOfAChain() {
        project.in(Source.WORKING_TREE, migration("2"), migration("3").after("2"))
                .database("default", table(implied("2"), recorded("3")));
        assertThat(findings())
                .extracting(Finding::message)
                .containsExactly(
                        "migration 2 is applied to database default but not in HEAD: untracked",
                        "migration 3 is applied to database default but not in HEAD: untracked");
    }

    @Test
    void namesAllDatabasesThatHaveIt() {
        project.in(Source.WORKING_TREE, migration("2"))
                .database("staging", table(recorded("2")))
                .database("test", table())
                .database("production", table(recorded("2")));
        assertThat(findings())
                .extracting(Finding::message)
                .containsExactly(
                        "migration 2 is applied to databases staging and production but not in HEAD: untracked");
    }

    @Test
    void helpsWithWhatToDoAndWhatHappensOtherwise() {
        project.in(Source.WORKING_TREE, migration("2"))
                .ignored("migrations/2.sql", new IgnoreRule(".gitignore", 1, "*.sql"))
                .database("default", table(recorded("2")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.help())
                    .isEqualTo("add it by force, commit it and narrow the ignore rule; a clean checkout stops");
            assertThat(finding.fix())
                    .get()
                    .extracting("argv")
                    .isEqualTo(List.of("git", "add", "-f", "--", "migrations/2.sql"));
        });
    }

    @Test
    void pointsAtTheIndexWhereTheFileIsDeletedFromDisk() {
        project.in(Source.INDEX, migration("2")).database("default", table(recorded("2")));
        assertThat(findings())
                .extracting(Finding::message)
                .containsExactly("migration 2 is applied to database default but not in HEAD: "
                        + "only in the index, deleted from disk");
    }

    @Test
    void aMigrationThatFailedWasRunAsWell() {
        project.in(Source.WORKING_TREE, migration("2"))
                .database("default", table(recorded("2").failed()));
        assertThat(findings()).hasSize(1);
    }

    @Test
    void isSilentAboutAFileThatCannotBeReadInHead() {
        project.in(Source.WORKING_TREE, migration("2"))
                .in(Source.INDEX, migration("2"))
                .unread(Source.HEAD, "migrations/2.sql")
                .database("default", table(recorded("2")));
        assertThat(findings()).isEmpty();
    }

    @Test
    void isSilentAboutWhatOnlyTheBaseHas() {
        project.in(Source.BASE, migration("2")).database("default", table(recorded("2")));
        assertThat(findings()).isEmpty();
    }

    private List<Finding> findings() {
        return new UncommittedButApplied().check(project.facts());
    }
}
