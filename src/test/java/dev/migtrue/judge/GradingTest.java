package dev.migtrue.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.TwoRuns;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Level;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Promise;
import dev.migtrue.model.Promised;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.RuleLevels;
import dev.migtrue.model.Severity;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradingTest {

    private static final RulePage PAGE = RulePage.parse("""
            ---
            id: bad-thing
            severity: warning
            group: idempotency
            since: 0.1
            kinds: repeatable error
            promises: restartable off, convergent note
            ---
            # Something is bad
            """);

    private static ReviewedMigration reviewed(String id, Kind kind, Promised promised) {
        Program nothing = new Program(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION, List.of());
        return new ReviewedMigration(
                new Migration(
                        new MigrationId(id),
                        "",
                        kind,
                        List.of(),
                        List.of(),
                        List.of(),
                        new ContentId(id),
                        Optional.empty(),
                        FileSpan.of(new RepoPath(id + ".sql"))),
                nothing,
                TwoRuns.onAnything(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION).review(nothing),
                promised);
    }

    private static Promised usually(Promise promise) {
        return new Promised(Optional.empty(), promise);
    }

    private static Map<Severity, Facts> graded(RuleLevels levels, ReviewedMigration... reviews) {
        Facts facts = GivenProject.ordered(Ordering.LENIENT).facts();
        return new Grading(PAGE, levels).of(facts.in(facts.circumstances().withReviews(List.of(reviews))));
    }

    private static List<String> ids(Map<Severity, Facts> graded, Severity severity) {
        return graded.entrySet().stream()
                .filter(entry -> entry.getKey() == severity)
                .flatMap(entry -> entry.getValue().circumstances().reviews().stream())
                .map(review -> review.migration().id().value())
                .toList();
    }

    private static RuleLevels promising(Promise promise) {
        return new RuleLevels(Map.of(), Map.of(), Map.of(), Optional.of(promise));
    }

    @Test
    void whatRunsAgainByItselfIsGraver() {
        Map<Severity, Facts> graded = graded(
                RuleLevels.UNSAID,
                reviewed("1", Kind.VERSIONED, Promised.USUAL),
                reviewed("R", Kind.REPEATABLE, Promised.USUAL));
        assertThat(ids(graded, Severity.WARNING)).containsExactly("1");
        assertThat(ids(graded, Severity.ERROR)).containsExactly("R");
    }

    @Test
    void aToolMayPromiseLessThanMost() {
        Map<Severity, Facts> graded = graded(
                RuleLevels.UNSAID,
                reviewed("1", Kind.VERSIONED, usually(Promise.RESTARTABLE)),
                reviewed("R", Kind.REPEATABLE, usually(Promise.RESTARTABLE)));
        assertThat(graded).containsOnlyKeys(Severity.ERROR);
    }

    @Test
    void theProjectIsHeardBeforeTheToolAndWhatItSaysOfOneUseBeforeWhatItSaysOfAll() {
        Promised said = Promised.USUAL.saying(Optional.of(Promise.RESTARTABLE));
        Map<Severity, Facts> graded = graded(
                promising(Promise.CONVERGENT),
                reviewed("1", Kind.VERSIONED, usually(Promise.RESTARTABLE)),
                reviewed("2", Kind.VERSIONED, said));
        assertThat(graded).containsOnlyKeys(Severity.NOTE);
        assertThat(ids(graded, Severity.NOTE)).containsExactly("1");
    }

    @Test
    void whatIsSaidOfTheRuleGoesBeforeAll() {
        RuleLevels off = new RuleLevels(
                Map.of(new RuleId("bad-thing"), Level.NOTE), Map.of(), Map.of(), Optional.of(Promise.RESTARTABLE));
        Map<Severity, Facts> graded = graded(
                off, reviewed("1", Kind.VERSIONED, Promised.USUAL), reviewed("R", Kind.REPEATABLE, Promised.USUAL));
        assertThat(ids(graded, Severity.NOTE)).containsExactly("1", "R");
    }

    @Test
    void rulesAreToldWhatWasSettled() {
        Map<Severity, Facts> graded =
                graded(promising(Promise.CONVERGENT), reviewed("1", Kind.VERSIONED, Promised.USUAL));
        assertThat(graded.values())
                .flatExtracting(facts -> facts.circumstances().reviews())
                .extracting(review -> review.promised().under(Optional.empty()))
                .containsExactly(Promise.CONVERGENT);
    }
}
