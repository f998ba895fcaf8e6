package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private final TestRepository git;
    private final Path folder;

    DoctorTest(@TempDir Path folder) {
        this.folder = folder;
        this.git = TestRepository.in(folder)
                .write("db/migration/V1__a.sql", "select 1;\n")
                .stage(".")
                .commit("one");
    }

    @Test
    void tellsWhatWorksInAPlainRepository() {
        assertThat(doctor(git))
                .contains("ok   migtrue            development\n")
                .contains("ok   Java               " + Runtime.version())
                .contains("ok   repository         " + git.path(".git") + "\n")
                .contains("ok   work tree          " + git.workTree() + "\n")
                .contains("ok   read by            JGit\n")
                .contains("!    base               not looked at: no base branch was named or found\n")
                .contains("ok   flyway             1 in db/migration, recognised by files named like 'V1__words.sql'\n")
                .contains("!    database           none named: give --db, or set DATABASE_URL\n")
                .containsPattern("ok   git                \\d+\\.\\d+")
                .contains("!    pre-commit         not installed\n");
    }

    @Test
    void tellsTheBaseAndWhoNamedIt() {
        assertThat(doctor(git, "--base", "main"))
                .contains("base               main " + git.commitId("main").substring(0, 8) + ", named by --base\n");
    }

    @Test
    void tellsWhatCameOfADatabaseAndKeepsItsSecret() {
        assertThat(doctor(git.with("SHOP_URL", "postgresql://ada:s3cret@127.0.0.1:1/shop"), "--db", "$SHOP_URL"))
                .contains("!    database default   postgresql://127.0.0.1:1/shop: not read: ")
                .doesNotContain("s3cret");
    }

    @Test
    void tellsWhichHooksAreInstalled() {
        CommandRun.in(git.workTree(), git.environment(), "hook", "install", "pre-push");

        assertThat(doctor(git))
                .contains("ok   pre-push           installed")
                .contains("!    pre-commit         not installed\n");
    }

    @Test
    void tellsWhatGitReadsAndWhy() {
        TestRepository other = git.at(folder.resolve("sha256"));
        other.git("init", "--quiet", "--template=", "--object-format=sha256");
        other.write("db/migration/V1__a.sql", "").stage(".").commit("one").git("update-index", "--split-index");

        assertThat(doctor(other))
                .contains("repository         " + other.path(".git") + ", objects named by SHA-256\n")
                .contains("JGit; git for the objects and references, as the repository names its objects by SHA-256;"
                        + " git for the index, as the index is split over several files\n");
    }

    @Test
    void saysOnceThatThereIsNoRepositoryAndDoesNotFail() {
        CommandRun run = CommandRun.in(git.home(), git.environment(), "doctor");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).containsOnlyOnce("not in a git repository: " + git.home());
    }

    @Test
    void saysThatThereIsNoGit() {
        assertThat(doctor(git.with("PATH", "")))
                .contains("ok   read by      JGit\n")
                .contains("!    git          not on the PATH")
                .doesNotContain("pre-commit");
    }

    @Test
    void failsWhenItIsMisused() {
        assertThat(CommandRun.in(git.workTree(), git.environment(), "doctor", "--nonsense")
                        .exitCode())
                .isEqualTo(2);
    }

    private static String doctor(TestRepository repository, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "doctor";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandRun run = CommandRun.in(repository.workTree(), repository.environment(), all);
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        return run.output();
    }
}
