package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One changelog that holds several changesets: what happens to one is no news of the others. */
class ManyInOneFileTest {

    private static final String CHANGELOG = "db/changelog/changelog.sql";
    private static final String ONE = "--changeset ann:1\ncreate table if not exists a (id int);\n";
    private static final String TWO = "--changeset ann:2\ncreate table if not exists b (id int);\n";
    private static final String THREE = "--changeset ann:3\ncreate table if not exists c (id int);\n";

    private final TestRepository git;

    /** The branch {@code base} has the first two. */
    ManyInOneFileTest(@TempDir Path folder) {
        git = TestRepository.in(folder);
        write(ONE, TWO).stage(".").commit("Add 1 and 2").branch("base").checkout("main");
    }

    @Test
    void oneThatIsAppendedLeavesTheOthersAsTheyWere() {
        write(ONE, TWO, THREE);
        assertThat(findings()).isEmpty();

        git.stage(".");
        assertThat(findings()).isEmpty();

        git.commit("Add 3");
        assertThat(findings()).isEmpty();
    }

    @Test
    void oneThatIsEditedIsTheOnlyOneThatIsRewritten() {
        write(ONE, TWO.replace("id int", "id bigint"), THREE).stage(".").commit("Edit 2");

        assertThat(findings())
                .containsExactly(CHANGELOG + ":4:1: error: migration " + CHANGELOG
                        + "::2::ann has another text than on base [rewritten-migration]");
    }

    @Test
    void oneThatIsReplacedIsDeletedAndNotRenamed() {
        write(ONE, THREE).stage(".").commit("Replace 2");

        assertThat(findings())
                .containsExactly(CHANGELOG + ":4:1: error: migration " + CHANGELOG
                        + "::2::ann is on base and was deleted here [deleted-migration]");
        assertThat(check("text").output()).doesNotContain("git restore");
    }

    @Test
    void oneThatKeepsItsTextUnderAnotherIdIsRenamed() {
        write(ONE, TWO.replace("ann:2", "ann:two")).stage(".").commit("Rename 2");

        assertThat(findings())
                .containsExactly(CHANGELOG + ":4:1: error: migration " + CHANGELOG + "::two::ann is " + CHANGELOG
                        + "::2::ann on base [renamed-migration]");
    }

    @Test
    void oneThatIsStagedOtherwiseIsNamedAlone() {
        write(ONE, TWO, THREE).stage(".");
        write(ONE, TWO, THREE.replace("id int", "id bigint"));

        assertThat(findings())
                .containsExactly(CHANGELOG + ":6:1: warning: migration " + CHANGELOG
                        + "::3::ann is staged with another text than the one on disk [partly-staged-migration]");
    }

    @Test
    void aMergeThatWasLeftUnfinishedIsFoundWhereverItIs() {
        write(ONE, "<<<<<<< HEAD\n", TWO, "=======\n", THREE, ">>>>>>> theirs\n")
                .stage(".")
                .commit("merge");

        assertThat(findings()).anyMatch(finding -> finding.contains("a merge was left unfinished: '<<<<<<< HEAD'"));
    }

    private TestRepository write(String... changeSets) {
        return git.write(CHANGELOG, "--liquibase formatted sql\n" + String.join("", changeSets));
    }

    private List<String> findings() {
        return check("concise").output().lines().toList();
    }

    private CommandRun check(String format) {
        String[] arguments = Stream.of("check", "--no-db", "--base", "base", "--format", format)
                .toArray(String[]::new);
        return CommandRun.in(git.workTree(), git.environment(), arguments);
    }
}
