package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Finding;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pages of the rules about the working places cannot show without growing fat. */
class WorkingPlaceRulesTest {

    private final GivenProject project = GivenProject.ordered(Ordering.STRICT);

    @Test
    void aSecondFileOfATrackedMigrationIsUntrackedAllTheSame() {
        project.committed(migration("1").in("a.sql"))
                .in(
                        Source.WORKING_TREE,
                        migration("1").in("a.sql"),
                        migration("1").in("b.sql"));
        assertThat(new UntrackedMigration().check(project.facts()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).isEqualTo("migration 1 is not tracked by git");
                    assertThat(finding.fix()).get().extracting("argv").isEqualTo(List.of("git", "add", "--", "b.sql"));
                });
    }

    @Test
    void aTrackedFileThatTheIndexCannotReadIsTracked() {
        project.in(Source.WORKING_TREE, migration("1").in("a.sql")).unread(Source.INDEX, "a.sql");
        assertThat(messages(new UntrackedMigration())).isEmpty();
    }

    @Test
    void aFileIsEitherUntrackedOrIgnored() {
        project.in(Source.WORKING_TREE, migration("1"), migration("2"))
                .ignored("migrations/2.sql", new IgnoreRule(".git/info/exclude", 7, "2*"));
        assertThat(messages(new UntrackedMigration())).containsExactly("migration 1 is not tracked by git");
        assertThat(messages(new IgnoredMigration()))
                .containsExactly("migration 2 is ignored by .git/info/exclude:7: 2*");
    }

    @Test
    void anEditThatIsNotStagedAtAllIsNotPartlyStaged() {
        project.committed(migration("1")).in(Source.WORKING_TREE, migration("1").text("new"));
        assertThat(messages(new PartlyStagedMigration())).isEmpty();
    }

    @Test
    void anEditOfACommittedMigrationMayBePartlyStaged() {
        project.committed(migration("1"))
                .in(Source.INDEX, migration("1").text("new"))
                .in(Source.WORKING_TREE, migration("1").text("newer"));
        assertThat(messages(new PartlyStagedMigration()))
                .containsExactly("migration 1 is staged with another text than the one on disk");
    }

    @Test
    void aStagedOneThatIsGoneFromDiskHasNoOtherText() {
        project.in(Source.INDEX, migration("1"));
        assertThat(messages(new PartlyStagedMigration())).isEmpty();
    }

    private List<String> messages(Rule rule) {
        return rule.check(project.facts()).stream().map(Finding::message).toList();
    }
}
