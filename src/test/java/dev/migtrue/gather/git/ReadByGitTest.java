package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Source;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JGit cannot read is read all the same, and says so. */
class ReadByGitTest {

    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void makeRepository() {
        git = filled(TestRepository.in(folder));
    }

    private static TestRepository filled(TestRepository git) {
        return git.write("db/V1.sql", "one\n")
                .write("db/V2.sql", "two\n")
                .write("src/x", "")
                .write("top", "")
                .stage(".")
                .commit("one");
    }

    @Test
    void startsNoGitWhereJGitCanRead() {
        try (Opened opened = Opened.at(git.workTree(), git.with("PATH", "").environment())) {
            assertThat(Opened.files(opened.index())).hasSize(4);
            assertThat(opened.repository().profile().readByGit()).isEmpty();
        }
    }

    @Test
    void readsASplitIndex() {
        git.git("update-index", "--split-index");
        git.write("db/V2.sql", "edited\n")
                .write("db/V3.sql", "three\n")
                .stage("db")
                .write("db/V4.sql", "")
                .intentToAdd("db/V4.sql");
        git.git("update-index", "--skip-worktree", "src/x");
        git.remove("src/x").remove("top");

        try (Opened opened = Opened.of(git)) {
            assertThat(opened.repository().profile().readByGit())
                    .containsExactly(new ReadByGit("index", "the index is split over several files"));
            assertThat(Opened.files(opened.index()))
                    .containsExactly("db/V1.sql", "db/V2.sql", "db/V3.sql", "src/x", "top");
            assertThat(opened.disk().filesUnder(RepoPath.TOP))
                    .map(RepoPath::value)
                    .containsExactly("db/V1.sql", "db/V2.sql", "db/V3.sql", "db/V4.sql", "src/x");
            assertThat(Opened.text(opened.index(), "db/V2.sql")).contains(Opened.decoded("edited\n"));
        }
    }

    @Test
    void readsASparseIndex() {
        git.git("sparse-checkout", "init", "--cone", "--sparse-index");

        try (Opened opened = Opened.of(git)) {
            assertThat(opened.repository().profile().readByGit()).isEmpty();
            assertThat(Opened.files(opened.index())).containsExactly("db/V1.sql", "db/V2.sql", "src/x", "top");
            assertThat(Opened.text(opened.disk(), "db/V1.sql")).contains(Opened.decoded("one\n"));
        }
    }

    @Test
    void readsAnIndexThatIsOddInEveryWay() {
        TestRepository other = sha256();
        other.git("sparse-checkout", "init", "--cone", "--sparse-index");
        other.git("update-index", "--index-version", "4");
        other.write("V3.sql", "three\n").stage("--sparse", "V3.sql");

        try (Opened opened = Opened.of(other)) {
            assertThat(Opened.files(opened.index()))
                    .containsExactly("V3.sql", "db/V1.sql", "db/V2.sql", "src/x", "top");
            assertThat(Opened.text(opened.disk(), "db/V1.sql")).contains(Opened.decoded("one\n"));
        }
    }

    @Test
    void seesThatAMergeWaitsWhereTheIndexIsSplit() {
        git.branch("other").write("db/V1.sql", "theirs\n").stage(".").commit("theirs");
        git.checkout("main").write("db/V1.sql", "ours\n").stage(".").commit("ours");
        git.git("update-index", "--split-index");
        git.execute("", "merge", "other");

        try (Opened opened = Opened.of(git)) {
            assertThat(opened.repository().isUnderway()).isTrue();
            assertThat(opened.repository().incoming()).containsExactly(git.commitId("other"));
            assertThat(Opened.text(opened.index(), "db/V1.sql")).contains(Opened.decoded("ours\n"));
        }
    }

    @Test
    void readsARepositoryThatNamesItsObjectsBySha256() {
        TestRepository other = sha256();
        String fork = other.commitId("HEAD");
        other.branch("work").write("db/V3.sql", "three\n").stage(".").commit("three");
        other.checkout("main").write("db/V1.sql", "main's\n").stage(".").commit("base");
        other.checkout("work").write("db/V4.sql", "four\n").stage(".").write("db/V4.sql", "edited\n");
        other.git("gc", "--quiet");

        try (Opened opened = Opened.withBase(other, other.commitId("main"))) {
            Repository repository = opened.repository();
            assertThat(repository.profile().readByGit())
                    .extracting(ReadByGit::part)
                    .containsExactly("objects and references");
            assertThat(repository.head()).contains(new Revision("HEAD", other.commitId("HEAD")));
            assertThat(repository.baseBranch())
                    .isEqualTo(new BaseBranch.Known(
                            new Revision(other.commitId("main"), other.commitId("main")),
                            new Revision("merge base", fork),
                            "--base"));
            assertThat(Opened.text(opened.tree(Source.BASE), "db/V1.sql")).contains(Opened.decoded("main's\n"));
            assertThat(Opened.text(opened.tree(Source.FORK), "db/V1.sql")).contains(Opened.decoded("one\n"));
            assertThat(Opened.files(opened.head())).contains("db/V3.sql").doesNotContain("db/V4.sql");
            assertThat(contents(opened, "db/V3.sql")).hasSize(3).containsOnly(content(opened, "db/V3.sql"));
            assertThat(Opened.content(opened.disk(), "db/V4.sql"))
                    .isNotEqualTo(Opened.content(opened.index(), "db/V4.sql"));
            assertThat(repository.hasCommit("HEAD~1")).isTrue();
            assertThat(repository.hasCommit(fork.substring(0, 9))).isTrue();
            assertThat(repository.hasCommit(fork.substring(0, 50))).isTrue();
            assertThat(repository.hasCommit("0123456789")).isFalse();
        }
    }

