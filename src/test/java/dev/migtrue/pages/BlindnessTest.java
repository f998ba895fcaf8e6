package dev.migtrue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.TableRead;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Source;
import dev.migtrue.system.MigrationSystem;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A rule from which something is taken away that it needs says nothing, and the report says that it was skipped. */
class BlindnessTest {

    @TestFactory
    Stream<DynamicTest> rulesThatCannotSeeAreSkipped() {
        return Pages.all().values().stream()
                .flatMap(page -> page.needs().stream().sorted().flatMap(need -> tests(page, need)));
    }

    private static Stream<DynamicTest> tests(RulePage page, Need need) {
        return Pages.examples(page).stream()
                .filter(Example::isBad)
                .flatMap(example -> without(need, InMemoryRun.of(example.scenario())).entrySet().stream()
                        .map(blinded -> DynamicTest.dynamicTest(
                                "%s, %s, %s".formatted(page.id(), example.heading(), blinded.getKey()),
                                () -> check(page, need, blinded.getValue().report()))));
    }

    /** The ways in which a need may not be met, by what was taken away. */
    private static SequencedMap<String, InMemoryRun> without(Need need, InMemoryRun run) {
        return new java.util.LinkedHashMap<>(
                switch (need) {
                    case GIT ->
                        Map.of(
                                "no working tree and index",
                                run.without(Source.WORKING_TREE).without(Source.INDEX));
                    case BASE -> Map.of("no base", run.without(Source.BASE).without(Source.FORK));
                    case DATABASE ->
                        Map.of(
                                "database not read",
                                run.withDatabase(
                                        new TableRead.NotRead(Applied.Obstacle.UNREACHABLE, "connection refused")),
                                "no version table",
                                run.withDatabase(new TableRead.NoTable()));
                    case CATALOGUE -> Map.of("catalogue not read", run.withoutCatalogues());
                    case SCHEMA ->
                        Map.of(
                                "catalogue not read",
                                run.withoutCatalogues(),
                                "nothing expected",
                                run.withoutExpectation());
                    case FILES ->
                        Map.of(
                                "a file not read",
                                run.with(run.systems().stream()
                                        .<MigrationSystem>map(HalfBlindSystem::new)
                                        .toList()));
                });
    }

    private static void check(RulePage page, Need need, Report report) {
        assertThat(report.items()).noneMatch(item -> item.finding().rule().equals(page.id()));
        assertThat(report.skipped()).anyMatch(skipped -> skipped.rule().equals(page.id()) && skipped.need() == need);
    }
}
