package dev.migtrue.facts;

import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Migration;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenMigration;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationGraphTest {

    @Test
    void aChainHasOneBaseAndOneHead() {
        MigrationGraph graph =
                graph(migration("a"), migration("b").after("a"), migration("c").after("b"));
        assertThat(ids(graph.bases())).containsExactly("a");
        assertThat(ids(graph.heads())).containsExactly("c");
    }

    @Test
    void aMergeLeavesOneHead() {
        assertThat(ids(graph(
                                migration("a"),
                                migration("b").after("a"),
                                migration("c").after("a"),
                                migration("d").after("b", "c"))
                        .heads()))
                .containsExactly("d");
    }

    @Test
    void beingDependedOnDoesNotEndHeadship() {
        assertThat(ids(graph(
                                migration("a"),
                                migration("b"),
                                migration("c").after("b").dependsOn("a"))
                        .heads()))
                .containsExactly("a", "c");
    }

    @Test
    void aLabelSinceTheSplitKeepsALineApart() {
        assertThat(ids(graph(
                                migration("a"),
                                migration("b").after("a"),
                                migration("c").after("a").labelled("reports"),
                                migration("d").after("c"))
                        .unlabelledHeads()))
                .containsExactly("b");
    }

    @Test
    void aLabelBeforeTheSplitSaysNothingAboutEitherLine() {
        assertThat(ids(graph(
                                migration("a").labelled("main"),
                                migration("b").after("a"),
                                migration("c").after("a"))
                        .unlabelledHeads()))
                .containsExactly("b", "c");
    }

    @Test
    void aLabelOnALineThatWasMergedInCounts() {
        assertThat(ids(graph(
                                migration("a"),
                                migration("b").after("a"),
                                migration("x").labelled("reports"),
                                migration("m").after("x", "a"))
                        .unlabelledHeads()))
                .containsExactly("b");
    }

    @Test
    void linesOfSeparateBasesAreSeparateFromTheStart() {
        assertThat(ids(graph(
                                migration("a").labelled("main"),
                                migration("b").after("a"),
                                migration("x").labelled("reports"),
                                migration("y").after("x"))
                        .unlabelledHeads()))
                .isEmpty();
    }

    @Test
    void parentsAndDependenciesWithoutAFileDangle() {
        Migration child = list(migration("b").after("a", "gone").dependsOn("lost", "reports", "a"))
                .getFirst();
        MigrationGraph graph = graph(
                migration("a").labelled("reports"),
                migration("b").after("a", "gone").dependsOn("lost", "reports", "a"));
        assertThat(graph.dangling(child)).extracting(id -> id.value()).containsExactly("gone", "lost");
    }

    @Test
    void aLabelIsNoParent() {
        Migration child = list(migration("b").after("reports")).getFirst();
        assertThat(graph(migration("a").labelled("reports"), migration("b").after("reports"))
                        .dangling(child))
                .extracting(id -> id.value())
                .containsExactly("reports");
    }

    @Test
    void aCycleStartsWithItsSmallestIdAndGoesToWhatThatComesAfter() {
        assertThat(cycles(
                        migration("c").after("b"),
                        migration("a").after("c"),
                        migration("b").after("a")))
                .containsExactly(List.of("a", "c", "b"));
    }

    @Test
    void aMigrationMayBeACycleOfItsOwn() {
        assertThat(cycles(migration("a").after("a"))).containsExactly(List.of("a"));
    }

    @Test
    void dependenciesCloseCyclesToo() {
        assertThat(cycles(
                        migration("a").labelled("reports").after("b"),
                        migration("b").dependsOn("reports")))
                .containsExactly(List.of("a", "b"));
    }

    @Test
    void whatComesBeforeOrAfterACycleIsNotOnIt() {
        assertThat(cycles(
                        migration("root"),
                        migration("m").after("root", "n"),
                        migration("n").after("m"),
                        migration("a").after("n")))
                .containsExactly(List.of("m", "n"));
    }

    @Test
    void cyclesThatShareAMigrationAreEachTold() {
        assertThat(cycles(
                        migration("a").after("b", "c"),
                        migration("b").after("a"),
                        migration("c").after("a")))
                .containsExactly(List.of("a", "b"), List.of("a", "c"));
    }

    @Test
    void separateCyclesAreEachToldOnce() {
        assertThat(cycles(
                        migration("x").after("y"),
                        migration("y").after("x"),
                        migration("b").after("a"),
                        migration("a").after("b")))
                .containsExactly(List.of("a", "b"), List.of("x", "y"));
    }

    @Test
    void aVeryLongChainIsNoCycle() {
        GivenMigration[] chain = IntStream.range(0, 20_000)
                .mapToObj(number ->
                        number == 0 ? migration("0") : migration("" + number).after("" + (number - 1)))
                .toArray(GivenMigration[]::new);
        MigrationGraph graph = graph(chain);
        assertThat(graph.cycles()).isEmpty();
        assertThat(ids(graph.unlabelledHeads())).containsExactly("19999");
    }

    @Test
    void ofFilesThatClaimOneIdTheFirstCounts() {
        MigrationGraph graph = graph(
                migration("a"),
                migration("b").after("a"),
                migration("b").after("b").in("copy.sql"));
        assertThat(graph.cycles()).isEmpty();
        assertThat(ids(graph.heads())).containsExactly("b");
    }

    private static MigrationGraph graph(GivenMigration... migrations) {
        return GivenProject.bare(Ordering.GRAPH, migrations)
                .facts()
                .history(Source.HEAD)
                .map(MigrationGraph::new)
                .orElseThrow();
    }

    private static List<Migration> list(GivenMigration... migrations) {
        return GivenProject.ordered(Ordering.GRAPH)
                .committed(migrations)
                .facts()
                .judgedCopies();
    }

    private static List<List<String>> cycles(GivenMigration... migrations) {
        return graph(migrations).cycles().stream().map(MigrationGraphTest::ids).toList();
    }

    private static List<String> ids(List<Migration> migrations) {
        return migrations.stream().map(migration -> migration.id().value()).toList();
    }
}
