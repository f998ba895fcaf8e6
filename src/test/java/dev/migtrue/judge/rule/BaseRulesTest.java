package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenApplied.implied;
import static dev.migtrue.testing.GivenApplied.recorded;
import static dev.migtrue.testing.GivenApplied.table;
import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pages of the rules about the base branch cannot show without growing fat. */
class BaseRulesTest {

    private final GivenProject project = GivenProject.ordered(Ordering.STRICT);

    @Test
    void theSameChangeOnBothSidesIsNoRewriting() {
        project.in(Source.FORK, migration("1"))
                .in(Source.BASE, migration("1").text("mended"))
                .committed(migration("1").text("mended"));

        assertThat(messages(new RewrittenMigration())).isEmpty();
    }

    @Test
    void anotherChangeThanTheOneOnBaseIsRewriting() {
        project.in(Source.FORK, migration("1"))
                .in(Source.BASE, migration("1").text("mended"))
                .committed(migration("1").text("broken"));

        assertThat(messages(new RewrittenMigration())).containsExactly("migration 1 has another text than on base");
    }

    @Test
    void aRepeatableMigrationMayChange() {
        project.in(Source.BASE, migration("views").kind(Kind.REPEATABLE))
                .committed(migration("views").kind(Kind.REPEATABLE).text("more"));

        assertThat(messages(new RewrittenMigration())).isEmpty();
    }

    @Test
    void aRewritingThatIsStagedAndTakenBackOnDiskIsStillInTheIndex() {
        project.in(Source.BASE, migration("1"))
                .committed(migration("1"))
                .in(Source.INDEX, migration("1").text("other"));

        assertThat(messages(new RewrittenMigration()))
                .containsExactly("in the index, migration 1 has another text than on base");
    }

    @Test
    void whatBaseGotSinceIsNeitherDeletedNorRenamedHere() {
        project.in(Source.FORK, migration("1"))
                .in(Source.BASE, migration("1"), migration("2"))
                .committed(migration("1"), migration("3").text("text of 2"));

        assertThat(messages(new DeletedMigration())).isEmpty();
        assertThat(messages(new RenamedMigration())).isEmpty();
    }

    @Test
    void whatBaseDeletedTooIsNotDeletedHere() {
        project.in(Source.FORK, migration("1"), migration("2"))
                .in(Source.BASE, migration("1"))
                .committed(migration("1"));

        assertThat(messages(new DeletedMigration())).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNotTakenForDeleted() {
        project.in(Source.BASE, migration("1"))
                .committed()
                .unread(Source.WORKING_TREE, "migrations/1.sql")
                .unread(Source.INDEX, "migrations/1.sql");

        assertThat(messages(new DeletedMigration())).isEmpty();
    }

    @Test
    void aFileThatIsOnlyGoneFromDiskIsRestoredFromHead() {
        project.in(Source.BASE, migration("1")).committed(migration("1")).in(Source.WORKING_TREE);

        assertThat(new DeletedMigration().check(project.facts()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fix())
                        .contains(new Fix.Command(
                                "bring the file back from HEAD",
                                List.of(
                                        "git",
                                        "restore",
                                        "--source",
                                        "HEAD",
                                        "--staged",
                                        "--worktree",
                                        "--",
                                        "migrations/1.sql"))));
    }

    @Test
    void aFileThatIsOnDiskIsNotOverwritten() {
        project.in(Source.BASE, migration("1")).committed(migration("1")).in(Source.INDEX);

        assertThat(new DeletedMigration().check(project.facts()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo("in the index, migration 1 is on base and was deleted here");
                    assertThat(finding.fix()).isEmpty();
                });
    }

    @Test
    void eachMigrationSucceedsOnlyOneOfSeveralWithTheSameText() {
        project.in(Source.BASE, migration("1").text(""), migration("2").text(""))
                .committed(migration("3").text(""));

        assertThat(messages(new RenamedMigration())).containsExactly("migration 3 is 1 on base");
        assertThat(messages(new DeletedMigration())).containsExactly("migration 2 is on base and was deleted here");
    }

    @Test
    void aBareRepositoryIsComparedByItsHead() {
        GivenProject bare = GivenProject.bare(Ordering.STRICT, migration("2")).in(Source.BASE, migration("1"));

        assertThat(new DeletedMigration().check(bare.facts())).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("migration 1 is on base and was deleted here");
            assertThat(finding.fix()).isEmpty();
        });
    }

    @Test
    void onlyToolsThatDoNotGoBackHaveLateMigrations() {
        for (Ordering ordering : List.of(Ordering.LENIENT, Ordering.GRAPH)) {
            GivenProject other = GivenProject.ordered(ordering)
                    .committed(migration("1"), migration("2"))
                    .in(Source.BASE, migration("2"));
            assertThat(new LateMigration().check(other.facts())).isEmpty();
        }
    }

    @Test
    void aMigrationThatBaseOnceHadIsNotLate() {
        project.committed(migration("1"), migration("2"))
                .in(Source.FORK, migration("1"))
                .in(Source.BASE, migration("2"));

        assertThat(messages(new LateMigration())).isEmpty();
    }

    @Test
    void repeatableMigrationsAreNeverLateAndMakeNoneLate() {
        project.committed(migration("1"), migration("2"), migration("views").kind(Kind.REPEATABLE))
                .in(Source.BASE, migration("1"), migration("views").kind(Kind.REPEATABLE));

        assertThat(messages(new LateMigration())).isEmpty();
    }

    @Test
    void everyMigrationBeforeTheLastOnBaseIsLate() {
        project.in(Source.WORKING_TREE, migration("1"), migration("2"), migration("3"), migration("4"))
                .in(Source.BASE, migration("1"), migration("4"));

        assertThat(messages(new LateMigration()))
                .containsExactly(
                        "migration 2 is new here, but base already has the later 4",
                        "migration 3 is new here, but base already has the later 4");
    }

    @Test
    void aMigrationThatARowImpliesIsUnmergedToo() {
        project.in(Source.BASE, migration("1"))
                .committed(migration("1"), migration("2"), migration("3"))
                .database("shared", table(recorded("1"), implied("2"), recorded("3")));

        assertThat(messages(new UnmergedButApplied()))
                .containsExactly(
                        "migration 2 is applied to database shared but not on base",
                        "migration 3 is applied to database shared but not on base");
    }

    @Test
    void whatIsNotCommittedIsNotCalledUnmerged() {
        project.in(Source.BASE, migration("1"))
                .committed(migration("1"))
                .in(Source.WORKING_TREE, migration("1"), migration("2"))
                .database("shared", table(recorded("1"), recorded("2")));

        assertThat(messages(new UnmergedButApplied())).isEmpty();
    }

    private List<String> messages(Rule rule) {
        return rule.check(project.facts()).stream().map(Finding::message).toList();
    }
}
