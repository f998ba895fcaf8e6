package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migtrue.model.Failure;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is said in one line, with a remedy. */
class UnreadableRepositoriesTest {

    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void makeRepository() {
        git = TestRepository.in(folder)
                .write("db/V1.sql", "one\n")
                .write("src/x", "")
                .write("top", "")
                .stage(".")
                .commit("one");
    }

    @Test
    void saysThatTheIndexIsBroken() throws IOException {
        for (byte[] broken :
                List.of(new byte[0], new byte[] {'D', 'I', 'R', 'C', 0, 0, 0, 9}, corrupted(), truncated())) {
            Files.write(git.path(".git/index"), broken);

            assertThat(failure(git).problem()).startsWith("the index cannot be read: " + git.path(".git/index"));
        }
    }

    @Test
    void saysThatAnObjectIsBroken() throws IOException {
        Path object = git.path(".git/objects/56/26abf0f72e58d7a153368ba57db4c673c0e171");
        Files.delete(object);
        Files.writeString(object, "nonsense");

        Failure failure = catchThrowableOfType(Failure.class, () -> {
            try (Opened opened = Opened.of(git)) {
                Opened.text(opened.head(), "db/V1.sql");
            }
        });

        assertThat(failure.problem())
                .startsWith("git object 5626abf0f72e58d7a153368ba57db4c673c0e171 cannot be read")
                .hasLineCount(1);
    }

    @Test
    void saysThatTheRepositoryIsOfAFormatOfTheFuture() {
        git.git("config", "core.repositoryFormatVersion", "99");

        assertThat(failure(git).problem()).startsWith("the repository cannot be read: " + git.path(".git"));
    }

    @Test
    void saysThatTheConfigurationIsBroken() throws IOException {
        Files.writeString(git.path(".git/config"), "[core\n", StandardOpenOption.APPEND);

        assertThat(failure(git).problem()).startsWith("git's configuration cannot be read: " + git.path(".git/config"));
    }

    @Test
    void saysThatASettingMakesNoSense() {
        git.git("config", "core.ignoreCase", "perhaps");

        assertThat(failure(git).problem())
                .isEqualTo("git's setting core.ignoreCase is neither true nor false: perhaps");
    }

    @Test
    void saysThatOnlyGitCouldReadIt() {
        git.git("update-index", "--split-index");

        assertThat(failure(git.with("PATH", folder.toString())).problem())
                .isEqualTo("the index is split over several files, which only git can read, and there is no git");
    }

    private static Failure failure(TestRepository git) {
        Failure failure =
                catchThrowableOfType(Failure.class, () -> Opened.of(git).close());
        assertThat(failure).isNotNull();
        assertThat(failure.problem()).hasLineCount(1);
        assertThat(failure.remedy()).hasLineCount(1);
        return failure;
    }

    private byte[] corrupted() throws IOException {
        byte[] index = index();
        index[index.length / 2]++;
        return index;
    }

    private byte[] truncated() throws IOException {
        byte[] index = index();
        return Arrays.copyOf(index, index.length - 30);
    }

    private byte[] index() throws IOException {
        git.remove(".git/index").git("read-tree", "HEAD");
        return Files.readAllBytes(git.path(".git/index"));
    }
}
