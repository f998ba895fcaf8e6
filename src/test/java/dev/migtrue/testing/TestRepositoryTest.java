package dev.migtrue.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRepositoryTest {

    @Test
    void givesTheSameCommitIdsEveryTime(@TempDir Path folder, @TempDir Path another) {
        TestRepository first = TestRepository.in(folder)
                .write("a.sql", "select 1;\n")
                .stage("a.sql")
                .commit("one");
        TestRepository second = TestRepository.in(another)
                .write("a.sql", "select 1;\n")
                .stage("a.sql")
                .commit("one");

        assertThat(first.commitId("main")).isEqualTo(second.commitId("HEAD"));
    }

    @Test
    void failsWithWhatGitSaid(@TempDir Path folder) {
        assertThatThrownBy(() -> TestRepository.in(folder).checkout("nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void showsEachStateOfAFileAsGitDoes(@TempDir Path folder) {
        TestRepository repository = TestRepository.in(folder)
                .write("committed", "")
                .stage("committed")
                .commit("one")
                .ignore("hidden*")
                .write("hidden", "")
                .write("hidden-but-staged", "")
                .stageForced("hidden-but-staged")
                .write("intended", "x")
                .intentToAdd("intended")
                .remove("committed");

        assertThat(repository.git("status", "--porcelain", "--ignored"))
                .isEqualTo(" D committed\nA  hidden-but-staged\n A intended\n?? .gitignore\n!! hidden\n");
    }
}
