package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migtrue.model.Failure;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Source;
import dev.migtrue.model.UsageException;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionsTest {

    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void makeRepository() {
        git = TestRepository.in(folder);
    }

    @Test
    void hasNoHeadBeforeTheFirstCommitAndAnEmptyTree() {
        git.write("V1.sql", "one\n").stage(".");

        try (Opened opened = Opened.of(git)) {
            assertThat(opened.repository().head()).isEmpty();
            assertThat(Opened.files(opened.head())).isEmpty();
            assertThat(Opened.files(opened.index())).containsExactly("V1.sql");
        }
    }

    @Test
    void readsARepositoryInWhichNothingHappenedYet() {
        try (Opened opened = Opened.of(git)) {
            assertThat(opened.repository().trees().keySet())
                    .containsExactly(Source.WORKING_TREE, Source.INDEX, Source.HEAD);
            assertThat(Opened.files(opened.disk())).isEmpty();
            assertThat(Opened.files(opened.index())).isEmpty();
        }
    }

    @Test
    void readsADetachedHead() {
        git.write("V1.sql", "one\n").stage(".").commit("one").git("checkout", "--quiet", "--detach");

        assertThat(head()).contains(new Revision("HEAD", git.commitId("main")));
    }

    @Test
    void readsCommitsAndReferencesThatArePacked() {
        git.write("V1.sql", "one\n").stage(".").commit("one").git("gc", "--quiet");

        try (Opened opened = Opened.withBase(git, "main")) {
            assertThat(opened.repository().head()).contains(new Revision("HEAD", git.commitId("main")));
            assertThat(Opened.text(opened.tree(Source.BASE), "V1.sql")).contains(Opened.decoded("one\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"side", "refs/heads/side", "v1", "annotated", "origin/main", "HEAD~1", "HEAD^", "main@{0}"})
    void findsABaseByAnyNameThatGitKnows(String name) {
        TestRepository clone = cloned();
        clone.branch("side").write("V3.sql", "").stage(".").commit("three");
        clone.git("tag", "v1");
        clone.git("tag", "--annotate", "--message", "release", "annotated");
        clone.commit("four");

        try (Opened opened = Opened.withBase(clone, name)) {
            assertThat(opened.repository().base()).contains(new Revision(name, clone.commitId(name)));
            assertThat(opened.repository().trees()).containsKey(Source.BASE);
        }
    }

    @Test
    void findsABaseByItsIdInFullAndShort() {
        git.commit("one");
        String id = git.commitId("main");

        assertThat(baseNamed(git, id)).contains(new Revision(id, id));
        assertThat(baseNamed(git, id.substring(0, 8))).contains(new Revision(id.substring(0, 8), id));
    }

    @Test
    void findsABranchThatOnlyTheRemoteHas() {
        TestRepository clone = cloned();
        clone.branch("topic").git("branch", "--quiet", "-D", "main");

        assertThat(baseNamed(clone, "main")).contains(new Revision("origin/main", clone.commitId("origin/main")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "origin/release"})
    void saysHowToFetchABaseThatIsNotHere(String name) {
        git.commit("one").branch("release").commit("two").checkout("main");
        TestRepository clone = git.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", "--single-branch", git.workTree().toString(), ".");

        Throwable refusal = catchThrowable(() -> baseNamed(clone, name));

        assertThat(refusal)
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("the base '" + name + "' names no commit in this clone");
        clone.git(commandIn(String.valueOf(refusal.getMessage())));
        assertThat(baseNamed(clone, name).map(Revision::commit)).contains(git.commitId("release"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no such",
                "a..b",
                "^",
                "@{",
                "HEAD~99",
                "0000000000000000000000000000000000000001",
                "main:V1.sql",
                "-x",
                "~",
                "@{-1}",
                "@{upstream}",
                "HEAD@{yesterday}",
                "main@{99}",
                ":/x",
                "HEAD^{tree}",
                "HEAD^{/x}",
                "HEAD^9",
                "HEAD:..",
                "..",
                "a\tb",
                ""
            })
    void saysThatABaseIsNoCommit(String name) {
        git.write("V1.sql", "one\n").stage(".").commit("one");

        assertThatThrownBy(() -> baseNamed(git, name))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'" + name + "'")
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@{u}", "@{upstream}", "HEAD@{u}", "topic@{u}"})
    void takesTheUpstreamOfABranchForTheBase(String name) {
        git.commit("one").branch("release").commit("two").checkout("main");
        TestRepository clone = cloned();
        clone.git("checkout", "--quiet", "-b", "topic", "--track", "origin/release");
        clone.commit("three");

        for (Engine engine : Engine.values()) {
            try (Opened opened = Opened.by(engine, clone, name)) {
                assertThat(opened.repository().base()).contains(new Revision(name, git.commitId("release")));
            }
        }
        clone.git("update-ref", "-d", "refs/remotes/origin/release");
        assertThatThrownBy(() -> baseNamed(clone, name)).isInstanceOf(UsageException.class);
    }

    @Test
    void takesTheRemotesDefaultBranchForTheBase() {
        git.branch("trunk").commit("one");
        TestRepository clone = cloned();
        git.branch("main2").commit("two");
        clone.branch("topic").commit("three");

        assertThat(base(clone)).contains(new Revision("origin/trunk", git.commitId("trunk")));
    }

    @Test
    void takesTheRemoteBranchForTheBaseEvenOnItsOwnBranch() {
        TestRepository clone = cloned().commit("not pushed");

        assertThat(base(clone)).contains(new Revision("origin/main", git.commitId("main")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "master"})
    void takesAUsualNameForTheBaseWhereTheRemoteNamesNone(String name) {
        git.branch("x").commit("one").git("branch", "--force", name);
        TestRepository clone = cloned();
        clone.git("remote", "set-head", "origin", "--delete");

        assertThat(base(clone)).contains(new Revision("origin/" + name, git.commitId(name)));
    }

    @Test
    void passesByARemoteDefaultBranchThatIsGone() {
        TestRepository clone = cloned();
        clone.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone");

        assertThat(base(clone)).contains(new Revision("origin/main", git.commitId("main")));
    }

    @Test
    void hasNoBaseWithoutARemote() {
        git.commit("one").branch("topic");

        try (Opened opened = Opened.of(git)) {
            assertThat(opened.repository().base()).isEmpty();
            assertThat(opened.repository().trees()).doesNotContainKey(Source.BASE);
        }
    }

    @Test
    void readsAShallowClone() {
        git.write("V1.sql", "one\n").stage(".").commit("one").commit("two");
        TestRepository clone = git.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", "--depth=1", "file://" + git.workTree(), ".");

        try (Opened opened = Opened.of(clone)) {
            assertThat(Opened.text(opened.tree(Source.BASE), "V1.sql")).contains(Opened.decoded("one\n"));
        }
    }

    /** This git may be too old to make such a repository, so JGit makes it. */
    @Test
    void readsReferencesInARefTable() throws IOException {
        git.write("V1.sql", "one\n").stage(".").commit("one").git("update-ref", "refs/remotes/origin/main", "HEAD");
        String id = git.commitId("main");
        QuietSystemReader.install();
        try (FileRepository converted = new FileRepository(git.path(".git").toFile())) {
            converted.convertRefStorage("reftable", false, false);
        }

        assertThat(head()).contains(new Revision("HEAD", id));
        assertThat(base(git)).contains(new Revision("origin/main", id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense\n"})
    void doesNotTakeABrokenBranchForOneWithoutCommits(String content) {
        git.commit("one").write(".git/refs/heads/main", content);

        assertThatThrownBy(this::head)
                .isInstanceOf(Failure.class)
                .message()
                .startsWith("git's reference ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense\n"})
    void saysThatHeadIsBroken(String content) {
        git.commit("one").write(".git/HEAD", content);

        assertThatThrownBy(this::head).isInstanceOf(Failure.class).hasMessage("git's reference HEAD is broken");
    }

    @Test
    void saysThatTheCommitOfHeadIsMissing() {
        git.commit("one").write(".git/refs/heads/main", "0000000000000000000000000000000000000001\n");

        assertThatThrownBy(() -> {
                    try (Opened opened = Opened.of(git)) {
                        opened.head().files();
                    }
                })
                .isInstanceOf(Failure.class)
                .hasMessage("git object 0000000000000000000000000000000000000001 is not in this clone");
    }

    private TestRepository cloned() {
        if (git.execute("", "rev-parse", "--verify", "HEAD").exitCode() != 0) {
            git.commit("first");
        }
        TestRepository clone = git.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", git.workTree().toString(), ".");
        return clone;
    }

    private Optional<Revision> head() {
        try (Opened opened = Opened.of(git)) {
            return opened.repository().head();
        }
    }

    private static Optional<Revision> base(TestRepository git) {
        try (Opened opened = Opened.of(git)) {
            return opened.repository().base();
        }
    }

    private static Optional<Revision> baseNamed(TestRepository git, String name) {
        try (Opened opened = Opened.withBase(git, name)) {
            return opened.repository().base();
        }
    }

    /** The arguments of the command of git's that a message quotes. */
    private static String[] commandIn(String message) {
        String command = message.substring(message.indexOf("'git ") + "'git ".length());
        return command.substring(0, command.indexOf('\'')).split(" ");
    }
}
