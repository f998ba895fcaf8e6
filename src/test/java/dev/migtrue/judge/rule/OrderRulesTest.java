package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Span;
import dev.migtrue.testing.GivenMigration;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pages of the rules about order cannot show without growing fat. */
class OrderRulesTest {

    private final GivenProject project = GivenProject.ordered(Ordering.GRAPH);

    @Test
    void aProblemOnDiskAndInTheIndexIsToldOnce() {
        project.committed(migration("2").after("1"));
        assertThat(messages(new DanglingParent())).containsExactly("migration 2 needs 1, which has no file");
    }

    @Test
    void aProblemInTheIndexAloneSaysSo() {
        project.in(Source.INDEX, migration("2").after("1"));
        assertThat(messages(new DanglingParent()))
                .containsExactly("in the index, migration 2 needs 1, which has no file");
    }

    @Test
    void aProblemOnDiskAloneIsToldAsIs() {
        project.in(Source.WORKING_TREE, migration("2").after("1"));
        assertThat(messages(new DanglingParent())).containsExactly("migration 2 needs 1, which has no file");
    }

    @Test
    void aProblemOfHeadThatIsMendedOnDiskAndInTheIndexIsNone() {
        project.in(Source.HEAD, migration("2").after("1"));
        assertThat(messages(new DanglingParent())).isEmpty();
    }

    @Test
    void aBareRepositoryIsJudgedByHead() {
        Finding finding = new DanglingParent()
                .check(GivenProject.bare(Ordering.GRAPH, migration("2").after("1"))
                        .facts())
                .getFirst();
        assertThat(finding.message()).isEqualTo("migration 2 needs 1, which has no file");
    }

    @Test
    void aFileThatMovedWithinItsTextIsTheSameProblem() {
        RepoPath path = new RepoPath("sql/V2_orders.sql");
        project.malformed(
                        Source.WORKING_TREE,
                        new MalformedFile(new FileSpan(path, new Span(2, 1, 2, 1)), "is passed over", "rename it"))
                .malformed(Source.INDEX, new MalformedFile(FileSpan.of(path), "is passed over", "rename it"));
        assertThat(messages(new MalformedName())).containsExactly("is passed over");
    }

    @Test
    void filesWithTheSameProblemAreEachTold() {
        project.malformed(
                Source.WORKING_TREE,
                new MalformedFile(FileSpan.of(new RepoPath("a.sql")), "is passed over", "rename it"),
                new MalformedFile(FileSpan.of(new RepoPath("b.sql")), "is passed over", "rename it"));
        assertThat(messages(new MalformedName())).hasSize(2);
    }

    @Test
    void aParentThatLiesIgnoredOnDiskIsAddedByForce() {
        GivenMigration child = migration("2").after("1");
        project.committed(child)
                .in(Source.WORKING_TREE, migration("1"), child)
                .ignored("migrations/1.sql", new IgnoreRule(".gitignore", 4, "1*"));
        assertThat(new DanglingParent().check(project.facts())).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo(
                            "in the index, migration 2 needs 1, which has no file there: migrations/1.sql is ignored by"
                                    + " .gitignore:4: 1*");
            assertThat(finding.fix())
                    .get()
                    .extracting("argv")
                    .isEqualTo(List.of("git", "add", "-f", "--", "migrations/1.sql"));
        });
    }

    @Test
    void aParentThatHeadStillHasIsPointedAt() {
        project.committed(migration("1"), migration("2").after("1"))
                .in(Source.WORKING_TREE, migration("2").after("1"))
                .in(Source.INDEX, migration("2").after("1"));
        assertThat(new DanglingParent().check(project.facts())).singleElement().satisfies(finding -> {
            assertThat(finding.fix()).isEmpty();
            assertThat(finding.related())
                    .singleElement()
                    .satisfies(related -> assertThat(related.message()).isEqualTo("in HEAD"));
        });
    }

    @Test
    void aParentThatIsStagedAndDeletedFromDiskIsNoReasonToCommit() {
        project.in(Source.INDEX, migration("1"), migration("2").after("1"))
                .in(Source.WORKING_TREE, migration("2").after("1"));
        assertThat(new DanglingParent().check(project.facts())).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("migration 2 needs 1, which has no file");
            assertThat(finding.fix()).isEmpty();
        });
    }

    @Test
    void threeFilesWithOneIdAreOneFinding() {
        project.committed(
                migration("1").in("a.sql"),
                migration("1").in("b.sql"),
                migration("1").in("c.sql"));
        assertThat(messages(new DuplicateVersion())).containsExactly("migration 1 is also in a.sql and b.sql");
    }

    @Test
    void anIdThatTwoSourcesHaveInDifferentFilesIsNoDuplicate() {
        project.in(Source.HEAD, migration("1").in("a.sql"))
                .in(Source.INDEX, migration("1").in("b.sql"))
                .in(Source.WORKING_TREE, migration("1").in("c.sql"));
        assertThat(messages(new DuplicateVersion())).isEmpty();
    }

    @Test
    void headsAreAllNamedAndSeveralBasesAreDoubted() {
        project.committed(migration("1"), migration("2"), migration("3").after("1"));
        assertThat(new MultipleHeads().check(project.facts())).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("history has 2 heads: 2 and 3");
            assertThat(finding.help())
                    .contains("merge migration")
                    .endsWith("it also starts 2 times, with 1 and 2: has one of these lost the name of its parent?");
            assertThat(finding.related()).hasSize(1);
        });
    }

    @Test
    void whileAParentHasNoFileTheHeadsAreUnknown() {
        project.committed(migration("1"), migration("3").after("2"));
        assertThat(messages(new MultipleHeads())).isEmpty();
        assertThat(messages(new DanglingParent())).hasSize(1);
    }

    @Test
    void oneUnlabelledHeadAmongLabelledOnesIsTheMainLine() {
        project.committed(
                migration("1"),
                migration("2").after("1"),
                migration("3").after("1").labelled("reports"),
                migration("4").labelled("jobs"));
        assertThat(messages(new MultipleHeads())).isEmpty();
    }

    @Test
    void aToolThatOrdersByNameHasNoHeads() {
        List<Finding> findings = new MultipleHeads()
                .check(GivenProject.ordered(Ordering.STRICT)
                        .committed(migration("1"), migration("2"))
                        .facts());
        assertThat(findings).isEmpty();
    }

    @Test
    void aCycleIsSpelledOut() {
        project.committed(migration("2").after("3"), migration("3").after("2"));
        assertThat(messages(new DependencyCycle())).containsExactly("dependency cycle: 2 needs 3 needs 2");
    }

    private List<String> messages(Rule rule) {
        return rule.check(project.facts()).stream().map(Finding::message).toList();
    }
}
