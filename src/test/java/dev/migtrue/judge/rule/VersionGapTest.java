package dev.migtrue.judge.rule;

import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.DeclaredAbsence;
import dev.migtrue.model.Finding;
import dev.migtrue.model.IdRange;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Source;
import dev.migtrue.testing.GivenMigration;
import dev.migtrue.testing.GivenProject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is counted one by one, and what is missing then. */
class VersionGapTest {

    @Test
    void eachGapIsToldWithTheVersionBehindIt() {
        assertThat(messages(Ordering.STRICT, "1", "2", "4", "5", "9", "10"))
                .containsExactly("version 3 is missing before 4", "3 versions from 6 to 8 are missing before 9");
    }

    @Test
    void aCountMayBeginAnywhereAndTwoFilesMayHaveOneNumber() {
        assertThat(messages(Ordering.LENIENT, "7", "8", "8", "9")).isEmpty();
    }

    @Test
    void zerosBeforeANumberAreNoDigits() {
        assertThat(messages(Ordering.LENIENT, "0008", "0009", "0010", "0012"))
                .containsExactly("version 11 is missing before 0012");
    }

    @Test
    void silentWhereNotAllAreNumbersOfACount() {
        assertThat(messages(Ordering.STRICT, "1", "2", "4", "4.1")).isEmpty();
        assertThat(messages(Ordering.STRICT, "1", "2", "4", "20240101")).isEmpty();
        assertThat(messages(Ordering.GRAPH, "1", "2", "4", "5")).isEmpty();
        assertThat(messages(Ordering.STRICT, "1", "3")).isEmpty();
        assertThat(messages(Ordering.STRICT, "100", "200", "201", "300", "400")).isEmpty();
    }

    @Test
    void repeatableMigrationsHaveNoNumber() {
        assertThat(findings(
                        GivenProject.ordered(Ordering.STRICT)
                                .committed(
                                        migration("1"),
                                        migration("2"),
                                        migration("4"),
                                        migration("R__views").kind(Kind.REPEATABLE)),
                        List.of()))
                .hasSize(1);
    }

    @Test
    void whatIsDeclaredIsNoGap() {
        GivenProject project = GivenProject.ordered(Ordering.STRICT)
                .committed(migration("001"), migration("005"), migration("006"), migration("007"), migration("009"));
        assertThat(findings(project, List.of("002..004", "8"))).isEmpty();
        assertThat(findings(project, List.of("002..003", "8")))
                .extracting(Finding::message)
                .containsExactly("version 4 is missing before 005");
    }

    @Test
    void theIndexIsJudgedForItself() {
        GivenProject project = GivenProject.ordered(Ordering.STRICT)
                .committed(migration("1"), migration("2"), migration("4"))
                .in(Source.WORKING_TREE, migration("1"), migration("2"), migration("3"), migration("4"));
        assertThat(findings(project, List.of()))
                .extracting(Finding::message)
                .containsExactly("in the index, version 3 is missing before 4");
    }

    private static List<String> messages(Ordering ordering, String... ids) {
        GivenMigration[] migrations =
                Arrays.stream(ids).map(GivenMigration::migration).toArray(GivenMigration[]::new);
        return findings(GivenProject.ordered(ordering).committed(migrations), List.of()).stream()
                .map(Finding::message)
                .toList();
    }

    private static List<Finding> findings(GivenProject project, List<String> declared) {
        return new VersionGap()
                .check(project.facts()
                        .withDeclared(declared.stream()
                                .map(range -> new DeclaredAbsence(
                                        DeclaredAbsence.Cause.SQUASHED, IdRange.parse(range), "old"))
                                .toList()));
    }
}
