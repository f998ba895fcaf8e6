package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyTest {

    @Test
    void leavesEveryFileOfTheRepositoryAndOfTheHomeFolderAsItWas(@TempDir Path folder) throws IOException {
        TestRepository git = TestRepository.in(folder.resolve("here"));
        git.write("V1.sql", "one\n")
                .write("V2.sql", "two\n")
                .stage(".")
                .commit("one")
                .ignore("*.log")
                .write("x.log", "");
        git.write("V2.sql", "222\n")
                .write("V3.sql", "three\n")
                .intentToAdd("V3.sql")
                .git("gc", "--quiet");
        FolderState before = FolderState.of(folder);
        Path jgits = Path.of(System.getProperty("user.home"), ".config", "jgit");
        FolderState jgitsBefore = FolderState.of(jgits);

        try (Opened opened = Opened.withBase(git, "HEAD")) {
            opened.repository().trees().values().forEach(tree -> readAll(opened.repository(), tree));
        }

        assertThat(FolderState.of(folder)).isEqualTo(before);
        assertThat(FolderState.of(jgits)).isEqualTo(jgitsBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "sparse", "sha256"})
    void leavesAllAsItWasAndRunsNoProgramOfAnybodysWhereGitReads(String kind, @TempDir Path folder) throws IOException {
        TestRepository git = TestRepository.in(folder.resolve("here"));
        if (kind.equals("sha256")) {
            git = git.at(folder.resolve("sha256"));
            git.git("init", "--quiet", "--template=", "--object-format=sha256");
        }
        git.write("db/V1.sql", "one\n").write("V2.sql", "two\n").stage(".").commit("one");
        git.write("V2.sql", "222\n").ignore("*.log").write("x.log", "").stage("V2.sql");
        switch (kind) {
            case "split" -> git.git("update-index", "--split-index");
            case "sparse" -> git.git("sparse-checkout", "init", "--cone", "--sparse-index");
            default -> git.git("update-index", "--index-version", "4");
        }
        setTraps(git, folder.resolve("trace"));
        FolderState before = FolderState.of(folder);

        try (Opened opened = Opened.at(git.workTree(), git.environment())) {
            opened.repository().trees().values().forEach(tree -> readAll(opened.repository(), tree));
        }

        assertThat(FolderState.of(folder)).isEqualTo(before);
        git.execute("", "status");
        assertThat(folder.resolve("trace"))
                .as("the traps catch a git that is not careful")
                .exists();
    }

    /** Every program that a repository can name leaves a trace. */
    private static void setTraps(TestRepository git, Path trace) throws IOException {
        Path trap = git.path(".git/trap");
        Files.writeString(trap, "#!/bin/sh\necho \"$0 $*\" >> '" + trace + "'\nexit 1\n");
        Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path hooks = Files.createDirectory(git.path(".git/traps"));
        for (String hook : List.of("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc")) {
            Files.copy(trap, hooks.resolve(hook), StandardCopyOption.COPY_ATTRIBUTES);
        }
        git.write(".git/info/attributes", "* filter=trap diff=trap merge=trap\n");
        for (String key : List.of(
                "core.fsmonitor",
                "core.pager",
                "core.alternateRefsCommand",
                "core.sshCommand",
                "core.askPass",
                "core.editor",
                "filter.trap.clean",
                "filter.trap.smudge",
                "filter.trap.process",
                "diff.trap.textconv",
                "diff.external",
                "merge.trap.driver")) {
            git.git("config", key, trap.toString());
        }
        git.git("config", "core.hooksPath", hooks.toString());
    }

    private static void readAll(Repository repository, Tree tree) {
        assertThat(tree.files()).isNotEmpty();
        for (RepoPath path : tree.filesUnder(RepoPath.TOP)) {
            assertThat(tree.contentId(path)).isPresent();
            assertThat(tree.text(path)).isEqualTo(tree.derive(path, Function.identity()));
            assertThat(repository.ignoredBy(path).isPresent())
                    .isEqualTo(path.name().equals("x.log"));
        }
    }
}
