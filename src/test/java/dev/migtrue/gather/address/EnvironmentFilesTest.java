package dev.migtrue.gather.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.address.Review.Place;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentFilesTest {

    private static final Review ALL = new Review(Map.of(), Place.DESK);

    @Test
    void everyWayToWriteAValueIsRead() {
        assertThat(read("""
                # comment
                PLAIN=a#b # comment
                export EXPORTED = x
                SINGLE='a ${PLAIN} "b"'
                DOUBLE="a \\"${PLAIN}\\" ${NONE:-c} \\$d" # comment
                BARE=$PLAIN/${HOME}
                EMPTY=
                """, Map.of("HOME", "/home/me")))
                .containsEntry("PLAIN", "a#b")
                .containsEntry("EXPORTED", "x")
                .containsEntry("SINGLE", "a ${PLAIN} \"b\"")
                .containsEntry("DOUBLE", "a \"a#b\" c $d")
                .containsEntry("BARE", "a#b//home/me")
                .containsEntry("EMPTY", "");
    }

    @Test
    void theEnvironmentGoesBeforeFilesAndTheFirstFileBeforeTheNext() {
        Map<String, String> files = Map.of(".env.local", "A=local\nB=local\n", ".env", "A=env\nB=env\nC=env\n");

        assertThat(EnvironmentFiles.added(
                        Map.of("A", "real"),
                        List.of(".env.local", "gone", "../out", ".env"),
                        ALL,
                        file -> Optional.ofNullable(files.get(file.value()))))
                .isEqualTo(Map.of("A", "real", "B", "local", "C", "env"));
    }

    @Test
    void aFileThatAProposalBringsAlongIsNotRead() {
        Review review = new Review(
                Map.of(
                        Source.HEAD,
                        InMemoryTree.of(Map.of(".env", "A=evil\n")),
                        Source.BASE,
                        InMemoryTree.of(Map.of(".env", "A=good\n"))),
                Place.DESK);

        assertThat(EnvironmentFiles.added(Map.of(), List.of(".env"), review, file -> Optional.of("A=evil\n")))
                .isEmpty();
    }

    private static Map<String, String> read(String text, Map<String, String> environment) {
        return EnvironmentFiles.added(
                environment,
                List.of(".env"),
                ALL,
                file -> Optional.of(text).filter(any -> file.equals(new RepoPath(".env"))));
    }
}
