package dev.migtrue.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file of an applied migration is somewhere, only not here yet. */
class WorkOnItsWayTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void onALocalBranch(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commitOn("feature/orders");
        lost.git()
                .checkout("feature/orders")
                .write("README", "more\n")
                .stage(".")
                .commit("Explain")
                .checkout("main");

        assertThat(lost.story()).isEqualTo("it is on branch feature/orders");
        assertThat(lost.places())
                .singleElement()
                .satisfies(place -> assertThat(place)
                        .startsWith(
                                tool.lostPath() + " on branch feature/orders: commit " + lost.brief("feature/orders^")
                                        + " by Ada on 2026-01-02 'Add orders', found by its id"));
        assertThat(lost.command()).containsExactly("git", "restore", "--source=feature/orders", "--", tool.lostPath());
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void onABranchOfTheRemoteOnly(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commitOn("feature");
        lost.git().git("init", "--quiet", "--bare", "../remote");
        lost.git().git("remote", "add", "origin", "../remote");
        lost.git().git("push", "--quiet", "origin", "feature");
        lost.git().git("branch", "--quiet", "-D", "feature");

        assertThat(lost.story()).isEqualTo("it is on remote branch origin/feature");
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void inATagOnly(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commitOn("feature");
        lost.git().git("tag", "--annotate", "--message", "second", "v2", "feature");
        lost.git().git("branch", "--quiet", "-D", "feature");

        assertThat(lost.story()).isEqualTo("it is on tag v2");
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void onABranchThatATagIsNamedLike(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commitOn("orders");
        lost.git().git("tag", "orders", "main");

        assertThat(lost.story()).isEqualTo("it is on branch refs/heads/orders");
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void onABranchAndAtItsRemote(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commitOn("feature");
        lost.git().git("branch", "other", "feature");
        lost.git().checkout("other").commit("More").checkout("main");

        assertThat(lost.places()).hasSize(2);
        assertThat(lost.story()).isEqualTo("it is on branch feature");
    }

    @ParameterizedTest
    @EnumSource
    void inAStash(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).write();
        lost.git().stage(".").git("stash", "--quiet");

        assertThat(lost.story()).isEqualTo("it is in stash@{0}");
        assertThat(lost.places()).hasSize(1);
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void inAnOlderStashThatTookWhatWasUntracked(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).write();
        lost.git().git("stash", "--quiet", "--include-untracked");
        lost.git().write("README", "more\n").stage(".").git("stash", "--quiet");

        assertThat(lost.story()).isEqualTo("it is in stash@{1}^3");
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void committedInAnotherWorkTreeWithoutABranch(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder);
        TestRepository other = linked(lost);
        lost.at(other).commit();

        assertThat(lost.story())
                .isEqualTo("it is on detached HEAD " + lost.at(other).brief("HEAD"));
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void uncommittedInAnotherWorkTree(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder);
        TestRepository other = linked(lost);
        lost.at(other).write();

        assertThat(lost.story()).isEqualTo("it is uncommitted in the work tree " + other.workTree());
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void uncommittedInTheMainWorkTree(Tool tool) {
        LostMigration main = LostMigration.of(tool, folder);
        LostMigration lost = main.at(linked(main));
        main.write();

        assertThat(lost.story())
                .isEqualTo("it is uncommitted in the work tree " + main.git().workTree());
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void onlyStagedInAnotherWorkTree(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder);
        TestRepository other = linked(lost);
        lost.at(other).write();
        other.stage(".").remove(tool.lostPath());

        assertThat(lost.story()).isEqualTo("it is staged in the work tree " + other.workTree());
        assertThat(lost.command()).isEmpty();
        assertThat(lost.finding().help()).startsWith("commit it there");
    }

    @ParameterizedTest
    @EnumSource
    void onABranchFromBeforeTheFolderWasMoved(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder);
        lost.commitOn("feature");
        moveBackendTo("server", lost);

        assertThat(lost.story()).isEqualTo("it is on branch feature");
        assertThat(lost.command()).containsExactly("git", "show", "feature:" + tool.lostPath());
        assertThat(lost.commandPrints()).isEqualTo(tool.lostText());
    }

    private TestRepository linked(LostMigration lost) {
        Path other = folder.resolve("linked");
        lost.git().git("worktree", "add", "--quiet", "--detach", other.toString());
        return lost.git().at(other);
    }

    private static void moveBackendTo(String name, LostMigration lost) {
        lost.git().git("mv", "backend", name);
        lost.tool().kept(name).forEach(lost.git()::write);
        lost.git().stage(".").commit("Move");
    }
}
