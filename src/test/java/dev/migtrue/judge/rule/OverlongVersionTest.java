package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenApplied;
import dev.migtrue.testing.GivenMigration;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which width counts. */
class OverlongVersionTest {

    private static final GivenMigration FIRST = migration("one");
    private static final GivenMigration LONG = migration("twentytwentytwenty").after("one");
    private static final GivenMigration LONGER =
            migration("twentytwentytwentytwenty").after("twentytwentytwenty");

    @Test
    void aDatabaseIsTakenAtItsOwnWidth() {
        assertThat(findings(committed().database("a", holding(Optional.of(17)))))
                .extracting(Finding::message)
                .containsExactly("id twentytwentytwenty has 18 characters, but table versions of database a holds 17");
        assertThat(findings(committed().database("a", holding(Optional.of(18)))))
                .isEmpty();
        assertThat(findings(committed().database("a", holding(Optional.empty()))))
                .isEmpty();
    }

    @Test
    void eachDatabaseIsJudgedByItself() {
        assertThat(findings(committed()
                        .database("a", holding(Optional.of(10)))
                        .database("b", holding(Optional.of(40)))
                        .database("c", new Applied.NoTable("versions"))))
                .extracting(Finding::message)
                .containsExactly("id twentytwentytwenty has 18 characters, but table versions of database a holds 10");
    }

    @Test
    void whatIsStoredFitted() {
        assertThat(findings(committed()
                        .database(
                                "a",
                                GivenApplied.table(GivenApplied.recorded("twentytwentytwenty"))
                                        .holding(Optional.of(10)))))
                .isEmpty();
    }

    @Test
    void withoutATableTheToolsOwnWidthCounts() {
        assertThat(findings(onBase(FIRST).committed(FIRST, LONG).idWidth(10)))
                .extracting(Finding::message)
                .containsExactly("id twentytwentytwenty has 18 characters, but the table that sample creates holds 10");
        assertThat(findings(onBase(FIRST).committed(FIRST, LONG).idWidth(10).database("a", new Applied.NoTable("v"))))
                .hasSize(1);
        assertThat(findings(onBase(FIRST).committed(FIRST, LONG).idWidth(18))).isEmpty();
        assertThat(findings(onBase(FIRST).committed(FIRST, LONG))).isEmpty();
    }

    @Test
    void aLongIdOnBaseShowsThatTheTableIsWider() {
        assertThat(findings(onBase(FIRST, LONG).committed(FIRST, LONG, LONGER).idWidth(10)))
                .isEmpty();
    }

    @Test
    void withoutBaseOneThatOthersGoOnFromShowsIt() {
        assertThat(findings(GivenProject.ordered(Ordering.GRAPH)
                        .committed(FIRST, LONG)
                        .idWidth(10)))
                .hasSize(1);
        assertThat(findings(GivenProject.ordered(Ordering.GRAPH)
                        .committed(FIRST, LONG, LONGER)
                        .idWidth(10)))
                .isEmpty();
    }

    private static GivenProject committed() {
        return GivenProject.ordered(Ordering.GRAPH).committed(FIRST, LONG).idWidth(5);
    }

    private static GivenProject onBase(GivenMigration... migrations) {
        return GivenProject.ordered(Ordering.GRAPH).in(Source.BASE, migrations);
    }

    private static Applied holding(Optional<Integer> width) {
        return GivenApplied.table(GivenApplied.recorded("one")).holding(width);
    }

    private static List<Finding> findings(GivenProject project) {
        return new OverlongVersion().check(project.facts());
    }
}
