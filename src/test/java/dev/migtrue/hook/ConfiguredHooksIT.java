package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hooks that git's configuration names, in clones, linked worktrees, submodules and bare repositories. The git of this machine may be too old to run
 * them: it is made to say that it is 2.54, and what the configuration has a shell run is run as that git does.
 */
class ConfiguredHooksIT {

    private static final String FOREIGN = "#!/bin/sh\necho theirs\n";

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;
    private TestRepository older;

    @BeforeEach
    void start() throws IOException {
        older = TestRepository.in(Files.createDirectory(folder.resolve("a folder")))
                .write("app.txt", "one\n")
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "")
                .with("PATH", pathOfGit("2.39.5"));
        migration("001", "None").stage(".").commit("Start");
        repository = older.with("PATH", pathOfGit("2.54.0"));
    }

    /** A path on which the first git is the one of this machine, saying that it is of another version. */
    private String pathOfGit(String version) throws IOException {
        String path = System.getenv("PATH");
        Path bin = Files.createDirectory(folder.resolve(version));
        executable(
                bin.resolve("git"),
                "#!/bin/sh\n[ \"$1\" != version ] || { echo 'git version %s'; exit; }\nPATH='%s' exec git \"$@\"\n"
                        .formatted(version, path));
        return bin + File.pathSeparator + path;
    }

    @Test
    void theyStandInTheConfigurationAndGoWithoutATrace() throws IOException {
        String before = configuration();
        Files.createDirectory(hooks());
        executable(hooks().resolve("pre-commit"), FOREIGN);

        Program.Run install = run(repository.workTree(), "install", "--launcher", Program.migtrue());

        assertThat(install.exitCode()).as(install.errors()).isZero();
        assertThat(install.output().lines())
                .hasSize(3)
                .allMatch(line -> line.endsWith("installed in git's configuration; starts " + Program.migtrue()));
        assertThat(hooks()).isDirectoryNotContaining("glob:**/pre-push").isDirectoryContaining("glob:**/pre-commit");
        assertThat(repository.git("config", "--get-regexp", "^hook[.]").lines())
                .hasSize(6)
                .contains("hook.migtrue-pre-commit.event pre-commit")
                .contains("hook.migtrue-pre-commit.command"
                        + " \"$(git rev-parse --git-common-dir)\"/migtrue/hooks/pre-commit");
        assertThat(run(repository.workTree(), "install").exitCode()).isZero();
        assertThat(repository.git("config", "--get-regexp", "^hook[.]").lines()).hasSize(6);

        run(repository.workTree(), "uninstall");
        assertThat(configuration()).isEqualTo(before);
        assertThat(hooks().resolve("pre-commit")).hasContent(FOREIGN);
        assertThat(repository.path(".git/migtrue")).doesNotExist();
    }

    @Test
    void whatTheyNameStopsACommitWhereverItIsMade() {
        run(repository.workTree(), "install", "--launcher", Program.migtrue());
        migration("002", "'001'").write("app.txt", "two\n").stage("app.txt");
        assertThat(called(repository, "pre-commit").exitCode()).isEqualTo(1);
        repository.stage(".");
        assertThat(called(repository, "pre-commit")).isEqualTo(new Program.Run(0, "", ""));

        TestRepository linked = linked();
        linked.write(file("003"), "revision = '003'\ndown_revision = '001'\n")
                .write("app.txt", "two\n")
                .stage("app.txt");
        assertThat(called(linked, "pre-commit").exitCode()).isEqualTo(1);
    }

    @Test
    void submodulesHaveTheirOwn() {
        TestRepository inner = submodule();

        run(inner.workTree(), "install", "pre-commit", "--launcher", Program.migtrue());

        assertThat(repository.git("config", "--get-regexp", "^hook[.]|core.bare"))
                .doesNotContain("hook.");
        assertThat(inner.git("config", "hook.migtrue-pre-commit.event")).isEqualTo("pre-commit\n");
        inner.write(file("002"), "revision = '002'\ndown_revision = '001'\n")
                .write("app.txt", "two\n")
                .stage("app.txt");
        assertThat(called(inner, "pre-commit").exitCode()).isEqualTo(1);
    }

    @Test
    void bareRepositoriesHaveThemToo() {
        Path bare = folder.resolve("bare.git");
        repository.git(
                "clone",
                "--quiet",
                "--bare",
                "--template=",
                repository.workTree().toString(),
                bare.toString());
        migration("002", "'000'").stage(".").commit("Break");
        repository.git("push", "--quiet", bare.toString(), "HEAD:refs/heads/other");

        run(bare, "install", "--launcher", Program.migtrue());

        String line = "%s %s refs/heads/other\n".formatted("0".repeat(40), repository.commitId("HEAD"));
        TestRepository.Run received = repository
                .at(bare)
                .with("GIT_DIR", ".")
                .execute(
                        line,
                        "-c",
                        "alias.call=!f() { eval \"$(git config hook.migtrue-pre-receive.command)\"; }; f",
                        "call");
        assertThat(received.exitCode()).as(received.errors()).isEqualTo(1);
        assertThat(received.output()).contains("dangling-parent");
    }

    @Test
    void hooksThatOtherProgramsLookAfterAreNoObstacle() throws IOException {
        repository.git("config", "core.hooksPath", ".husky/_");
        assertThat(run(repository.workTree(), "install", "pre-commit").exitCode())
                .isZero();
        assertThat(run(repository.workTree(), "status", "pre-commit").output())
                .contains("installed in git's configuration");

        repository.write(".husky/pre-commit", "migtrue hook run pre-commit\n");
        assertThat(run(repository.workTree(), "install", "pre-commit").output())
                .contains("left to husky, which runs migtrue");
        assertThat(configuration()).doesNotContain("migtrue");
    }

    @Test
    void anEarlierInstallationMovesWithTheVersionOfGit() throws IOException {
        String before = configuration();
        run(older, "install", "pre-commit");
        assertThat(hooks().resolve("pre-commit")).exists();

        run(repository, "install", "pre-commit");
        assertThat(hooks()).doesNotExist();
        assertThat(run(older, "status", "pre-commit").output()).contains("which git 2.39 does not look at");

        run(older, "install", "pre-commit");
        assertThat(hooks().resolve("pre-commit")).exists();
        assertThat(configuration()).isEqualTo(before);
        assertThat(run(repository, "install", "pre-commit", "--as-file").output())
                .contains("installed; starts");
        assertThat(configuration()).isEqualTo(before);
    }

    @Test
    void filesServeLinkedWorktreesAndSubmodulesWhereGitIsOlder() {
        run(older, "install", "--launcher", Program.migtrue());
        forgetsIn(linked());
        TestRepository inner = submodule();
        run(inner.workTree(), older, "install", "--launcher", Program.migtrue());
        assertThat(older.path(".git/modules/inner/hooks/pre-commit")).exists();
        forgetsIn(inner);
    }

    private void forgetsIn(TestRepository other) {
        other.write(file("002"), "revision = '002'\ndown_revision = '001'\n").write("app.txt", "two\n");

        TestRepository.Run commit = older.at(other.workTree()).execute("", "commit", "-a", "-m", "Forget");

        assertThat(commit.exitCode()).as(commit.errors()).isEqualTo(1);
        assertThat(commit.output() + commit.errors()).contains("untracked-migration");
    }

    private TestRepository linked() {
        repository.git("worktree", "add", "--quiet", folder.resolve("linked").toString(), "HEAD");
        return repository.at(folder.resolve("linked"));
    }

    private TestRepository submodule() {
        repository.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                repository.workTree().toString(),
                "inner");
        return repository.at(repository.path("inner"));
    }

    /** Runs the command of a configured hook as git does: by a shell, at the top of the work tree. */
    private Program.Run called(TestRepository at, String stage) {
        String command = at.git("config", "hook.migtrue-" + stage + ".command").strip();
        return Program.run(at.workTree(), at.environment(), "sh", "-c", command + " \"$@\"", command);
    }

    private Program.Run run(Path at, String... arguments) {
        return run(at, repository, arguments);
    }

    private static Program.Run run(TestRepository at, String... arguments) {
        return run(at.workTree(), at, arguments);
    }

    private static Program.Run run(Path at, TestRepository who, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Program.migtrue(), "hook"));
        command.addAll(List.of(arguments));
        return Program.run(at, who.environment(), command.toArray(String[]::new));
    }

    private Path hooks() {
        return older.path(".git/hooks");
    }

    private String configuration() throws IOException {
        return Files.readString(older.path(".git/config"));
    }

    private TestRepository migration(String id, String parent) {
        return older.write(file(id), "revision = '%s'\ndown_revision = %s\n".formatted(id, parent));
    }

    private static String file(String id) {
        return "migrations/versions/" + id + "_step.py";
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
