package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.History;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenProject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class MissingPackageMarkerTest {

    private static final RepoPath FOLDER = new RepoPath("migrations");

    @Test
    void aMarkerThatIsOnDiskIsTrackedByForce() {
        assertThat(check(Source.INDEX, Source.HEAD)).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo(
                            "in the index, migrations has no __init__.py: sample passes over the 2 migrations in it");
            assertThat(finding.fix())
                    .contains(new Fix.Command(
                            "track the file", List.of("git", "add", "-f", "--", "migrations/__init__.py")));
        });
    }

    @Test
    void aMarkerThatIsNowhereMustBeMade() {
        assertThat(check(Source.WORKING_TREE, Source.INDEX, Source.HEAD))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo("migrations has no __init__.py: sample passes over the 2 migrations in it");
                    assertThat(finding.help()).contains("an empty file migrations/__init__.py");
                    assertThat(finding.fix()).isEmpty();
                });
    }

    @Test
    void aMarkedFolderIsNothingToSpeakOf() {
        assertThat(check()).isEmpty();
    }

    @Test
    void whatIsPassedOverNeedsNoParent() {
        Facts facts = withoutMarker(
                GivenProject.ordered(Ordering.GRAPH)
                        .committed(migration("2").after("1"))
                        .facts(),
                Source.WORKING_TREE,
                Source.INDEX,
                Source.HEAD);

        assertThat(new DanglingParent().check(facts)).isEmpty();
        assertThat(new MissingPackageMarker().check(facts)).hasSize(1);
    }

    private static List<Finding> check(Source... unmarked) {
        Facts facts = GivenProject.ordered(Ordering.GRAPH)
                .committed(migration("1"), migration("2"))
                .facts();
        return new MissingPackageMarker().check(withoutMarker(facts, unmarked));
    }

    private static Facts withoutMarker(Facts facts, Source... unmarked) {
        SequencedMap<Source, History> histories = new LinkedHashMap<>(facts.histories());
        for (Source source : unmarked) {
            histories.computeIfPresent(
                    source,
                    (place, history) ->
                            new History(Ordering.GRAPH, history.migrations(), List.of(), List.of(), List.of(FOLDER)));
        }
        return Facts.join(
                facts.project(), facts.history(Source.HEAD).orElseThrow(), histories, new LinkedHashMap<>(), Map.of());
    }
}