    @Test
    void hashesFilesBySha256AsGitDoes() throws IOException {
        TestRepository other = sha256().write(".gitattributes", "*.sql text\n").write("db/V9.sql", "a\r\nb\r\n");
        String id = other.git("hash-object", "db/V9.sql").strip();

        try (Opened opened = Opened.of(other)) {
            assertThat(Opened.content(opened.disk(), "db/V9.sql")).contains(new ContentId(id.substring(0, 40)));
        }
    }

    private TestRepository sha256() {
        TestRepository other = git.at(folder.resolve("sha256"));
        other.git("init", "--quiet", "--template=", "--object-format=sha256", "--initial-branch=main");
        return filled(other);
    }

    @Test
    void fetchesWhatAPartialCloneLeftOutIntoNoPlaceOfTheClone() throws IOException {
        TestRepository clone = partialClone();
        FolderState before = FolderState.of(clone.workTree());

        try (Opened opened = Opened.withBase(clone, "HEAD~1")) {
            assertThat(opened.repository().profile().readByGit())
                    .containsExactly(new ReadByGit("objects that are not here", "this clone is partial"));
            assertThat(Opened.text(opened.tree(Source.BASE), "db/V1.sql")).contains(Opened.decoded("one\n"));
            assertThat(Opened.text(opened.tree(Source.BASE), "db/V2.sql")).contains(Opened.decoded("two\n"));
            assertThat(opened.repository().profile().traits()).containsExactly("partial clone");
        }

        assertThat(FolderState.of(clone.workTree())).isEqualTo(before);
    }

    @Test
    void saysWhichFilesAPartialCloneCannotGet() {
        TestRepository clone = partialClone().with("GIT_NO_LAZY_FETCH", "1");

        try (Opened opened = Opened.withBase(clone, "HEAD~1")) {
            assertThat(Opened.text(opened.tree(Source.BASE), "db/V1.sql")).contains(leftOut());
        }
        clone.git(command(leftOut().reason()));
        try (Opened opened = Opened.withBase(clone, "HEAD~1")) {
            assertThat(Opened.text(opened.tree(Source.BASE), "db/V1.sql")).contains(Opened.decoded("one\n"));
        }
    }

    @Test
    void goesOnWithoutTheRemoteOfAPartialClone() {
        TestRepository clone = partialClone();
        clone.git("remote", "set-url", "origin", "file://" + folder.resolve("nowhere"));

        try (Opened opened = Opened.withBase(clone, "HEAD~1")) {
            assertThat(Opened.text(opened.tree(Source.BASE), "db/V1.sql")).contains(leftOut());
            assertThat(Opened.text(opened.head(), "db/V1.sql")).contains(Opened.decoded("edited\n"));
        }
    }

    @Test
    void saysWhichFilesAPartialCloneWithSha256Lacks() {
        TestRepository remote = sha256();
        remote.write("db/V1.sql", "edited\n").stage(".").commit("two").git("config", "uploadpack.allowFilter", "true");
        TestRepository clone = git.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", "--filter=blob:none", "file://" + remote.workTree(), ".");

        try (Opened opened = Opened.withBase(clone, "HEAD~1")) {
            assertThat(Opened.text(opened.tree(Source.BASE), "db/V1.sql")).contains(leftOut());
            assertThat(Opened.text(opened.head(), "db/V1.sql")).contains(Opened.decoded("edited\n"));
        }
    }

    @Test
    void readsReferencesInAReftable() throws IOException {
        git.branch("other").commit("two").checkout("main");
        String main = git.commitId("main");
        String other = git.commitId("other");
        // The git that the tests run with is too old to make one.
        QuietSystemReader.install();
        try (FileRepository repository = new FileRepository(git.path(".git").toFile())) {
            repository.convertRefStorage("reftable", true, false);
        }

        try (Opened opened = Opened.withBase(git, "other")) {
            assertThat(opened.repository().head()).contains(new Revision("HEAD", main));
            assertThat(opened.repository().base()).contains(new Revision("other", other));
            assertThat(opened.repository().profile().traits()).containsExactly("references in a reftable");
        }
    }

    private TestRepository partialClone() {
        git.write("db/V1.sql", "edited\n")
                .write("db/V2.sql", "edited too\n")
                .stage(".")
                .commit("two");
        git.git("config", "uploadpack.allowFilter", "true");
        git.git("config", "uploadpack.allowAnySHA1InWant", "true");
        TestRepository clone = git.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", "--filter=blob:none", "file://" + git.workTree(), ".");
        return clone;
    }

    private static FileText.Unreadable leftOut() {
        return new FileText.Unreadable(
                "left out of this partial clone, and not to be had: run 'git fetch --refetch --no-filter'");
    }

    private static String[] command(String reason) {
        String command = reason.substring(reason.indexOf("'git ") + "'git ".length());
        return command.substring(0, command.indexOf('\'')).split(" ");
    }

    private static List<ContentId> contents(Opened opened, String path) {
        return List.of(opened.disk(), opened.index(), opened.head()).stream()
                .flatMap(tree -> Opened.content(tree, path).stream())
                .toList();
    }

    private static ContentId content(Opened opened, String path) {
        return Optional.of(opened.head())
                .flatMap(tree -> Opened.content(tree, path))
                .orElseThrow();
    }
}
