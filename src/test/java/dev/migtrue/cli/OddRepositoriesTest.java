package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of repositories that JGit alone cannot read. */
class OddRepositoriesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void checksARepositoryThatNamesItsObjectsBySha256() {
        TestRepository git = TestRepository.in(folder).at(folder.resolve("sha256"));
        git.git("init", "--quiet", "--template=", "--object-format=sha256", "--initial-branch=main");
        git.write("db/migration/V1__a.sql", "select 1;\n").stage(".").commit("one");
        git.branch("work")
                .write("db/migration/V1__a.sql", "select 2;\n")
                .stage(".")
                .commit("two");
        git.write("db/migration/V3__c.sql", "select 3;\n");
        String base = git.commitId("main");

        CommandRun run = check(git, "--base", "main", "--expect-base", base, "--format", "json");

        assertThat(base).hasSize(64);
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
        assertThat(run.output())
                .contains("\"base\": \"" + base + "\"")
                .contains("\"head\": \"" + git.commitId("HEAD") + "\"")
                .contains("rewritten-migration", "untracked-migration");
        assertThat(check(git, "--base", base, "--expect-base", base.substring(0, 50), "--fail-on", "error")
                        .errors())
                .doesNotContain("not read though required");
    }

    @Test
    void checksARepositoryWhoseIndexIsSplit() {
        TestRepository git = TestRepository.in(folder)
                .write("db/migration/V1__a.sql", "select 1;\n")
                .stage(".")
                .commit("one");
        git.git("update-index", "--split-index");
        git.write("db/migration/V2__b.sql", "select 2;\n");

        assertThat(check(git, "--format", "concise").output())
                .startsWith("db/migration/V2__b.sql:1:1: error: ")
                .hasLineCount(1);
    }

    @Test
    void isUnverifiedWhereAPartialCloneLacksAFile() {
        TestRepository remote = TestRepository.in(folder);
        remote.git("config", "uploadpack.allowFilter", "true");
        remote.write("migrations/env.py", "")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/versions/1_a.py", "revision = '1'\ndown_revision = None\n")
                .stage(".")
                .commit("one");
        TestRepository clone = remote.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", "file://" + remote.workTree(), "--filter=blob:none", "--no-checkout", ".");
        clone.git("sparse-checkout", "set", "--no-cone", "alembic.ini", "migrations/env.py");
        clone.git("checkout", "--quiet");

        CommandRun whole = check(clone, "--require", "files");
        CommandRun offline = check(clone.with("GIT_NO_LAZY_FETCH", "1"), "--require", "files");

        assertThat(whole.exitCode()).as(whole.errors()).isZero();
        assertThat(offline.exitCode()).isEqualTo(3);
        assertThat(offline.errors()).contains("run 'git fetch --refetch --no-filter'");
    }

    private static CommandRun check(TestRepository repository, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(new String[] {"check", "--no-db"}, 0, all, 0, 2);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return CommandRun.in(repository.workTree(), repository.environment(), all);
    }
}
