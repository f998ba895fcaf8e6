package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        SortedMap<Path, String> before = snapshot(folder);
        Path jgits = Path.of(System.getProperty("user.home"), ".config", "jgit");
        SortedMap<Path, String> jgitsBefore = snapshot(jgits);

        try (Opened opened = Opened.withBase(git, "HEAD")) {
            opened.repository().trees().values().forEach(tree -> readAll(opened.repository(), tree));
        }

        assertThat(snapshot(folder)).isEqualTo(before);
        assertThat(snapshot(jgits)).isEqualTo(jgitsBefore);
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

    /** Names, contents and times of everything below a folder. */
    private static SortedMap<Path, String> snapshot(Path folder) throws IOException {
        SortedMap<Path, String> snapshot = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> below = Files.walk(folder)) {
                for (Path path : below.toList()) {
                    String content = Files.isRegularFile(path) ? Arrays.toString(Files.readAllBytes(path)) : "";
                    snapshot.put(path, Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " " + content);
                }
            }
        }
        return snapshot;
    }
}
