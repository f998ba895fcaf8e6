package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import dev.migtrue.testing.TestRepository.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The installed hooks and the packaged program, called by real git in the states that git can be in, with and without the question by which a hook
 * that has nothing to do leaves early. Half the paths here hold a space.
 */
@ParameterizedClass
@EnumSource(HookIT.Way.class)
class HookIT {

    /** Which runs are full. */
    enum Way {
        THOSE_THAT_MUST,
        ALL
    }

    @Parameter
    private Way full = Way.ALL;

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void install() throws IOException {
        repository = TestRepository.in(Files.createDirectory(folder.resolve("a folder")))
                .with("GIT_MERGE_AUTOEDIT", "no")
                .with("GIT_EDITOR", "true")
                .with("MIGTRUE_FULL", full == Way.ALL ? "1" : "")
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "");
        migration("001", "None").stage(".").commit("Start");
        Path launcher =
                executable(folder.resolve("my migtrue"), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(Program.migtrue()));
        Program.Run run = Program.run(
                repository.workTree(),
                repository.environment(),
                Program.migtrue(),
                "hook",
                "install",
                "--launcher",
                launcher.toString());
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).contains("starts " + launcher);
        // So that the next one has something to go by.
        repository.write("readme.txt", "one\n").stage(".");
        passes("commit", "--quiet", "-m", "Read me");
    }

    @Test
    void codeAloneIsCommittedWithoutStartingJavaUnlessAllRunsAreFull() {
        TestRepository withoutJava = repository.with("MIGTRUE_JAVA_OPTS", "-XX:NoSuchOption");
        repository.write("app.txt", "two\n").stage(".");

        Run run = withoutJava.execute("", "commit", "--quiet", "-m", "Go on");

        assertThat(run.exitCode()).as(run.errors()).isEqualTo(full == Way.ALL ? 1 : 0);
        repository.git("commit", "--quiet", "--allow-empty", "-m", "Go on");
        migration("002", "'001'").stage(".");
        assertThat(withoutJava.execute("", "commit", "--quiet", "-m", "Migrate").exitCode())
                .isEqualTo(1);
    }

    @Test
    void aPlainCommitPassesInSilenceAndStopsWhereAMigrationStaysBehind() {
        migration("002", "'001'").write("app.txt", "two\n").stage(".");
        passes("commit", "--quiet", "-m", "Good");

        migration("003", "'002'").write("app.txt", "three\n").stage("app.txt");
        stops("untracked-migration", "commit", "-m", "Forget");
        repository.git("commit", "--quiet", "--no-verify", "-m", "Insist");
    }

    @Test
    void commitAllIsJudgedByTheIndexItIsAboutToWrite() {
        migration("002", "'001'").write("app.txt", "two\n");
        stops("untracked-migration", "commit", "-a", "-m", "Forget");

        repository.stage(".").git("commit", "--quiet", "-m", "Good");
        repository.write(file("002"), "revision = '002'\ndown_revision = '000'\n");
        stops("dangling-parent", "commit", "-a", "-m", "Break");
    }

    @Test
    void aPartCommitSaysWhatIsLeftOutAndPasses() {
        migration("002", "'001'").stage(".").git("commit", "--quiet", "-m", "Good");
        String text = "a = 1\n" + content("002", "'001'") + "\n\n\n\n\n\n\n\nb = 2\n";
        repository.write(file("002"), text).git("commit", "--quiet", "-a", "-m", "Grow");
        repository.write(file("002"), text.replace("a = 1", "a = 3").replace("b = 2", "b = 4"));

        Run run = repository.execute("y\nn\n", "commit", "-p", "-m", "Part");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output() + run.errors()).contains("partly-staged-migration");
    }

    @Test
    void aCommitOfAPathLeavesTheRestOfTheIndexForTheNext() {
        migration("002", "'001'").stage(".").write("app.txt", "two\n");
        passes("commit", "--quiet", "-m", "Only the code", "app.txt");
        passes("commit", "--quiet", "-m", "The rest");

        migration("003", "'002'");
        migration("004", "'003'").stage(".");
        stops("dangling-parent", "commit", "-m", "Only the child", file("004"));
    }

    @Test
    void amendingAMessageOnlyMentionsWhatIsUntracked() {
        migration("002", "'001'");

        Run run = repository.execute("", "commit", "--amend", "-m", "Start again");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output() + run.errors()).contains("untracked-migration");
        repository.write("app.txt", "two\n");
        stops("untracked-migration", "commit", "-a", "--amend", "-m", "Forget");
    }

    @Test
    void aMergeThatLeavesTwoHeadsIsStoppedAndOneOfCodeAloneIsNot() {
        repository.branch("theirs");
        migration("002", "'001'").stage(".").git("commit", "--quiet", "-m", "Theirs");
        repository.checkout("main");
        migration("003", "'001'").stage(".").git("commit", "--quiet", "-m", "Ours");

        stops("multiple-heads", "merge", "theirs");
        migration("004", "('002', '003')").stage(".");
        passes("commit", "--quiet", "--no-edit");
    }

    @Test
    void whatTheOtherBranchBroughtBrokenDoesNotStopAMerge() {
        repository.branch("theirs");
        migration("002", "'000'").stage(".").git("commit", "--quiet", "--no-verify", "-m", "Broken");
        repository.checkout("main").write("app.txt", "two\n").git("commit", "--quiet", "-a", "-m", "Ours");

        passes("merge", "--quiet", "theirs");
    }

    @Test
    void concludingAConflictOnlyMentionsWhatIsUntracked() {
        repository.branch("theirs").write("app.txt", "two\n").git("commit", "--quiet", "-a", "-m", "Theirs");
        String theirs = repository.commitId("HEAD");
        repository.checkout("main").write("app.txt", "three\n").git("commit", "--quiet", "-a", "-m", "Ours");
        migration("002", "'001'");
        for (String command : new String[] {"merge", "cherry-pick"}) {
            assertThat(repository.execute("", command, theirs).exitCode()).isEqualTo(1);
            repository.write("app.txt", command + "\n").stage("app.txt");

            Run run = repository.execute("", "commit", "--no-edit");

            assertThat(run.exitCode()).as(run.errors()).isZero();
            assertThat(run.output() + run.errors()).contains("untracked-migration");
            repository.git("reset", "--quiet", "--hard", "HEAD^");
        }
    }

    @Test
    void anIgnoredMigrationIsFoundWhereverItIsIgnored() throws IOException {
        migration("002", "'001'").write("app.txt", "two\n").stage("app.txt");
        Path global = Files.writeString(repository.home().resolve("ignore"), "002*\n");

        repository.git("config", "core.excludesFile", global.toString());
        stops("ignored-migration", "commit", "-m", "Globally");
        repository.git("config", "--unset", "core.excludesFile");
        repository.write(".git/info/exclude", "002*\n");
        stops("ignored-migration", "commit", "-m", "For this clone");
        repository.write(".git/info/exclude", "").ignore("002*").stage(".gitignore");
        stops("ignored-migration", "commit", "-m", "For all");
    }

    @Test
    void anIntendedAdditionStaysBehind() {
        migration("002", "'001'")
                .intentToAdd(file("002"))
                .write("app.txt", "two\n")
                .stage("app.txt");

        Run run = repository.execute("", "commit", "-m", "Forget");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output() + run.errors()).contains("002");
    }

    @Test
    void linkedWorktreesSubFoldersAndNamedGitFoldersAreJudgedLikewise() {
        repository.git("worktree", "add", "--quiet", folder.resolve("linked").toString());
        TestRepository linked = repository.at(folder.resolve("linked"));
        linked.write(file("002"), content("002", "'001'")).write("app.txt", "two\n");
        assertThat(linked.execute("", "commit", "-a", "-m", "Forget").exitCode())
                .isEqualTo(1);

        migration("002", "'001'")
                .write("app.txt", "two\n")
                .write("sub/one.txt", "one\n")
                .stage("sub", "app.txt");
        Run inSubFolder = repository.at(repository.path("sub")).execute("", "commit", "-m", "Forget");
        assertThat(inSubFolder.exitCode()).isEqualTo(1);
        assertThat(inSubFolder.output() + inSubFolder.errors()).contains("untracked-migration");
        Run named = repository
                .at(folder.resolve("elsewhere"))
                .execute(
                        "",
                        "--git-dir=" + repository.path(".git"),
                        "--work-tree=" + repository.workTree(),
                        "commit",
                        "-m",
                        "Forget");
        assertThat(named.exitCode()).isEqualTo(1);
        assertThat(named.output() + named.errors()).contains("untracked-migration");
    }

    @Test
    void aPushIsStoppedForWhatItBringsAndFedToTheHookBeforeOurs() throws IOException {
        Path remote = folder.resolve("remote.git");
        repository.git("init", "--quiet", "--bare", remote.toString());
        repository.git("remote", "add", "origin", remote.toString());
        Program.run(repository.workTree(), repository.environment(), Program.migtrue(), "hook", "uninstall");
        hook("pre-push", "#!/bin/sh\necho \"$@\" >> '%s'\ncat >> '%s'\n".formatted(seen(), seen()));
        Program.run(repository.workTree(), repository.environment(), Program.migtrue(), "hook", "install");

        passes("push", "--quiet", "origin", "main");
        assertThat(seen())
                .hasContent("origin %s\nrefs/heads/main %s refs/heads/main %s\n"
                        .formatted(remote, repository.commitId("HEAD"), "0".repeat(40)));
        migration("002", "'000'").stage(".").git("commit", "--quiet", "--no-verify", "-m", "Break");
        stops("dangling-parent", "push", "origin", "main");
        passes("push", "--quiet", "origin", "HEAD^:refs/heads/other");
        passes("push", "--quiet", "origin", ":other");
    }

    @Test
    void theHookBeforeOursDecidesFirst() throws IOException {
        Program.run(repository.workTree(), repository.environment(), Program.migtrue(), "hook", "uninstall");
        hook("pre-commit", "#!/bin/sh\necho theirs >> '%s'\nexit 7\n".formatted(seen()));
        Program.run(repository.workTree(), repository.environment(), Program.migtrue(), "hook", "install");
        repository.write("app.txt", "two\n");

        assertThat(repository.execute("", "commit", "-a", "-m", "No").exitCode())
                .isEqualTo(1);
        assertThat(seen()).hasContent("theirs\n");
    }

    @Test
    void aProgramThatIsGoneStopsACommitOnlyWhereItIsRequired() throws IOException {
        Files.delete(folder.resolve("my migtrue"));
        repository.write("app.txt", "two\n");

        Run run = repository.execute("", "commit", "-a", "-m", "Unchecked");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).contains("migrations were not checked at pre-commit");
        Program.run(
                repository.workTree(),
                repository.environment(),
                Program.migtrue(),
                "hook",
                "install",
                "--required",
                "--launcher",
                folder.resolve("gone").toString());
        repository.write("app.txt", "three\n");
        assertThat(repository.execute("", "commit", "-a", "-m", "Unchecked").exitCode())
                .isEqualTo(1);
    }

    @Test
    void theDatabaseOfTheHookIsTheOneOfItsVariable() {
        Program.run(
                repository.workTree(),
                repository.environment(),
                Program.migtrue(),
                "hook",
                "install",
                "--db",
                "$SHOP_URL");
        migration("002", "'001'").stage(".");

        passes("commit", "--quiet", "-m", "Good");
        migration("003", "'002'").stage(".");
        Run run = repository
                .with("SHOP_URL", "postgresql://127.0.0.1:1/shop")
                .execute("", "commit", "--quiet", "-m", "Unreachable");
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.errors()).contains("database default not read");
    }

    private Path seen() {
        return folder.resolve("seen.txt");
    }

    private void hook(String name, String text) throws IOException {
        executable(Files.createDirectories(repository.path(".git/hooks")).resolve(name), text);
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void passes(String... arguments) {
        Run run = repository.execute("", arguments);
        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        assertThat(run.output() + run.errors()).doesNotContain("migtrue").doesNotContain("migration ");
    }

    private void stops(String rule, String... arguments) {
        Run run = repository.execute("", arguments);
        assertThat(run.exitCode()).as(run.output() + run.errors()).isEqualTo(1);
        assertThat(run.output() + run.errors()).contains(rule).contains("--no-verify");
    }

    private TestRepository migration(String id, String parent) {
        return repository.write(file(id), content(id, parent));
    }

    private static String content(String id, String parent) {
        return "revision = '%s'\ndown_revision = %s\n".formatted(id, parent);
    }

    private static String file(String id) {
        return "migrations/versions/" + id + "_step.py";
    }
}
