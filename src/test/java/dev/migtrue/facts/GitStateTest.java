package dev.migtrue.facts;

import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenMigration;
import dev.migtrue.testing.GivenProject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GitStateTest {

    private final GivenProject project = GivenProject.ordered(Ordering.STRICT);
    private final GivenMigration orders = migration("2").in("sql/orders.sql");

    @Test
    void onDiskAloneItIsUntracked() {
        project.in(Source.WORKING_TREE, orders);
        assertThat(words()).contains("untracked");
        assertThat(command()).contains("git add -- sql/orders.sql");
    }

    @Test
    void anIgnoredOneNamesTheRuleAndIsAddedByForce() {
        project.in(Source.WORKING_TREE, orders).ignored("sql/orders.sql", new IgnoreRule("sql/.gitignore", 3, "*.sql"));
        assertThat(words()).contains("ignored by sql/.gitignore:3: *.sql");
        assertThat(command()).contains("git add -f -- sql/orders.sql");
    }

    @Test
    void inBothItIsStaged() {
        project.in(Source.WORKING_TREE, orders).in(Source.INDEX, orders);
        assertThat(words()).contains("staged, not committed");
        assertThat(command()).contains("git commit");
    }

    @Test
    void inTheIndexAloneItWasDeletedFromDisk() {
        project.in(Source.INDEX, orders);
        assertThat(words()).contains("only in the index, deleted from disk");
        assertThat(command()).contains("git commit");
    }

    @Test
    void inATrackedFileThatHeldAnotherMigrationItIsNotStaged() {
        GivenMigration old = migration("1").in("sql/orders.sql");
        project.committed(old).in(Source.WORKING_TREE, orders);
        assertThat(words()).contains("not staged");
        assertThat(command()).contains("git add -- sql/orders.sql");
    }

    @Test
    void inHeadNothingIsLeftToDo() {
        project.committed(orders);
        assertThat(words()).isEmpty();
    }

    @Test
    void renamedOnDiskAloneItIsUntrackedAlthoughHeadHasIt() {
        project.committed(orders).in(Source.WORKING_TREE, orders.in("sql/order.sql"));
        assertThat(words()).contains("untracked");
        assertThat(command()).contains("git add -- sql/order.sql");
    }

    @Test
    void takenOutOfTheIndexAloneItIsUntrackedAlthoughHeadHasIt() {
        project.committed(orders).in(Source.INDEX);
        assertThat(words()).contains("untracked");
    }

    @Test
    void deletedFromDiskAndIndexThereIsNothingToAdd() {
        project.in(Source.HEAD, orders);
        assertThat(words()).isEmpty();
    }

    private Optional<String> words() {
        return state().map(GitState::words);
    }

    private Optional<String> command() {
        return state().map(state -> String.join(" ", state.nextStep().argv()));
    }

    private Optional<GitState> state() {
        Facts facts = project.facts();
        return facts.presence(new MigrationId("2")).flatMap(presence -> GitState.of(presence, facts));
    }
}
