package dev.migtrue.report;

import static dev.migtrue.model.Source.BASE;
import static dev.migtrue.model.Source.HEAD;
import static dev.migtrue.model.Source.INDEX;
import static dev.migtrue.model.Source.WORKING_TREE;
import static dev.migtrue.report.ProjectFixture.crc32;
import static dev.migtrue.report.ProjectFixture.failed;
import static dev.migtrue.report.ProjectFixture.implied;
import static dev.migtrue.report.ProjectFixture.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.Applied.Reach;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StandingTest {

    private final ProjectFixture project = new ProjectFixture("tool", "", "db", WORKING_TREE, INDEX, HEAD, BASE);

    @Test
    void committedEverywhere() {
        project.file("1", "1.sql", "a", WORKING_TREE, INDEX, HEAD, BASE);

        assertStands("committed", Mark.YES, Mark.YES, Mark.YES, Mark.YES);
    }

    @Test
    void untracked() {
        project.file("1", "1.sql", "a", WORKING_TREE);

        assertStands("untracked", Mark.UNTRACKED, Mark.ABSENT, Mark.ABSENT, Mark.ABSENT);
        assertThat(standing().isProblem()).isTrue();
    }

    @Test
    void ignored() {
        project.file("1", "1.sql", "a", WORKING_TREE).ignored("1.sql", new IgnoreRule(".gitignore", 1, "*.sql"));

        assertStands("ignored", Mark.IGNORED, Mark.ABSENT, Mark.ABSENT, Mark.ABSENT);
    }

    @Test
    void staged() {
        project.file("1", "1.sql", "a", WORKING_TREE, INDEX);

        assertStands("staged", Mark.YES, Mark.STAGED, Mark.ABSENT, Mark.ABSENT);
        assertThat(standing().isProblem()).isFalse();
    }

    @Test
    void stagedAndEditedSince() {
        project.file("1", "1.sql", "a", INDEX).file("1", "1.sql", "b", WORKING_TREE);

        assertStands("staged, edited since", Mark.MODIFIED, Mark.STAGED, Mark.ABSENT, Mark.ABSENT);
    }

    @Test
    void stagedAndGoneFromDisk() {
        project.file("1", "1.sql", "a", INDEX);

        assertStands("staged, not on disk", Mark.ABSENT, Mark.STAGED, Mark.ABSENT, Mark.ABSENT);
    }

    @Test
    void modifiedOnDisk() {
        project.file("1", "1.sql", "a", INDEX, HEAD, BASE).file("1", "1.sql", "b", WORKING_TREE);

        assertStands("modified", Mark.MODIFIED, Mark.YES, Mark.YES, Mark.YES);
    }

    @Test
    void modificationStaged() {
        project.file("1", "1.sql", "a", HEAD).file("1", "1.sql", "b", WORKING_TREE, INDEX);

        assertStands("modified", Mark.MODIFIED, Mark.MODIFIED, Mark.YES, Mark.ABSENT);
    }

    @Test
    void differentOnBase() {
        project.file("1", "1.sql", "a", BASE).file("1", "1.sql", "b", WORKING_TREE, INDEX, HEAD);

        assertStands("committed", Mark.YES, Mark.YES, Mark.YES, Mark.MODIFIED);
    }

    @Test
    void deletedFromDisk() {
        project.file("1", "1.sql", "a", INDEX, HEAD);

        assertStands("deleted on disk", Mark.ABSENT, Mark.YES, Mark.YES, Mark.ABSENT);
    }

    @Test
    void deletionStaged() {
        project.file("1", "1.sql", "a", HEAD);

        assertStands("deletion staged", Mark.ABSENT, Mark.ABSENT, Mark.YES, Mark.ABSENT);
    }

    @Test
    void onlyOnBase() {
        project.file("1", "1.sql", "a", BASE);

        assertStands("only on base", Mark.ABSENT, Mark.ABSENT, Mark.ABSENT, Mark.YES);
    }

    @Test
    void rowsOfTheVersionTable() {
        project.file("1", "1.sql", "a", WORKING_TREE, INDEX, HEAD, BASE);

        assertThat(inDatabase(known(recorded("t", "1")))).isEqualTo(Mark.APPLIED);
        assertThat(inDatabase(known(implied("t", "1")))).isEqualTo(Mark.IMPLIED);
        assertThat(inDatabase(known(failed("t", "1")))).isEqualTo(Mark.FAILED);
        assertThat(inDatabase(known())).isEqualTo(Mark.PENDING);
        assertThat(inDatabase(new Applied.NoTable("t"))).isEqualTo(Mark.PENDING);
    }

    @Test
    void whatIsNotKnownIsNotPending() {
        project.file("1", "1.sql", "a", WORKING_TREE, INDEX, HEAD, BASE);

        assertThat(inDatabase(new Applied.NotRead(Obstacle.UNREACHABLE, "refused")))
                .isEqualTo(Mark.UNKNOWN);
        assertThat(inDatabase(new Applied.Known("t", List.of(), Reach.PARTIAL))).isEqualTo(Mark.UNKNOWN);
    }

    @Test
    void otherChecksumMeansEditedAndForARepeatableOneMeansItRunsAgain() {
        project.file("1", "1.sql", crc32("22"), Kind.VERSIONED, WORKING_TREE, INDEX, HEAD, BASE);
        assertThat(inDatabase(known(recorded("t", "1", crc32("11"))))).isEqualTo(Mark.EDITED);
        assertThat(inDatabase(known(recorded("t", "1", crc32("22"))))).isEqualTo(Mark.APPLIED);
        assertThat(inDatabase(known(recorded("t", "1", new Checksum("md5", "11")))))
                .isEqualTo(Mark.APPLIED);
    }

    @Test
    void changedRepeatableIsPending() {
        project.file("1", "R__1.sql", crc32("22"), Kind.REPEATABLE, WORKING_TREE, INDEX, HEAD, BASE);

        assertThat(inDatabase(known(recorded("t", "1", crc32("11"))))).isEqualTo(Mark.PENDING);
    }

    @Test
    void unusedBaselineIsNotPending() {
        project.file("1", "B1__1.sql", crc32("22"), Kind.BASELINE, WORKING_TREE, INDEX, HEAD, BASE);

        assertThat(inDatabase(known())).isEqualTo(Mark.ABSENT);
    }

    @Test
    void appliedWithoutAFileOrWithoutACommitIsAProblem() {
        assertThat(standing(known(recorded("t", "1"))).isProblem()).isTrue();
        assertThat(StandingWords.of(standing(known(recorded("t", "1")))).text()).isEqualTo("no file, applied");

        project.file("1", "1.sql", "a", WORKING_TREE, INDEX);
        assertThat(standing(known(recorded("t", "1"))).isProblem()).isTrue();
    }

    @Test
    void appliedFromBaseWhichIsAheadOfUsIsNoProblem() {
        project.file("1", "1.sql", "a", BASE);

        assertThat(standing(known(recorded("t", "1"))).isProblem()).isFalse();
    }

    @Test
    void databasesAreNamedWhereThereIsAChoice() {
        project.file("1", "1.sql", "a", WORKING_TREE, INDEX, HEAD, BASE)
                .database("live", known(recorded("t", "1")))
                .database("test", known(implied("t", "1")))
                .database("old", known(failed("t", "1")));

        assertThat(StandingWords.of(standing()).text()).isEqualTo("committed, applied to live and test, failed on old");
    }

    private void assertStands(String words, Mark... marks) {
        Standing standing = standing();
        assertThat(standing.sources().sequencedValues()).containsExactly(marks);
        assertThat(StandingWords.of(standing).text()).isEqualTo(words);
    }

    private Mark inDatabase(Applied state) {
        return standing(state).databases().lastEntry().getValue();
    }

    private Standing standing(Applied state) {
        project.database("default", state);
        return standing();
    }

    private Standing standing() {
        Facts facts = project.facts();
        return Standing.of(facts.presences().getFirst(), facts);
    }

    private static Applied.Known known(AppliedMigration... applied) {
        return new Applied.Known("t", List.of(applied), Reach.WHOLE);
    }
}
