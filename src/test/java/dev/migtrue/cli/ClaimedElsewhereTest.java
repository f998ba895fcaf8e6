package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which branches count as somebody else's, in clones as people have them. */
class ClaimedElsewhereTest {

    private static final String OURS = "db/migration/V2__orders.sql";
    private static final String THEIRS = "db/migration/V2__items.sql";

    private final Path folder;
    private final TestRepository remote;

    /** Main has 1. */
    ClaimedElsewhereTest(@TempDir Path folder) {
        this.folder = folder;
        remote = TestRepository.in(folder);
        remote.write("db/migration/V1__users.sql", "select 1;\n").stage(".").commit("users");
    }

    @Test
    void aBranchOfTheRemoteIsNamedWithCommitAndAuthor() {
        TestRepository grace = remote.with("GIT_AUTHOR_NAME", "Grace");
        grace.branch("items").write(THEIRS, "select 2;\n").stage(".").commit("add items");
        String commit = remote.commitId("items").substring(0, 10);
        remote.write("note", "later\n").stage(".").commit("another").checkout("main");
        TestRepository clone =
                cloned().branch("orders").write(OURS, "select 3;\n").stage(".").commit("orders");

        CommandRun run = check(clone, "text");

        assertThat(run.exitCode()).as("a warning").isZero();
        assertThat(run.output())
                .contains("is also added on remote branch origin/items, in " + THEIRS)
                .contains("agree with Grace, who committed it (" + commit + ", 2026-01-02)")
                .contains(THEIRS + " on remote branch origin/items: commit " + commit
                        + " by Grace on 2026-01-02 'add items'");
    }

    @Test
    void ownBranchesClaimNothing() {
        remote.branch("orders")
                .write(OURS, "-- first try\nselect 1;\n")
                .stage(".")
                .commit("orders")
                .checkout("main");
        TestRepository clone = cloned().checkout("orders").write(OURS, "-- second try\nselect 1;\n");
        clone.git("commit", "--quiet", "--all", "--amend", "--message", "orders");
        assertThat(check(clone, "concise").output()).as("its own upstream").isEmpty();

        clone.git("branch", "--quiet", "--move", "renamed");
        assertThat(check(clone, "concise").output())
                .as("an upstream of another name")
                .isEmpty();

        clone.branch("stacked")
                .write(OURS, "-- third try\nselect 1;\n")
                .stage(".")
                .commit("go on")
                .checkout("renamed");
        assertThat(check(clone, "concise").output())
                .as("a branch that goes on from here")
                .isEmpty();

        clone.git("checkout", "--quiet", "--detach");
        assertThat(check(clone, "concise").output()).as("no branch at all").contains("[claimed-elsewhere]");
    }

    @Test
    void mergedBranchesClaimNothing() {
        remote.branch("items")
                .write(THEIRS, "select 2;\n")
                .stage(".")
                .commit("items")
                .checkout("main");
        remote.git("merge", "--quiet", "--squash", "items");
        remote.git("mv", THEIRS, "db/migration/V3__items.sql");
        remote.commit("squashed and renumbered");
        TestRepository clone =
                cloned().branch("orders").write(OURS, "select 3;\n").stage(".").commit("orders");

        assertThat(check(clone, "concise").output())
                .contains("[late-migration]")
                .doesNotContain("claimed-elsewhere");
    }

    @Test
    void whatWasMergedAndTakenAwayAgainIsNoClaim() {
        remote.branch("items")
                .write(THEIRS, "select 2;\n")
                .stage(".")
                .commit("items")
                .checkout("main");
        remote.git("merge", "--quiet", "--no-ff", "--no-edit", "items");
        remote.git("rm", "--quiet", THEIRS);
        remote.commit("revert");
        TestRepository clone =
                cloned().branch("orders").write(OURS, "select 3;\n").stage(".").commit("orders");

        assertThat(check(clone, "concise").output()).isEmpty();
    }

    @Test
    void everyFreshBranchStartsFromHead() {
        TestRepository clone = cloned().branch("items").write(THEIRS, "select 2;\n");
        clone.stage(".").commit("items").git("checkout", "--quiet", "-b", "orders", "main");
        clone.write(OURS, "select 3;\n").stage(".");

        assertThat(check(clone, "concise").output())
                .isEqualTo(OURS + ":1:1: warning: migration 2 is also added on branch items, in " + THEIRS
                        + " [claimed-elsewhere]\n");
    }

    private TestRepository cloned() {
        TestRepository clone = remote.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", remote.workTree().toUri().toString(), ".");
        return clone;
    }

    private static CommandRun check(TestRepository repository, String format) {
        return CommandRun.in(repository.workTree(), repository.environment(), "check", "--no-db", "--format", format);
    }
}
