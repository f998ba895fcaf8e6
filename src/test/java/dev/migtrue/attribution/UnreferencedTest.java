package dev.migtrue.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file of an applied migration is in a commit that no branch or tag holds, but of which git still has a note somewhere. */
class UnreferencedTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void onABranchThatWasDeleted(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commitOn("feature");
        String brief = lost.brief("feature");
        lost.git().git("branch", "--quiet", "-D", "feature");

        isHeldByNone(lost, brief);
    }

    @ParameterizedTest
    @EnumSource
    void inACommitThatWasResetAway(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        String brief = lost.brief("HEAD");
        lost.git().git("reset", "--quiet", "--hard", "HEAD^");

        isHeldByNone(lost, brief);
    }

    @ParameterizedTest
    @EnumSource
    void inACommitThatWasResetAwayAndIsInNoLogAnyMore(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        String brief = lost.brief("HEAD");
        lost.git().git("reset", "--quiet", "--hard", "HEAD^");
        lost.git().git("reflog", "expire", "--expire=all", "--expire-unreachable=all", "--all");

        assertThat(lost.git().git("reflog", "show", "HEAD")).doesNotContain("Add orders");
        isHeldByNone(lost, brief);
    }

    @ParameterizedTest
    @EnumSource
    void thatWasFetchedFromAUrlAndGivenNoName(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder);
        Path theirs = folder.resolve("theirs");
        lost.git().git("clone", "--quiet", ".", theirs.toString());
        String brief = lost.at(lost.git().at(theirs)).commit().brief("HEAD");
        lost.git().git("fetch", "--quiet", theirs.toString(), "main");

        isHeldByNone(lost, brief);
    }

    @ParameterizedTest
    @EnumSource
    void thatOnlyTheLogOfAnotherWorkTreeKnows(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder);
        TestRepository other = linked(lost);
        String brief = lost.at(other).commit().brief("HEAD");
        other.git("checkout", "--quiet", "--detach", "main");

        isHeldByNone(lost, brief);
    }

    @ParameterizedTest
    @EnumSource
    void thatAnotherWorkTreeWasAtWhoseFolderIsGone(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder);
        TestRepository other = linked(lost);
        String brief = lost.at(other).commit().brief("HEAD");
        lost.git().git("worktree", "move", other.workTree().toString(), "../moved");
        lost.git().at(folder.resolve("moved")).remove(".git");

        isHeldByNone(lost, brief);
    }

    @ParameterizedTest
    @EnumSource
    void thatOnlyTheLogOfTheMainWorkTreeKnows(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder);
        TestRepository other = linked(lost);
        String brief = lost.commit().brief("HEAD");
        lost.git().git("reset", "--quiet", "--hard", "HEAD^");
        lost.git().git("update-ref", "-d", "ORIG_HEAD");

        isHeldByNone(lost.at(other), brief);
    }

    private static void isHeldByNone(LostMigration lost, String brief) {
        assertThat(lost.story()).isEqualTo("it is in commit " + brief + ", which no branch or tag holds");
        assertThat(lost.places())
                .singleElement()
                .satisfies(place -> assertThat(place)
                        .startsWith(lost.tool().lostPath() + " held by no branch or tag: commit " + brief
                                + " by Ada on 2026-01-02 'Add orders'"));
        lost.isCuredByItsCommand();
    }

    private TestRepository linked(LostMigration lost) {
        Path other = folder.resolve("linked");
        lost.git().git("worktree", "add", "--quiet", "--detach", other.toString());
        return lost.git().at(other);
    }
}
