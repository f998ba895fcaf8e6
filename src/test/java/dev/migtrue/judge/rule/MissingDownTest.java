package dev.migtrue.judge.rule;

import static dev.migtrue.model.Reversal.MISSING;
import static dev.migtrue.model.Reversal.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Circumstances;
import dev.migtrue.facts.Reversals;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Reversal;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenMigration;
import dev.migtrue.testing.GivenProject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is a habit. */
class MissingDownTest {

    private final GivenProject project = GivenProject.ordered(Ordering.STRICT).committed(GivenMigration.migration("9"));

    @Test
    void threeOfThreeAreAHabit() {
        assertThat(findings(Source.WORKING_TREE, WRITTEN, WRITTEN, WRITTEN))
                .extracting(Finding::message)
                .containsExactly("migration 9 has no down part, or an empty one, unlike the 3 before it");
        assertThat(findings(Source.HEAD, WRITTEN, WRITTEN, WRITTEN)).hasSize(1);
    }

    @Test
    void twoAreNone() {
        assertThat(findings(Source.WORKING_TREE, WRITTEN, WRITTEN)).isEmpty();
    }

    @Test
    void oneWithoutBreaksIt() {
        assertThat(findings(Source.WORKING_TREE, WRITTEN, WRITTEN, WRITTEN, MISSING, WRITTEN))
                .isEmpty();
    }

    private List<Finding> findings(Source source, Reversal... habit) {
        Migration migration =
                project.facts().history(Source.HEAD).orElseThrow().migrations().getFirst();
        Reversals reversals = new Reversals(new LinkedHashMap<>(Map.of(migration, MISSING)), List.of(habit));
        return new MissingDown()
                .check(project.facts()
                        .in(Circumstances.UNKNOWN.withReversals(new LinkedHashMap<>(Map.of(source, reversals)))));
    }
}
