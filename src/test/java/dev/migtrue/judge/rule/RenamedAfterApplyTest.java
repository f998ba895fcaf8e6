package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenApplied.recorded;
import static dev.migtrue.testing.GivenApplied.table;
import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Finding;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamedAfterApplyTest {

    private final GivenProject project = GivenProject.ordered(Ordering.STRICT);

    @Test
    void databasesThatKnowItUnderTheSameIdAreToldTogetherAndTheRowIsNotMissing() {
        project.committed(migration("3"))
                .database("old", table(recorded("2").text("text of 3")))
                .database("test", table(recorded("2").text("text of 3")));

        assertThat(messages(new RenamedAfterApply()))
                .containsExactly("migration 3 was applied to databases old and test as 2");
        assertThat(messages(new AppliedButMissing())).isEmpty();
    }

    @Test
    void aFileThatTheDatabaseKnowsUnderItsOwnIdIsAnother() {
        project.committed(migration("3"))
                .database(
                        "default",
                        table(recorded("2").text("text of 3"), recorded("3").text("text of 3")));

        assertThat(messages(new RenamedAfterApply())).isEmpty();
        assertThat(messages(new AppliedButMissing())).hasSize(1);
    }

    @Test
    void aRowWhoseFileIsStillSomewhereIsNotRenamed() {
        project.committed(migration("3"))
                .in(Source.HEAD, migration("2").text("text of 3"))
                .database("default", table(recorded("2").text("text of 3")));

        assertThat(messages(new RenamedAfterApply())).isEmpty();
    }

    @Test
    void withoutAChecksumThereIsNothingToKnowItBy() {
        project.committed(migration("3")).database("default", table(recorded("2")));

        assertThat(messages(new RenamedAfterApply())).isEmpty();
        assertThat(messages(new AppliedButMissing())).hasSize(1);
    }

    @Test
    void aRunThatFailedLeftNothingToRename() {
        project.committed(migration("3"))
                .database("default", table(recorded("2").text("text of 3").failed()));

        assertThat(messages(new RenamedAfterApply())).isEmpty();
    }

    private List<String> messages(Rule rule) {
        return rule.check(project.facts()).stream().map(Finding::message).toList();
    }
}
