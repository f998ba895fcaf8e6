package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.CommandRun;
import dev.migtrue.testing.QuickQuestion;
import dev.migtrue.testing.QuickQuestion.Answer;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a hook leaves without starting Java, and what brings it back. */
class NothingToDoTest {

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void startWithOneMigrationAndAMemory() {
        repository = TestRepository.in(folder)
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = db\n")
                .write("db/env.py", "")
                .write("db/versions/001_a.py", "revision = '001'\ndown_revision = None\n")
                .write("shop/src/main/resources/db/migration/V1__a.sql", "select 1;\n")
                .stage(".")
                .commit("Start");
        remember();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash"})
    void codeAloneIsNoneOfItsBusiness(String shell) {
        repository.write("app.txt", "two\n").write("new.txt", "new\n").stage(".");

        assertThat(QuickQuestion.ask(shell, repository.workTree(), repository.environment()))
                .isInstanceOf(Answer.Leave.class);
        assertThat(QuickQuestion.ask(shell, repository.path("db"), repository.environment()))
                .isInstanceOf(Answer.Leave.class);
    }

    @Test
    void oneCommitOfCodeAfterTheOtherIsNoneOfItsBusiness() {
        for (int number = 0; number < 3; number++) {
            repository.write("app.txt", number + "\n").stage(".");
            leaves();
            repository.commit("Go on");
        }
    }

    @Test
    void whatPythonCompiledIsNoMigration() {
        repository.write("db/versions/__pycache__/002.cpython-312.pyc", "x").write("db/.DS_Store", "x");
        leaves();
        repository.ignore("__pycache__/");
        leaves();
    }

    @Test
    void aMergeOfCodeIsNoneOfItsBusiness() {
        repository.branch("theirs").write("app.txt", "two\n").stage(".").commit("Theirs");
        repository.checkout("main").write("other.txt", "one\n").stage(".").commit("Ours");
        repository.git("merge", "--quiet", "--no-commit", "theirs");

        leaves();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/src/main/resources/db/migration/V2__b.sql",
                "shop/src/main/java/db/migration/V2__b.java",
                "elsewhere/V1__a.SQL",
                "new/my_ALEMBIC_two.ini",
                "new/migrations/env.py",
                "pyproject.toml",
                "conf/flyway/x.toml",
                "src/main/resources/application-test.yml",
                "migtrue.yaml",
                ".gitattributes"
            })
    void whatMayBeAMigrationOrTellWhereTheyAreIsLookedAt(String path) {
        repository.write(path, "x");
        starts();
        repository.stage(".");
        starts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db/versions/002_b.py", "new/alembic.ini"})
    void whateverBecomesOfSuchAFileIsLookedAt(String path) {
        repository.write(path, "x").stage(".").commit("Add it");
        starts();
        remember();
        leaves();
        repository.write(path, "changed");
        starts();
        repository.git("update-index", "--assume-unchanged", path);
        starts();
        repository.git("update-index", "--no-assume-unchanged", "--skip-worktree", path);
        starts();
        repository.git("update-index", "--no-skip-worktree", path);
        repository.git("checkout", "--quiet", ".");
        leaves();
        repository.remove(path);
        starts();
        repository.git("checkout", "--quiet", ".");
        repository.git("mv", path, "gone.txt");
        starts();
    }

    @Test
    void whatIsIgnoredIsLookedAtWhereverItIsIgnored() throws IOException {
        repository.write("db/versions/002_b.py", "x").write("V7__x.sql", "x").write("build/V8__x.sql", "x");
        repository.write(".git/info/exclude", "002*\nV7*\nbuild/\n");
        starts();
        repository.remove("db/versions/002_b.py");
        starts();
        repository.remove("V7__x.sql");
        leaves();

        repository.write(".git/info/exclude", "build/\n").ignore("/wei\u00dfes/\n");
        repository.write("wei\u00dfes/a.txt", "x");
        leaves();
        repository.write("wei\u00dfes/migrations/V1__a.sql", "x").write(".gitignore", "migrations/\n");
        starts();
        Files.writeString(repository.home().resolve("ignore"), "**/migrations\n");
        repository.write(".gitignore", "");
        repository.git(
                "config",
                "core.excludesFile",
                repository.home().resolve("ignore").toString());
        starts();
    }

    @Test
    void aFolderOfMigrationsThatIsIgnoredAsAWholeIsLookedAt() {
        repository.ignore("out/").write("alembic.ini", "[alembic]\nscript_location = out\n");
        repository.stage(".").commit("Move");
        repository.write("out/versions/001_a.py", "revision = '001'\ndown_revision = None\n");
        remember();
        starts();
        repository.remove("out/versions/001_a.py");
        repository.write("other/out/versions/001_a.py", "revision = '001'\ndown_revision = None\n");
        leaves();
    }

    @Test
    void anotherHeadIsLookedAtWhereItHasOtherMigrations() {
        repository
                .branch("other")
                .write("alembic.ini", "[alembic]\nscript_location = steps\n")
                .write("steps/env.py", "")
                .write("steps/versions/001_a.py", "revision = '001'\ndown_revision = None\n")
                .stage(".")
                .commit("Move");
        repository.write("steps/versions/002_b.py", "revision = '002'\ndown_revision = '001'\n");
        starts();
        remember();
        starts();
        repository.checkout("main");
        repository.remove("steps/versions/002_b.py");
        starts();
    }

    @Test
    void whatBaseBringsIsLookedAt() {
        repository
                .branch("base")
                .write("late/alembic.ini", "[alembic]\nscript_location = late/db\n")
                .write("late/db/versions/001_a.py", "revision = '001'\ndown_revision = None\n")
                .stage(".")
                .commit("Theirs");
        repository.checkout("main").write("late/db/versions/002_b.py", "revision = '002'\ndown_revision = '001'\n");
        leaves();

        repository.git("update-ref", "refs/remotes/origin/main", "base");

        starts();
        assertThat(full(repository).output()).contains("untracked-migration");
    }

    @Test
    void aFolderThatWouldBeTakenInPlaceOfAnotherIsLookedAt() {
        repository
                .write("backend/alembic.ini", "[alembic]\nscript_location = common\n")
                .write("common/versions/001_a.py", "revision = '001'\ndown_revision = None\n")
                .stage(".")
                .commit("Share");
        remember();
        leaves();

        repository.write("backend/common/versions/001_a.py", "revision = '001'\ndown_revision = None\n");
        starts();
    }

    @Test
    void aSuffixOfTheProjectsOwnIsKnown() {
        repository
                .write("flyway.conf", "flyway.locations=filesystem:plsql\nflyway.sqlMigrationSuffixes=.pks,.sql\n")
                .write("plsql/V1__a.pks", "x")
                .stage(".")
                .commit("Use packages");
        remember();
        leaves();

        repository.write("other/V2__b.pks", "x");
        starts();
    }

    @Test
    void theIndexThatGitNamesIsTheOneThatCounts() {
        repository.write("db/versions/002_b.py", "x").stage(".").write("app.txt", "two\n");
        TestRepository onlyTheCode = repository.with("GIT_INDEX_FILE", ".git/next-index-1.lock");
        onlyTheCode.git("read-tree", "HEAD");
        onlyTheCode.stage("app.txt");
        starts(onlyTheCode);

        repository.git("rm", "--quiet", "--force", "db/versions/002_b.py");
        leaves(onlyTheCode);
        TestRepository theMigration = repository.with("GIT_INDEX_FILE", ".git/next-index-2.lock");
        theMigration.git("read-tree", "HEAD");
        theMigration.write("db/versions/003_c.py", "x").stage("db");
        repository.remove("db/versions/003_c.py");
        starts(theMigration);
    }

    @Test
    void variablesThatMakeOthersOfTheQuestionAreLeftToTheFullRun() {
        leaves();
        for (String variable :
                List.of("MIGTRUE_FULL", "GITHUB_BASE_REF", "PRE_COMMIT_TO_REF", "GIT_LITERAL_PATHSPECS", "GIT_DIR")) {
            Answer answer = ask(repository.with(variable, variable.equals("GIT_DIR") ? "/nowhere" : "1"));

            assertThat(answer).as(variable).isInstanceOf(Answer.Start.class);
            assertThat(((Answer.Start) answer).wantsMemory()).as(variable).isFalse();
        }
    }

    @Test
    void aMemoryThatIsNotWholeIsNone() throws IOException {
        Path memory = repository.path(".git/migtrue/hook");
        String whole = Files.readString(memory);
        for (int length = 0; length < whole.length() - 1; length += 41) {
            Files.writeString(memory, whole.substring(0, length));
            starts();
        }
        Files.writeString(memory, whole.replaceFirst("@build@", "another"));
        starts();
        Files.writeString(memory, whole.replaceFirst(repository.commitId("HEAD"), "1".repeat(40)));
        starts();
        Files.writeString(memory, whole);
        leaves();
    }

    @Test
    void filtersThatChangeWhatComesToTheDiskAreLookedAt() {
        repository.git("config", "filter.crypt.clean", "cat");

        starts();
    }

    @Test
    void everyWorkTreeHasAMemoryOfItsOwnThatGoesWithTheHook() {
        repository.git("worktree", "add", "--quiet", folder.resolve("linked").toString());
        TestRepository linked = repository.at(folder.resolve("linked"));
        starts(linked);
        remember(linked);
        leaves(linked);
        leaves();
        assertThat(repository.path(".git/worktrees/linked/migtrue/hook")).exists();

        CommandRun.in(repository.workTree(), repository.environment(), "hook", "uninstall");
        assertThat(repository.path(".git/worktrees/linked/migtrue")).doesNotExist();
        assertThat(repository.path(".git/migtrue")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {" a b ", "--", "*", "a[b]?", "$a`b`'\"\\", "\u00e9\u65e5\t", ":(top)"})
    void foldersMayBeCalledAnything(String name) {
        repository
                .write(name + "/alembic.ini", "[alembic]\nscript_location = %(here)s/m\n")
                .write(name + "/m/versions/001_a.py", "revision = '001'\ndown_revision = None\n")
                .git("add", ".");
        repository.commit("Add a strange name");
        remember();
        leaves();

        repository.write(name + "/m/versions/002_b.py", "x");
        starts();
        repository.write(".git/info/exclude", "002*\n");
        starts();
        repository.stageForced(".").commit("Add another");
        starts();
    }

    @Test
    void aNameThatHoldsALineEndIsNotWrittenDown() {
        repository
                .write("a\nb/alembic.ini", "[alembic]\nscript_location = %(here)s/m\n")
                .write("a\nb/m/versions/001_a.py", "revision = '001'\ndown_revision = None\n")
                .stage(".")
                .commit("Add a very strange name");
        remember();

        starts();
    }

    @Test
    void nothingIsRememberedWhereADatabaseIsLookedAtOrTheDiskIsNotWhatHeadSays() {
        repository.write("alembic.ini", "[alembic]\nscript_location = other\n");
        assertThat(ask(repository)).isInstanceOf(Answer.Start.class);
        repository.write("app.txt", "two\n").stage("app.txt").commit("Go on");
        repository.git("config", "filter.new.clean", "cat");
        remember();
        repository.git("checkout", "--quiet", ".");
        starts();

        Answer.Start start = (Answer.Start) ask(repository);
        CommandRun.in(
                repository.workTree(),
                start.environment(),
                "hook",
                "run",
                "pre-commit",
                "--db",
                "sqlite:///" + folder.resolve("x"));
        starts();
    }

    private void leaves() {
        leaves(repository);
    }

    private static void leaves(TestRepository where) {
        assertThat(ask(where)).isInstanceOf(Answer.Leave.class);
        assertThat(full(where)).isEqualTo(new CommandRun(0, "", ""));
    }

    private void starts() {
        starts(repository);
    }

    private static void starts(TestRepository where) {
        assertThat(ask(where)).isInstanceOf(Answer.Start.class);
    }

    private void remember() {
        remember(repository);
    }

    private static void remember(TestRepository where) {
        if (ask(where) instanceof Answer.Start start) {
            CommandRun.in(where.workTree(), start.environment(), "hook", "run", "pre-commit");
        }
    }

    private static CommandRun full(TestRepository where) {
        return CommandRun.in(where.workTree(), where.environment(), "hook", "run", "pre-commit");
    }

    private static Answer ask(TestRepository where) {
        return QuickQuestion.ask("sh", where.workTree(), where.environment());
    }
}
