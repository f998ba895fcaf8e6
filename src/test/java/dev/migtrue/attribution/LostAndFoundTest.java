package dev.migtrue.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file of an applied migration is in objects that nothing in git refers to any more, and which only a deep search looks at. */
class LostAndFoundTest {

    private static final String NEVER = "never committed anywhere this clone can see";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void inAStashThatWasDropped(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).write();
        lost.git().git("stash", "--quiet", "--include-untracked");
        String untracked = lost.brief("stash@{0}^3");
        lost.git().git("stash", "drop", "--quiet");
        lost.git().git("update-ref", "-d", "ORIG_HEAD");

        assertThat(lost.story()).isEqualTo(NEVER);
        assertThat(lost.amongLostObjects().story())
                .isEqualTo("it is in commit " + untracked + ", which no branch or tag holds");
        lost.amongLostObjects().isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void inACommitOfWhichNoLogTells(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        String brief = forget(lost);

        assertThat(lost.story()).isEqualTo(NEVER);
        assertThat(lost.amongLostObjects().story())
                .isEqualTo("it is in commit " + brief + ", which no branch or tag holds");
        lost.amongLostObjects().isCuredByItsCommand();
    }

    @ParameterizedTest
    @EnumSource
    void inAPackThatGitSetApart(Tool tool) {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        String brief = forget(lost);
        lost.git().git("repack", "--quiet", "--cruft", "-d");

        assertThat(lost.git().git("count-objects")).as("nothing is loose").startsWith("0 objects");
        assertThat(lost.amongLostObjects().story())
                .isEqualTo("it is in commit " + brief + ", which no branch or tag holds");
    }

    @Test
    void stagedAndNeverCommitted() {
        LostMigration lost = LostMigration.of(Tool.ALEMBIC, folder).write();
        lost.git().stage(".");
        String blob = lost.git().git("rev-parse", ":" + Tool.ALEMBIC.lostPath()).strip();
        lost.git().git("reset", "--quiet", "--hard");

        assertThat(lost.story()).isEqualTo(NEVER);
        LostMigration deep = lost.amongLostObjects();
        String brief = blob.substring(0, 10);
        assertThat(deep.story()).isEqualTo("its text is in git object " + brief + ", which was staged once");
        assertThat(deep.places())
                .containsExactly("%s is where the text in git object %s belongs, found by its id"
                        .formatted(Tool.ALEMBIC.folder(), brief));
        assertThat(deep.finding().help()).startsWith("save what the command shows as a file of its own");
        assertThat(deep.commandPrints()).isEqualTo(Tool.ALEMBIC.lostText());
    }

    @Test
    void aTextThatOnlyNamesTheMigrationIsNotIt() {
        LostMigration lost = LostMigration.of(Tool.ALEMBIC, folder);
        lost.git()
                .write(
                        "next.py",
                        Tool.ALEMBIC.lostText().replace("a1b2c3d4e5f6", "x").replace("revision = \"b2", "r = \"b2"));
        lost.git().write("later.py", "revision = \"e5f6\"\ndown_revision = \"b2c3d4e5f6a7\"\n");
        lost.git().stage(".").git("reset", "--quiet", "--hard");

        assertThat(lost.amongLostObjects().story()).isEqualTo(NEVER);
    }

    @Test
    void aBrokenObjectIsSaidAndEndsNothing() {
        LostMigration lost = LostMigration.of(Tool.ALEMBIC, folder).write();
        lost.git().stage(".");
        lost.git().git("reset", "--quiet", "--hard");
        lost.git().write(".git/objects/00/" + "1".repeat(38), "nothing that could be an object");

        assertThat(lost.amongLostObjects().story()).startsWith("its text is in git object ");
    }

    @Test
    void aBrokenObjectMayHaveBeenTheOne() {
        LostMigration lost = LostMigration.of(Tool.ALEMBIC, folder);
        String id = "00" + "1".repeat(38);
        lost.git().write(".git/objects/00/" + "1".repeat(38), "nothing that could be an object");

        assertThat(lost.amongLostObjects().story())
                .isEqualTo("not found in this clone, of which not everything was searched: git object " + id
                        + " cannot be read");
    }

    /** Takes the last commit away, and all notes of it. */
    private static String forget(LostMigration lost) {
        String brief = lost.brief("HEAD");
        lost.git().git("reset", "--quiet", "--hard", "HEAD^");
        lost.git().git("reflog", "expire", "--expire=all", "--expire-unreachable=all", "--all");
        lost.git().git("update-ref", "-d", "ORIG_HEAD");
        return brief;
    }
}
