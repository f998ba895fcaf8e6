package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.UsageException;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingRepositoriesTest {

    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void makeRepository() {
        git = TestRepository.in(folder).write("db/V1.sql", "one\n").stage(".").commit("one");
    }

    @Test
    void findsTheRepositoryAroundAFolder() {
        assertThat(filesFrom(git.path("db"), Map.of())).containsExactly("db/V1.sql");
    }

    @Test
    void saysInOneLineThatAFolderIsInNoRepository() {
        assertThatThrownBy(() -> filesFrom(git.home(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("not in a git repository: " + git.home())
                .message()
                .hasLineCount(1);
    }

    @Test
    void saysThatAFolderDoesNotExist() {
        assertThatThrownBy(() -> filesFrom(folder.resolve("nowhere"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("no such folder: " + folder.resolve("nowhere"));
    }

    @Test
    void doesNotClimbToACeiling() {
        Map<String, String> ceiling = Map.of("GIT_CEILING_DIRECTORIES", "relative:" + git.workTree());

        assertThatThrownBy(() -> filesFrom(git.path("db"), ceiling)).isInstanceOf(UsageException.class);
        assertThat(filesFrom(git.workTree(), ceiling)).containsExactly("db/V1.sql");
    }

    @Test
    void goesWhereTheEnvironmentPoints() {
        Map<String, String> variables = Map.of("GIT_DIR", "../work/.git", "GIT_WORK_TREE", "../work");

        assertThat(filesFrom(git.home(), variables)).containsExactly("db/V1.sql");
    }

    @Test
    void takesTheCurrentFolderForTheTopWhereOnlyGitsFolderIsNamed() {
        git.write("db/V2.sql", "two\n");

        assertThat(filesFrom(git.path("db"), Map.of("GIT_DIR", "../.git"))).containsExactly("V1.sql", "V2.sql");
    }

    @Test
    void saysThatTheEnvironmentPointsNowhere() {
        assertThatThrownBy(() -> filesFrom(git.workTree(), Map.of("GIT_DIR", "elsewhere")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("GIT_DIR names no git repository: " + git.path("elsewhere"));
    }

    @Test
    void readsTheIndexOfACommitUnderWay() throws IOException {
        Files.copy(git.path(".git/index"), git.path(".git/next-index-1.lock"));
        git.with("GIT_INDEX_FILE", ".git/next-index-1.lock")
                .write("db/V2.sql", "two\n")
                .stage("db/V2.sql");

        // Named from the top, as a hook sees it; and so it is read when asked from below, as git does.
        for (Path from : List.of(git.workTree(), git.path("db"))) {
            try (Opened opened = Opened.at(from, variables(Map.of("GIT_INDEX_FILE", ".git/next-index-1.lock")))) {
                assertThat(Opened.files(opened.index())).containsExactly("db/V1.sql", "db/V2.sql");
            }
        }
        try (Opened opened = Opened.of(git)) {
            assertThat(Opened.files(opened.index())).containsExactly("db/V1.sql");
        }
    }

    @Test
    void readsObjectsInQuarantine() throws IOException {
        Path quarantine = Files.createDirectory(folder.resolve("quarantine"));
        Map<String, String> variables = Map.of(
                "GIT_OBJECT_DIRECTORY", quarantine.toString(),
                "GIT_ALTERNATE_OBJECT_DIRECTORIES", git.path(".git/objects").toString());
        git.with("GIT_OBJECT_DIRECTORY", quarantine.toString())
                .with(
                        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                        git.path(".git/objects").toString())
                .write("db/V2.sql", "two\n")
                .stage(".")
                .commit("two");

        try (Opened opened = Opened.at(git.workTree(), variables(variables))) {
            assertThat(Opened.text(opened.head(), "db/V2.sql")).contains(Opened.decoded("two\n"));
            assertThat(Opened.text(opened.head(), "db/V1.sql")).contains(Opened.decoded("one\n"));
        }
    }

    @Test
    void readsALinkedWorkTree() {
        git.git("worktree", "add", "--quiet", "-b", "other", "../linked");
        TestRepository linked = git.at(folder.resolve("linked"));
        linked.write("db/V2.sql", "two\n")
                .stage(".")
                .commit("two")
                .write("db/V3.sql", "three\n")
                .stage(".");
        linked.write(".git-is-a-file", "").ignore(".git-*");

        try (Opened opened = Opened.of(linked)) {
            assertThat(Opened.files(opened.head())).containsExactly("db/V1.sql", "db/V2.sql");
            assertThat(Opened.files(opened.index())).containsExactly("db/V1.sql", "db/V2.sql", "db/V3.sql");
            assertThat(Opened.files(opened.disk()))
                    .containsExactly(".git-is-a-file", ".gitignore", "db/V1.sql", "db/V2.sql", "db/V3.sql");
            assertThat(opened.repository().head()).isNotEqualTo(head(git));
        }
    }

    @Test
    void readsALinkedWorkTreeAsAHookOfItSeesIt() {
        git.git("worktree", "add", "--quiet", "-b", "other", "../linked");
        Path own = git.path(".git/worktrees/linked");

        assertThat(filesFrom(
                        folder.resolve("linked"),
                        Map.of(
                                "GIT_DIR",
                                own.toString(),
                                "GIT_INDEX_FILE",
                                own.resolve("index").toString())))
                .containsExactly("db/V1.sql");
    }

    @Test
    void readsALinkedWorkTreeOfABareRepository() {
        git.git("clone", "--quiet", "--bare", ".", "../bare.git");
        git.at(folder.resolve("bare.git")).git("worktree", "add", "--quiet", "../linked", "main");

        assertThat(filesFrom(folder.resolve("linked"), Map.of())).containsExactly("db/V1.sql");
    }

    @Test
    void readsASubmoduleAsARepositoryOfItsOwn() {
        TestRepository inner = TestRepository.in(folder.resolve("inner"))
                .write("V9.sql", "nine\n")
                .stage(".")
                .commit("nine");
        git.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                inner.workTree().toString(),
                "sub");

        assertThat(filesFrom(git.path("sub"), Map.of())).containsExactly("V9.sql");
        assertThat(filesFrom(git.workTree(), Map.of())).containsExactly(".gitmodules", "db/V1.sql");
        try (Opened opened = Opened.of(git)) {
            assertThat(Opened.files(opened.index())).containsExactly(".gitmodules", "db/V1.sql");
            assertThat(opened.disk().filesUnder(new RepoPath("sub"))).isEmpty();
            assertThat(Opened.content(opened.index(), "sub")).isEmpty();
        }
    }

    @Test
    void findsNoWorkTreeInABareRepository() {
        git.git("clone", "--quiet", "--bare", ".", "../bare.git");

        try (Opened opened = Opened.at(folder.resolve("bare.git"), git.environment())) {
            assertThat(opened.repository().trees()).containsOnlyKeys(Source.HEAD);
            assertThat(Opened.text(opened.head(), "db/V1.sql")).contains(Opened.decoded("one\n"));
            assertThat(opened.repository().ignoredBy(new RepoPath("db/V1.sql"))).isEmpty();
            assertThat(opened.repository().workTree()).isEmpty();
        }
    }

    @Test
    void findsNoWorkTreeInsideGitsOwnFolder() {
        for (Map<String, String> variables : List.of(Map.<String, String>of(), Map.of("GIT_DIR", "."))) {
            try (Opened opened = Opened.at(git.path(".git"), variables(variables))) {
                assertThat(opened.repository().trees()).containsOnlyKeys(Source.HEAD);
            }
        }
    }

    @Test
    void goesToTheWorkTreeThatTheConfigurationNames() {
        git.at(folder.resolve("elsewhere")).write("V7.sql", "seven\n");
        git.git("config", "core.worktree", "../../elsewhere");

        assertThat(filesFrom(git.workTree(), Map.of())).containsExactly("V7.sql");
    }

    @Test
    void saysThatAPointerToARepositoryLeadsNowhere() {
        git.write("db/.git", "gitdir: ../nowhere\n");

        assertThatThrownBy(() -> filesFrom(git.path("db"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("this file points to no git repository: " + git.path("db/.git"));
    }

    private List<String> filesFrom(Path start, Map<String, String> variables) {
        try (Opened opened = Opened.at(start, variables(variables))) {
            return Opened.files(opened.disk());
        }
    }

    private Map<String, String> variables(Map<String, String> more) {
        Map<String, String> variables = new LinkedHashMap<>(git.environment());
        variables.putAll(more);
        return variables;
    }

    private static Optional<?> head(TestRepository git) {
        try (Opened opened = Opened.of(git)) {
            return opened.repository().head();
        }
    }
}
