package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hooks come as files and go without a trace, and somebody else's are left alone, whatever git is here. What they do, and how those come that git's
 * configuration names, is told by the integration tests.
 */
class HookInstallTest {

    private static final String FOREIGN = "#!/bin/sh\necho theirs\n";

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void start() {
        repository = TestRepository.in(folder).commit("Start");
    }

    @Test
    void theStagesThatStopMistakesAreInstalledAndTakenAwayWithoutATrace() throws IOException {
        Files.createDirectory(hooks());
        SortedMap<String, String> before = everything();

        CommandRun install = run("install");

        assertThat(install.exitCode()).isZero();
        assertThat(install.output().lines())
                .hasSize(3)
                .allMatch(line -> line.contains("installed; starts migtrue from the PATH"));
        assertThat(everything()).isNotEqualTo(before);
        assertThat(run("uninstall").exitCode()).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theFolderThatInstallingMadeGoesWithTheLastHookInIt() throws IOException {
        SortedMap<String, String> before = everything();
        run("install");
        run("install", "post-checkout", "post-merge", "post-rewrite");

        run("uninstall", "pre-commit");
        assertThat(hooks()).isDirectoryContaining("glob:**/pre-push");
        run("uninstall");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aFolderThatSomebodyElseUsesSinceIsKept() throws IOException {
        run("install");
        hook("commit-msg", FOREIGN, "rwxr-xr-x");

        run("uninstall");

        assertThat(hooks().resolve("commit-msg")).hasContent(FOREIGN);
    }

    @Test
    void aBareRepositoryIsGivenTheHookOfThoseWhoReceive() throws IOException {
        Path bare = folder.resolve("bare.git");
        repository.git("init", "--quiet", "--bare", "--template=", bare.toString());

        CommandRun install =
                CommandRun.in(bare, repository.environment(), "hook", "install", "--as-file", "--db", "$SHOP_URL");

        assertThat(install.exitCode()).as(install.errors()).isZero();
        assertThat(install.output().lines()).singleElement().asString().startsWith("pre-receive");
        assertThat(bare.resolve("hooks/pre-receive")).isExecutable().content().doesNotContain("SHOP_URL");
        assertThat(CommandRun.in(bare, repository.environment(), "hook", "install", "--as-file", "pre-push")
                        .errors())
                .contains("pre-push is called in clones");
        CommandRun.in(bare, repository.environment(), "hook", "uninstall");
        assertThat(bare.resolve("hooks")).doesNotExist();
    }

    @Test
    void aCloneIsNotGivenTheHookOfThoseWhoReceive() {
        CommandRun run = run("install", "pre-receive");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("pre-receive is called in the bare repository that is pushed to");
        assertThat(hooks()).doesNotExist();
    }

    @Test
    void whoLooksAfterHooksIsToldWhatToAddForAdviceToo() {
        repository.write("lefthook.yml", "{}\n");
        assertThat(run("install", "post-rewrite").output())
                .contains("run: migtrue hook run post-rewrite {0}\n        use_stdin: true");
        repository.remove("lefthook.yml").write(".pre-commit-config.yaml", "repos: []\n");
        assertThat(run("install", "post-checkout").output())
                .contains("id: migtrue-post-checkout")
                .contains("entry: migtrue hook run post-checkout")
                .contains("stages: [post-checkout]");
    }

    @Test
    void onlyTheStageThatIsNamedIsInstalled() {
        run("install", "pre-push");

        assertThat(hooks()).isDirectoryContaining("glob:**/pre-push");
        assertThat(run("status").output().lines())
                .satisfiesExactly(
                        commit -> assertThat(commit).startsWith("pre-commit").endsWith("not installed"),
                        merge ->
                                assertThat(merge).startsWith("pre-merge-commit").endsWith("not installed"),
                        push -> assertThat(push).startsWith("pre-push").contains("installed; starts"),
                        checkout ->
                                assertThat(checkout).startsWith("post-checkout").endsWith("not installed"),
                        pull -> assertThat(pull).startsWith("post-merge").endsWith("not installed"),
                        rewrite ->
                                assertThat(rewrite).startsWith("post-rewrite").endsWith("not installed"));
    }

    @Test
    void installingAgainChangesNothing() throws IOException {
        hook("pre-commit", FOREIGN, "rwxr-x--x");
        run("install");
        SortedMap<String, String> once = everything();

        assertThat(run("install").exitCode()).isZero();
        assertThat(everything()).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x--x", "rw-r--r--"})
    void aForeignHookIsKeptBesideAndPutBackWithItsMode(String mode) throws IOException {
        hook("pre-commit", FOREIGN, mode);
        SortedMap<String, String> before = everything();

        CommandRun install = run("install", "pre-commit");

        assertThat(install.output()).contains("installed, after ").contains("pre-commit.migtrue-chained");
        assertThat(hooks().resolve("pre-commit.migtrue-chained")).hasContent(FOREIGN);
        run("uninstall");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aHookThatIsABinaryOrALinkIsPutBackAsItWas() throws IOException {
        Files.createDirectories(hooks());
        Files.write(hooks().resolve("pre-push"), new byte[] {0x7f, 'E', 'L', 'F', (byte) 0xff, 0, '\n', (byte) 0x80});
        Files.createSymbolicLink(hooks().resolve("pre-commit"), Path.of("../../scripts/not-there"));
        SortedMap<String, String> before = everything();

        assertThat(run("install").exitCode()).isZero();
        run("uninstall");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void uninstallLeavesForeignHooksAlone() throws IOException {
        hook("pre-commit", FOREIGN, "rwxr-xr-x");
        SortedMap<String, String> before = everything();

        CommandRun run = run("uninstall");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("somebody else's hook is there");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aHookThatWasWrittenOverOursIsNotTakenForTheOneBefore() throws IOException {
        hook("pre-commit", FOREIGN, "rwxr-xr-x");
        run("install");
        hook("pre-commit", "#!/bin/sh\necho third\n", "rwxr-xr-x");
        SortedMap<String, String> before = everything();

        CommandRun install = run("install");

        assertThat(install.exitCode()).isEqualTo(2);
        assertThat(install.errors()).contains("pre-commit.migtrue-chained is in the way");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aLauncherThatIsGoneIsSaid() throws IOException {
        Path launcher = Files.createFile(
                folder.resolve("it's mine"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        assertThat(run("install", "--launcher", launcher.toString()).output()).contains("; starts " + launcher);
        Files.delete(launcher);
        assertThat(run("status").output()).contains(launcher + " is gone");
    }

    @Test
    void linkedWorktreesShareTheHooksAndSubmodulesHaveTheirOwn() {
        Path linked = folder.resolve("linked");
        repository.git("worktree", "add", "--quiet", linked.toString());
        assertThat(CommandRun.in(linked, repository.environment(), "hook", "install", "--as-file")
                        .exitCode())
                .isZero();
        assertThat(hooks().resolve("pre-commit")).exists();
        run("uninstall");

        TestRepository outer = TestRepository.in(folder.resolve("outer")).commit("Start");
        outer.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                repository.workTree().toString(),
                "inner");
        CommandRun.in(outer.path("inner"), outer.environment(), "hook", "install", "--as-file");

        assertThat(outer.path(".git/modules/inner/hooks/pre-commit")).exists();
        assertThat(hooks().resolve("pre-commit")).doesNotExist();
    }

    @Test
    void theFolderIsFoundFromASubFolder() throws IOException {
        Path sub = Files.createDirectories(repository.path("a/b"));

        CommandRun.in(sub, repository.environment(), "hook", "install", "--as-file");

        assertThat(hooks().resolve("pre-commit")).exists();
    }

    @Test
    void aFolderOfHooksInsideGitsOwnIsOurs() {
        repository.git("config", "core.hooksPath", ".git/mine");

        assertThat(run("install").exitCode()).isZero();
        assertThat(repository.path(".git/mine/pre-commit")).exists();
    }

    @Test
    void aFolderOfHooksThatIsTrackedIsNotWrittenTo() throws IOException {
        repository.git("config", "core.hooksPath", "tools/hooks");

        CommandRun run = run("install", "pre-commit");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output())
                .contains("left to core.hooksPath")
                .contains("! command -v migtrue >/dev/null || migtrue hook run pre-commit \"$@\"");
        assertThat(repository.path("tools")).doesNotExist();

        repository.write("tools/hooks/pre-commit", "! command -v migtrue >/dev/null || migtrue hook run pre-commit\n");
        assertThat(run("install", "pre-commit").exitCode()).isZero();
        assertThat(run("status", "pre-commit").output()).contains("left to core.hooksPath, which runs migtrue");
    }

    @Test
    void huskyIsToldWhatToAdd() {
        repository.git("config", "core.hooksPath", ".husky/_");

        CommandRun run = run("install", "pre-commit");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("left to husky").contains("in .husky/pre-commit, add the line");
    }

    @Test
    void lefthookIsToldWhatToAdd() {
        repository.write("lefthook.yml", "{}\n");

        CommandRun run = run("install", "pre-push");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output())
                .contains("left to lefthook")
                .contains("run: migtrue hook run pre-push\n        use_stdin: true");
    }

    @Test
    void thePreCommitFrameworkIsKnownByTheHookThatItWrites() throws IOException {
        hook(
                "pre-commit",
                "#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\n",
                "rwxr-xr-x");

        CommandRun run = run("install", "pre-commit");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("left to pre-commit").contains("entry: migtrue hook run pre-commit");
    }

    @Test
    void noPasswordIsWrittenIntoAHook() {
        CommandRun run = run("install", "--db", "postgresql://ada:secret@db.example.org/shop");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("--db '$NAME'").doesNotContain("secret");
        assertThat(hooks()).doesNotExist();
    }

    @Test
    void outsideOfARepositoryThereIsNothingToInstallInto() {
        CommandRun run = CommandRun.in(folder, repository.environment(), "hook", "status");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("not in a git repository");
    }

    private CommandRun run(String command, String... options) {
        Stream<String> way = Stream.of("--as-file").filter(option -> command.equals("install"));
        String[] arguments = Stream.of(Stream.of("hook", command), way, Stream.of(options))
                .flatMap(words -> words)
                .toArray(String[]::new);
        return CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }

    private Path hooks() {
        return repository.path(".git/hooks");
    }

    private void hook(String name, String text, String mode) throws IOException {
        Files.createDirectories(hooks());
        Files.setPosixFilePermissions(
                Files.writeString(hooks().resolve(name), text), PosixFilePermissions.fromString(mode));
    }

    /** Every file of the clone, git's own included: its mode and its bytes, or where it leads. */
    private SortedMap<String, String> everything() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(repository.workTree())) {
            for (Path path : paths.toList()) {
                String mode =
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
                String content = Files.isSymbolicLink(path)
                        ? Files.readSymbolicLink(path).toString()
                        : Files.isDirectory(path) ? "" : Arrays.toString(Files.readAllBytes(path));
                files.put(repository.workTree().relativize(path).toString(), mode + " " + content);
            }
        }
        return files;
    }
}
