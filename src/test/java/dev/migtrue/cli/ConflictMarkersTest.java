package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conflicts as git itself leaves them. */
class ConflictMarkersTest {

    private static final String REVISION = "migrations/versions/002_b.py";

    private final TestRepository git;

    ConflictMarkersTest(@TempDir Path folder) {
        git = TestRepository.in(folder)
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/versions/001_a.py", "revision = \"001_a\"\ndown_revision = None\n")
                .stage(".")
                .commit("one");
    }

    @Test
    void aFileInConflictIsFoundWhileTheMergeIsUnderWay() {
        conflict(REVISION, "revision = \"002_b\"\n", "revision = \"002_c\"\n");

        assertThat(check().output())
                .contains(REVISION + ":1:1: error: a merge was left unfinished: '<<<<<<< HEAD' [conflict-markers]");
    }

    @Test
    void aFileInConflictIsFoundAfterItWasStagedAndCommittedAsItIs() {
        git.branch("base").checkout("main");
        conflict(
                REVISION,
                "revision = \"002_b\"\ndown_revision = \"001_a\"\nx = 1\n",
                "revision = \"002_b\"\ndown_revision = \"001_a\"\nx = 2\n");
        git.stage(".").commit("merge");

        assertThat(check("--base", "base").output()).contains(REVISION + ":3:1: error: a merge was left unfinished");
    }

    @Test
    void aFileThatCannotBeUnderstoodIsReadAlthoughItIsTheSameEverywhere() {
        conflict(REVISION, "revision = \"002_b\"\n", "revision = compute()\n");
        git.stage(".").commit("merge");

        assertThat(check().output()).contains("[conflict-markers]");
    }

    @Test
    void linesOfEqualsSignsAndQuotedMailAreNoMarkers() {
        git.write(REVISION, """
                \"""
                =======
                >>> answer
                 <<<<<<< HEAD
                <<<<<<<<<< more
                \"""
                revision = "002_b"
                down_revision = "001_a"
                """).stage(".");

        CommandRun run = check();

        assertThat(run.output()).isEmpty();
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    /** Two branches add the file with different texts and are merged. */
    private void conflict(String path, String ours, String theirs) {
        git.branch("theirs").write(path, theirs).stage(".").commit("theirs");
        git.checkout("main").write(path, ours).stage(".").commit("ours");
        assertThat(git.execute("", "merge", "theirs").exitCode()).isNotZero();
    }

    private CommandRun check(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"check", "--no-db", "--format", "concise"}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return CommandRun.in(git.workTree(), git.environment(), all);
    }
}
