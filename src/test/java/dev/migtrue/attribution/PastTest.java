package dev.migtrue.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file of an applied migration was here once, or never. */
class PastTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void deletedByACommit(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        lost.git().git("rm", "--quiet", tool.lostPath());
        lost.git().commit("Drop orders").commit("Go on");

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD^") + " deleted it");
        assertThat(lost.places())
                .singleElement()
                .satisfies(place -> assertThat(place)
                        .startsWith(tool.lostPath() + " taken away: commit " + lost.brief("HEAD^")
                                + " by Ada on 2026-01-02 'Drop orders'"));
        assertThat(lost.command())
                .containsExactly("git", "restore", "--source=" + lost.git().commitId("HEAD~2"), "--", tool.lostPath());
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void deletedByARevert(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        lost.git().git("revert", "--no-edit", "HEAD");

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD") + " deleted it");
        assertThat(lost.places())
                .singleElement()
                .satisfies(place -> assertThat(place).contains("'Revert \"Add orders\"'"));
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void leftOutByAMerge(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commitOn("feature");
        lost.git().commit("Go on").git("merge", "--quiet", "--strategy=ours", "--no-edit", "feature");
        lost.git().git("branch", "--quiet", "-D", "feature");

        assertThat(lost.story()).isEqualTo("merge " + lost.brief("HEAD") + " left it out");
        lost.isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void deletedBeforeAnOlderBranchWasMerged(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        lost.git()
                .branch("older")
                .write("README", "more\n")
                .stage(".")
                .commit("Explain")
                .checkout("main");
        lost.git().git("rm", "--quiet", tool.lostPath());
        lost.git().commit("Drop orders").git("merge", "--quiet", "--no-edit", "older");

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD^1") + " deleted it");
    }

    @ParameterizedTest
    @EnumSource
    void deletedWhileAnOlderBranchStillHasIt(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        lost.git().git("branch", "older");
        lost.git().git("rm", "--quiet", tool.lostPath());
        lost.git().commit("Drop orders");

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD") + " deleted it");
        assertThat(lost.places())
                .hasSize(2)
                .last()
                .satisfies(place -> assertThat(place).startsWith(tool.lostPath() + " on branch older: "));
    }

    @ParameterizedTest
    @EnumSource
    void deletedAfterItWasRenamed(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        String other = tool.lostPath().replace("orders", "all_orders");
        lost.git().git("mv", tool.lostPath(), other);
        lost.git().commit("Rename").git("rm", "--quiet", other);
        lost.git().commit("Drop orders");

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD") + " deleted it");
        assertThat(lost.command()).endsWith(other);
        assertThat(lost.commandPrints()).isEmpty();
        assertThat(lost.git().path(other)).hasContent(tool.lostText());
    }

    @ParameterizedTest
    @EnumSource
    void deletedWhenTheFolderWasMoved(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        lost.git().git("rm", "--quiet", tool.lostPath());
        lost.git().git("mv", "backend", "server");
        tool.kept("server").forEach(lost.git()::write);
        lost.git().stage(".").commit("Move");

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD") + " deleted it");
        assertThat(lost.command())
                .as("what lies in the old folder today is not overwritten")
                .containsExactly("git", "show", lost.git().commitId("HEAD^") + ":" + tool.lostPath());
        assertThat(lost.commandPrints()).isEqualTo(tool.lostText());
    }

    @ParameterizedTest
    @EnumSource
    void deletedBeforeTheFolderWasMovedTwice(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        lost.git().git("rm", "--quiet", tool.lostPath());
        lost.git().commit("Drop orders");
        for (String[] move : new String[][] {{"backend", "server"}, {"server", "service"}}) {
            lost.git().git("mv", move[0], move[1]);
            tool.kept(move[1]).forEach(lost.git()::write);
            lost.git().stage(".").commit("Move");
        }

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD~2") + " deleted it");
    }

    @Test
    void givenAnotherIdAndPlaceByACommit() {
        LostMigration lost = LostMigration.of(Tool.ALEMBIC, folder).commit();
        String other =
                Tool.ALEMBIC.lostText().replace("b2c3d4e5f6a7", "c3d4e5f6a7b8").replace("\"a1b2c3d4e5f6\"", "None");
        lost.git().write(Tool.ALEMBIC.lostPath(), other).stage(".").commit("New id");

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD") + " made its file another migration's");
        assertThat(lost.command())
                .as("what is there now is not overwritten")
                .containsExactly("git", "show", lost.git().commitId("HEAD^") + ":" + Tool.ALEMBIC.lostPath());
    }

    @Test
    void deletedWithAnotherTextThanWasApplied() {
        LostMigration lost = LostMigration.of(Tool.FLYWAY, folder).commit();
        lost.git()
                .write(Tool.FLYWAY.lostPath(), "create table orders (id bigint);\n")
                .stage(".")
                .commit("Edit");
        lost.git().git("rm", "--quiet", Tool.FLYWAY.lostPath());
        lost.git().commit("Drop orders");

        assertThat(lost.places())
                .singleElement()
                .satisfies(place ->
                        assertThat(place).endsWith("found by its id, but with another checksum than was applied"));
    }

    @Test
    void isSureWhenTheChecksumIsTheOneThatWasApplied() {
        LostMigration lost = LostMigration.of(Tool.FLYWAY, folder).commitOn("feature");

        assertThat(lost.places())
                .singleElement()
                .satisfies(place -> assertThat(place).endsWith("found by its id and the checksum that was applied"));
    }

    @ParameterizedTest
    @EnumSource
    void neverCommitted(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder);

        assertThat(lost.story()).isEqualTo("never committed anywhere this clone can see");
        assertThat(lost.places()).isEmpty();
        assertThat(lost.command()).isEmpty();
    }

    @Test
    void neverCommittedButCompiled() {
        LostMigration lost = LostMigration.of(Tool.ALEMBIC, folder);
        String leftover = Tool.ALEMBIC.folder() + "/__pycache__/b2c3d4e5f6a7_orders.cpython-312.pyc";
        lost.git().ignore("__pycache__").write(leftover, "compiled").write(leftover.replace("b2", "bb2"), "another");

        assertThat(lost.story())
                .isEqualTo("never committed anywhere this clone can see, but Python compiled it: " + leftover);
        assertThat(lost.places()).containsExactly(leftover + " compiled, found by the name of a compiled file only");
    }

    @ParameterizedTest
    @EnumSource
    void aShallowCloneCannotSayThatItWasNeverCommitted(Tool tool) {
        LostMigration whole = LostMigration.of(tool, folder).commit();
        whole.git().git("rm", "--quiet", tool.lostPath());
        whole.git().commit("Drop orders").commit("Go on");
        Path shallow = folder.resolve("shallow");
        whole.git().git("clone", "--quiet", "--depth=1", "file://" + whole.git().workTree(), shallow.toString());
        TestRepository clone = whole.git().at(shallow);

        assertThat(whole.at(clone).story())
                .isEqualTo("not found in this clone, of which not everything was searched: this clone is shallow");
    }
}
