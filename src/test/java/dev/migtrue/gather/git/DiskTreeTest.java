package dev.migtrue.gather.git;

import static dev.migtrue.gather.git.Opened.content;
import static dev.migtrue.gather.git.Opened.decoded;
import static dev.migtrue.gather.git.Opened.files;
import static dev.migtrue.gather.git.Opened.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskTreeTest {

    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void makeRepository() {
        git = TestRepository.in(folder);
    }

    @Test
    void holdsTrackedAndUntrackedAndIgnoredFilesButNoDeletedOnes() {
        git.write("kept.sql", "")
                .write("deleted.sql", "")
                .stage(".")
                .commit("one")
                .remove("deleted.sql");
        git.write("untracked.sql", "")
                .ignore("ignored.sql")
                .write("ignored.sql", "")
                .write("intended.sql", "")
                .intentToAdd("intended.sql");

        try (Opened opened = Opened.of(git)) {
            assertThat(files(opened.disk()))
                    .containsExactly(".gitignore", "ignored.sql", "intended.sql", "kept.sql", "untracked.sql");
            assertThat(files(opened.index())).containsExactly("deleted.sql", "kept.sql");
            assertThat(content(opened.disk(), "deleted.sql")).isEmpty();
            assertThat(text(opened.disk(), "deleted.sql")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrations", "migration", "versions", "db", "sql", "alembic", "flyway", "changelog"})
    void looksIntoIgnoredFoldersInWhichMigrationsAreKept(String name) {
        git.ignore("/app/*")
                .write("app/" + name + "/deep/V1.sql", "")
                .write("app/node_modules/" + name + "/V2.sql", "");

        try (Opened opened = Opened.of(git)) {
            assertThat(files(opened.disk())).containsExactly(".gitignore", "app/" + name + "/deep/V1.sql");
            assertThat(opened.disk().filesUnder(new RepoPath("app"))).hasSize(2);
        }
    }

    @Test
    void looksIntoIgnoredFoldersWhereGitTracksFiles() {
        git.ignore("vendor/")
                .write("vendor/a/V1.sql", "")
                .stageForced("vendor/a")
                .write("vendor/a/V2.sql", "")
                .write("vendor/b/V3.sql", "");

        try (Opened opened = Opened.of(git)) {
            assertThat(files(opened.disk())).containsExactly(".gitignore", "vendor/a/V1.sql", "vendor/a/V2.sql");
        }
    }

    @Test
    void staysOutOfOtherRepositoriesAndOfLinkedFolders() {
        git.write("real/V1.sql", "").link("linked", "real").git("init", "--quiet", "--template=", "nested");
        git.write("nested/V2.sql", "")
                .write("pointed/.git", "gitdir: ../nested/.git")
                .write("pointed/V3.sql", "");
        git.write("not-a-repository/.git/x", "").write("not-a-repository/V4.sql", "");

        try (Opened opened = Opened.of(git)) {
            assertThat(files(opened.disk())).containsExactly("linked", "not-a-repository/V4.sql", "real/V1.sql");
            assertThat(opened.disk().filesUnder(new RepoPath("linked"))).isEmpty();
            assertThat(opened.disk().filesUnder(new RepoPath("nested"))).isEmpty();
            assertThat(text(opened.disk(), "linked")).contains(new FileText.Unreadable("is a symbolic link"));
            assertThat(text(opened.disk(), "linked/V1.sql")).isEmpty();
            assertThat(content(opened.disk(), "linked/V1.sql")).isEmpty();
        }
    }

    @Test
    void knowsFilesByAnyNameThatTheDiskAllows() {
        List<String> names = List.of(
                "-x.sql", "a\nb.sql", "a\tb", "dé/ü.sql", "end ", "q\"uote", "\\", "日本.sql", "😀.sql", "~", "{}");
        names.forEach(name -> git.write(name, name));
        git.git("add", "--", names.get(1), names.get(3), names.get(8));

        try (Opened opened = Opened.of(git)) {
            assertThat(files(opened.disk()))
                    .containsExactlyInAnyOrderElementsOf(names)
                    .isSorted();
            assertThat(names)
                    .allSatisfy(name -> assertThat(text(opened.disk(), name)).contains(decoded(name)));
            assertThat(files(opened.index())).containsExactlyInAnyOrder(names.get(1), names.get(3), names.get(8));
            assertThat(opened.disk().contentId(new RepoPath("😀.sql"))).isEqualTo(content(opened.index(), "😀.sql"));
        }
    }

    @Test
    void knowsFilesWhoseNamesAreNotUtf8() {
        git.write("x", "one\n");
        git.git("config", "alias.odd", "!mv x \"$(printf 'caf\\351.sql')\"");
        git.git("odd");
        git.stage(".");

        try (Opened opened = Opened.of(git)) {
            assertThat(files(opened.disk())).containsExactly("caf\ufffd.sql").isEqualTo(files(opened.index()));
            assertThat(text(opened.disk(), "caf\ufffd.sql")).contains(decoded("one\n"));
        }
    }

    @Test
    void hasTheSameContentAsTheIndexUntilTheFileIsEdited() throws IOException {
        git.write("V1.sql", "select 1;\n").stage(".");
        FileTime staged = Files.getLastModifiedTime(git.path("V1.sql"));
        try (Opened opened = Opened.of(git)) {
            assertThat(content(opened.disk(), "V1.sql")).isPresent().isEqualTo(content(opened.index(), "V1.sql"));
        }

        // Of the same length and, right after it was staged, perhaps of the same time.
        git.write("V1.sql", "select 2;\n");
        try (Opened opened = Opened.of(git)) {
            assertThat(content(opened.disk(), "V1.sql")).isPresent().isNotEqualTo(content(opened.index(), "V1.sql"));
        }

        git.write("V1.sql", "select 1;\n");
        Files.setLastModifiedTime(git.path("V1.sql"), FileTime.fromMillis(staged.toMillis() + 5000));
        try (Opened opened = Opened.of(git)) {
            assertThat(content(opened.disk(), "V1.sql")).isEqualTo(content(opened.index(), "V1.sql"));
        }
    }

    /**
     * A file that is edited right after it was staged may look just as it did; only the time of the index gives that
     * away.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05.123456789Z,2026-01-02T03:04:05.123456789Z",
                "2026-01-02T03:04:05Z,2026-01-02T03:04:05.9Z"
            })
    void readsAFileThatWasChangedAsLateAsTheIndexWasWritten(String changedAndWritten) throws IOException {
        FileTime changed = FileTime.from(Instant.parse(changedAndWritten.split(",", 2)[0]));
        FileTime written = FileTime.from(Instant.parse(changedAndWritten.split(",", 2)[1]));
        git.write("V1.sql", "select 1;\n");
        Files.setLastModifiedTime(git.path("V1.sql"), changed);
        git.stage("V1.sql").write("V1.sql", "select 2;\n");
        Files.setLastModifiedTime(git.path("V1.sql"), changed);
        Files.setLastModifiedTime(git.path(".git/index"), written);

        try (Opened opened = Opened.of(git)) {
            assertThat(content(opened.disk(), "V1.sql")).isPresent().isNotEqualTo(content(opened.index(), "V1.sql"));
        }
    }

    @Test
    void looksAtFilesThatGitWasToldToAssumeUnchanged() throws IOException {
        git.write("V1.sql", "select 1;\n").stage(".").git("update-index", "--assume-unchanged", "V1.sql");
        FileTime staged = Files.getLastModifiedTime(git.path("V1.sql"));
        git.write("V1.sql", "select 2;\n");
        Files.setLastModifiedTime(git.path("V1.sql"), staged);

        try (Opened opened = Opened.of(git)) {
            assertThat(content(opened.disk(), "V1.sql")).isNotEqualTo(content(opened.index(), "V1.sql"));
        }
    }

    @Test
    void holdsWhatASparseCheckoutLeftOut() {
        git.write("db/V1.sql", "one\n")
                .write("db/sub/V2.sql", "two\n")
                .write("src/x", "")
                .stage(".")
                .commit("one");
        git.git("sparse-checkout", "set", "--no-cone", "src");
        assertThat(git.path("db")).doesNotExist();

        try (Opened opened = Opened.of(git)) {
            assertThat(files(opened.disk())).containsExactly("db/V1.sql", "db/sub/V2.sql", "src/x");
            assertThat(opened.disk().filesUnder(new RepoPath("db/sub"))).containsExactly(new RepoPath("db/sub/V2.sql"));
            assertThat(content(opened.disk(), "db/V1.sql")).isPresent().isEqualTo(content(opened.index(), "db/V1.sql"));
            assertThat(text(opened.disk(), "db/V1.sql")).contains(decoded("one\n"));
        }
    }

    @Test
    void doesNotCallACheckoutWithOtherLineEndsEdited() {
        git.write("V1.sql", "one\ntwo\n").stage(".").commit("one").git("config", "core.autocrlf", "true");
        git.remove("V1.sql").checkout("-f");
        assertThat(git.path("V1.sql")).hasContent("one\r\ntwo\r\n");
        git.write("V1.sql", "one\r\ntwo\r\n");

        try (Opened opened = Opened.of(git)) {
            assertThat(content(opened.disk(), "V1.sql")).isEqualTo(content(opened.head(), "V1.sql"));
            assertThat(text(opened.disk(), "V1.sql")).contains(decoded("one\r\ntwo\r\n"));
            assertThat(text(opened.head(), "V1.sql")).contains(decoded("one\ntwo\n"));
        }
    }

    @Test
    void readsAContentOnceThatSeveralPlacesHave() {
        git.write("V1.sql", "one\n")
                .write("V2.sql", "two\n")
                .stage(".")
                .commit("one")
                .write("V2.sql", "edited\n");
        List<FileText> asked = new ArrayList<>();
        Function<FileText, Integer> reading = text -> {
            asked.add(text);
            return asked.size();
        };

        try (Opened opened = Opened.of(git)) {
            List.of(opened.disk(), opened.index(), opened.head())
                    .forEach(tree ->
                            List.of("V1.sql", "V2.sql").forEach(path -> tree.derive(new RepoPath(path), reading)));
            assertThat(opened.head().derive(new RepoPath("absent.sql"), reading))
                    .isEmpty();
        }
        assertThat(asked).containsExactly(decoded("one\n"), decoded("edited\n"), decoded("two\n"));
    }

    @Test
    void readsManyFilesAtOnceAsItWouldOneByOne() {
        git.write(".gitattributes", "*.u16 working-tree-encoding=UTF-16LE-BOM\n*.crlf text\n")
                .write("a.u16", "\ufeffé".getBytes(StandardCharsets.UTF_16LE))
                .write("b.crlf", "one\r\n")
                .write("c.latin", new byte[] {(byte) 0xe9})
                .link("d", "b.crlf")
                .stage(".")
                .write("e.untracked", "one\r\n")
                .write("f.edited", "two\n");
        Function<FileText, FileText> asItIs = text -> text;

        try (Opened opened = Opened.of(git);
                Opened another = Opened.of(git)) {
            SequencedMap<RepoPath, FileText> together = new LinkedHashMap<>();
            opened.disk()
                    .files()
                    .forEach(path -> together.put(
                            path, opened.disk().derive(path, asItIs).orElseThrow()));
            List<RepoPath> asked = new ArrayList<>(another.disk().files());
            asked.add(new RepoPath("absent"));

            assertThat(another.disk().deriveAll(asked, asItIs))
                    .containsExactlyEntriesOf(together)
                    .hasSize(7);
        }
    }

    @Test
    void runsNoFilter() {
        git.git("config", "filter.spy.clean", "touch ran; tr a-z A-Z");
        git.write(".gitattributes", "*.sql filter=spy\n")
                .write("V1.sql", "one\n")
                .stage(".")
                .commit("one")
                .remove("ran");
        git.write("V1.sql", "two\n");

        try (Opened opened = Opened.of(git)) {
            assertThat(content(opened.disk(), "V1.sql")).isPresent();
            assertThat(text(opened.disk(), "V1.sql")).contains(decoded("two\n"));
            assertThat(text(opened.head(), "V1.sql")).contains(decoded("ONE\n"));
        }
        assertThat(git.path("ran")).doesNotExist();
    }

    @Test
    void knowsWhatGitLfsStores() {
        String pointer =
                "version https://git-lfs.github.com/spec/v1\noid sha256:2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806\nsize 4\n";
        git.git("config", "filter.lfs.clean", "false");
        git.write(".gitattributes", "*.sql filter=lfs\n")
                .write("V1.sql", "one\n")
                .write("V2.sql", pointer);
        String blob = git.gitFed(pointer, "hash-object", "-w", "--stdin").strip();
        git.git("update-index", "--add", "--cacheinfo", "100644," + blob + ",V1.sql");

        try (Opened opened = Opened.of(git)) {
            FileText.Unreadable unreadable = new FileText.Unreadable("is a Git LFS pointer");
            assertThat(content(opened.disk(), "V1.sql")).isEqualTo(content(opened.index(), "V1.sql"));
            assertThat(content(opened.disk(), "V2.sql")).isEqualTo(content(opened.index(), "V1.sql"));
            assertThat(text(opened.disk(), "V1.sql")).contains(decoded("one\n"));
            assertThat(text(opened.disk(), "V2.sql")).contains(unreadable);
            assertThat(text(opened.index(), "V1.sql")).contains(unreadable);
            Function<FileText, FileText> asItIs = text -> text;
            assertThat(opened.index().derive(new RepoPath("V1.sql"), asItIs)).contains(unreadable);
            assertThat(opened.disk().derive(new RepoPath("V1.sql"), asItIs)).contains(decoded("one\n"));
        }
    }

    @Test
    void readsTextInTheEncodingThatItsAttributesName() {
        git.write(".gitattributes", "*.sql working-tree-encoding=UTF-16LE-BOM\n")
                .write("V1.sql", "\ufeffsélect\n".getBytes(StandardCharsets.UTF_16LE))
                .stage(".");
        git.write("V1.sql", "\ufeffsélect\n".getBytes(StandardCharsets.UTF_16LE));

        try (Opened opened = Opened.of(git)) {
            assertThat(content(opened.disk(), "V1.sql")).isEqualTo(content(opened.index(), "V1.sql"));
            assertThat(text(opened.disk(), "V1.sql")).contains(decoded("sélect\n"));
        }
    }

    @Test
    void keepsAByteOrderMarkInTheText() {
        git.write("V1.sql", "\ufeffselect 1;\n").stage(".");

        try (Opened opened = Opened.of(git)) {
            assertThat(text(opened.disk(), "V1.sql"))
                    .contains(decoded("\ufeffselect 1;\n"))
                    .isEqualTo(text(opened.index(), "V1.sql"));
        }
    }

    @Test
    void saysWhyAFileIsNoText() throws IOException {
        git.write("latin.sql", "select 'é';\n".getBytes(StandardCharsets.ISO_8859_1));
        git.write("replaced.sql", "\ufffd is fine\n");
        git.write("utf16.sql", "\ufeffx".getBytes(StandardCharsets.UTF_16LE));
        git.write("cut.sql", new byte[] {'a', (byte) 0xe2, (byte) 0x82});
        git.stage(".");
        try (RandomAccessFile large = new RandomAccessFile(git.path("large.sql").toFile(), "rw")) {
            large.setLength(Contents.LARGEST_TEXT + 1L);
        }

        try (Opened opened = Opened.of(git)) {
            for (var tree : List.of(opened.disk(), opened.index())) {
                assertThat(text(tree, "latin.sql")).get().extracting("reason").isEqualTo("not UTF-8 at byte offset 8");
                assertThat(text(tree, "replaced.sql")).contains(decoded("\ufffd is fine\n"));
                assertThat(text(tree, "utf16.sql")).get().extracting("reason").isEqualTo("UTF-16, not UTF-8");
                assertThat(text(tree, "cut.sql"))
                        .contains(new FileText.Unreadable("not UTF-8 at byte offset 1", Optional.of("a\u00e2\u0082")));
            }
            assertThat(text(opened.disk(), "large.sql")).contains(new FileText.Unreadable("larger than 64 MiB"));
            assertThat(content(opened.disk(), "large.sql")).isPresent();
        }
    }

    /** Whoever may read everything, as root does, reads these too. */
    @Test
    void treatsAFileThatMayNotBeReadAsThereButUnknown() throws IOException {
        git.write("staged.sql", "one\n").stage(".").write("secret.sql", "two\n");
        for (String path : List.of("staged.sql", "secret.sql")) {
            Files.setPosixFilePermissions(git.path(path), PosixFilePermissions.fromString("---------"));
        }
        boolean mayRead = Files.isReadable(git.path("secret.sql"));
        FileText denied = new FileText.Unreadable("permission denied");
        Function<FileText, FileText> asItIs = text -> text;

        try (Opened opened = Opened.of(git)) {
            assertThat(files(opened.disk())).containsExactly("secret.sql", "staged.sql");
            assertThat(text(opened.disk(), "secret.sql")).contains(mayRead ? decoded("two\n") : denied);
            assertThat(content(opened.disk(), "secret.sql")).isPresent();
            assertThat(opened.disk().derive(new RepoPath("staged.sql"), asItIs))
                    .contains(mayRead ? decoded("one\n") : denied);
            assertThat(opened.index().derive(new RepoPath("staged.sql"), asItIs))
                    .contains(decoded("one\n"));
        }
    }

    @Test
    void passesByWhatIsNoFile() {
        git.git("config", "alias.pipe", "!mkfifo pipe.sql");
        git.git("pipe");
        git.write("V1.sql", "").stage(".");

        try (Opened opened = Opened.of(git)) {
            assertThat(files(opened.disk())).containsExactly("V1.sql");
            assertThat(opened.disk().filesUnder(RepoPath.TOP)).containsExactly(new RepoPath("V1.sql"));
            assertThat(content(opened.disk(), "pipe.sql")).isEmpty();
            assertThat(text(opened.disk(), "pipe.sql")).isEmpty();
        }
    }

    @Test
    void holdsAConflictOnDiskAndOurSideInTheIndex() {
        git.write("V1.sql", "base\n").write("V2.sql", "base\n").stage(".").commit("one");
        git.branch("theirs")
                .write("V1.sql", "theirs\n")
                .write("V2.sql", "theirs\n")
                .stage(".")
                .commit("two");
        git.checkout("main").write("V1.sql", "ours\n").git("rm", "--quiet", "V2.sql");
        git.stage(".").commit("three").execute("", "merge", "--quiet", "theirs");

        try (Opened opened = Opened.of(git)) {
            assertThat(text(opened.disk(), "V1.sql").orElseThrow().toString())
                    .contains("<<<<<<< HEAD\nours\n=======\ntheirs\n");
            assertThat(text(opened.index(), "V1.sql")).contains(decoded("ours\n"));
            assertThat(text(opened.index(), "V2.sql")).contains(decoded("theirs\n"));
            assertThat(opened.repository().ignoredBy(new RepoPath("V1.sql"))).isEmpty();
        }
    }
}
