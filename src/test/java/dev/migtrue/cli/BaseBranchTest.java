package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of the base branch, in clones as people and CI systems make them. */
class BaseBranchTest {

    private final Path folder;
    private final TestRepository remote;

    /** Feature left main at version 1; since then main got 2, and feature 3. */
    BaseBranchTest(@TempDir Path folder) {
        this.folder = folder;
        remote = TestRepository.in(folder);
        remote.write("db/migration/V1__a.sql", "select 1;\n").stage(".").commit("one");
        remote.branch("feature").write("db/migration/V3__c.sql", "select 3;\n");
        remote.stage(".").commit("three").checkout("main");
        remote.write("db/migration/V2__b.sql", "select 2;\n").stage(".").commit("two");
    }

    @Test
    void aBranchBehindBaseHasDeletedNothing() {
        CommandRun run = check(cloned(), "--require", "base");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).isEmpty();
        assertThat(run.errors())
                .contains(", base origin/main " + start(remote.commitId("main")) + " (default of origin)")
                .contains(", merge base " + start(remote.commitId("main~1")))
                .contains("merge base 1, base 2");
    }

    @Test
    void aBranchThatIsBehindWhatItsVersionsNeedIsLate() {
        remote.write("db/migration/V4__d.sql", "select 4;\n").stage(".").commit("four");

        CommandRun run = check(cloned());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .isEqualTo(
                        "db/migration/V3__c.sql:1:1: error: migration 3 is new here, but base already has the later 4"
                                + " [late-migration]\n");
    }

    @Test
    void aRebasedBranchHasNothingThatBaseLacksButItsOwn() {
        TestRepository clone = cloned();
        clone.git("rebase", "--quiet", "origin/main");

        CommandRun run = check(clone);

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).contains("HEAD 3, base 2)").doesNotContain("merge base");
    }

    @Test
    void aRebaseThatDroppedAMigrationOfBaseIsSeen() {
        TestRepository clone = cloned();
        clone.git("rebase", "--quiet", "origin/main");
        clone.git("rm", "--quiet", "db/migration/V2__b.sql");
        clone.commit("tidy up");

        CommandRun run = check(clone);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("migration 2 is on base and was deleted here [deleted-migration]");
    }

    @Test
    void aBaseThatCiNamesAndTheCloneLacksIsUnverifiedNeverUnchanged() {
        TestRepository clone = remote.at(folder.resolve("clone")).with("GITHUB_BASE_REF", "main");
        clone.git(
                "clone",
                "--quiet",
                "--depth=1",
                "--branch=feature",
                remote.workTree().toUri().toString(),
                ".");
        String reason = "GITHUB_BASE_REF names 'main', which is not in this clone:"
                + " run 'git fetch --unshallow origin main:refs/remotes/origin/main'";

        CommandRun tolerated = check(clone);

        assertThat(tolerated.exitCode()).isZero();
        assertThat(tolerated.errors()).contains("base: " + reason).contains("rules need base");
        assertThat(CommandRun.in(clone.workTree(), clone.environment(), "check", "--no-db", "--format", "json")
                        .output())
                .contains("\"outcome\": \"unverified\"");

        CommandRun required = check(clone, "--require", "base");

        assertThat(required.exitCode()).isEqualTo(3);
        assertThat(required.errors()).contains("base not read though required: " + reason);
        assertThat(required.errors().split("base not read", -1)).hasSize(2);
    }

    @Test
    void aBaseThatTheUserNamesAndTheCloneLacksIsWrongUse() {
        CommandRun run = check(cloned(), "--base", "release");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("'release'").contains("git fetch origin release");
    }

    @Test
    void theBaseThatIsExpectedIsReadOrTheVerdictRefused() {
        TestRepository clone = cloned();
        String before = remote.commitId("main");

        assertThat(check(clone, "--expect-base", before).exitCode()).isZero();
        assertThat(check(clone, "--expect-base", start(before).toUpperCase(Locale.ROOT))
                        .exitCode())
                .isZero();

        remote.commit("later");
        clone.git("fetch", "--quiet", "origin");
        CommandRun stale = check(clone, "--expect-base", start(before));

        assertThat(stale.exitCode()).isEqualTo(3);
        assertThat(stale.errors())
                .contains("base " + start(before) + " not read though required: origin/main is at "
                        + remote.commitId("main"));
    }

    @Test
    void anExpectedBaseIsMissedWhereNoneCanBeRead() {
        CommandRun run = check(remote, "--expect-base", remote.commitId("main"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errors()).contains("base not read though required: no base branch was named or found");
    }

    @Test
    void anExpectedBaseIsMissedEvenWhereThereAreNoMigrations() {
        TestRepository empty = TestRepository.in(folder.resolve("empty")).commit("one");

        CommandRun run = check(empty, "--base", "main", "--expect-base", "1234567");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errors()).contains("base 1234567 not read though required: main is at ");
    }

    @Test
    void anExpectedBaseIsTheIdOfACommit() {
        for (String wrong : List.of("main", "12345", "1234567z", "")) {
            CommandRun run = check(remote, "--expect-base", wrong);

            assertThat(run.exitCode()).as(wrong).isEqualTo(2);
            assertThat(run.errors()).contains("--expect-base: '" + wrong + "' is not the id of a commit");
        }
    }

    private TestRepository cloned() {
        TestRepository clone = remote.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", remote.workTree().toUri().toString(), ".");
        return clone.checkout("feature");
    }

    private static CommandRun check(TestRepository repository, String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"check", "--no-db", "--format", "concise"}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return CommandRun.in(repository.workTree(), repository.environment(), all);
    }

    private static String start(String commit) {
        return commit.substring(0, 8);
    }
}
