package dev.migtrue.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryRepositoryTest {

    @Test
    void theLastMatchingLineDecides() {
        assertThat(ignoredBy("a.sql", Map.of(".gitignore", "*.sql\n!a.*\n"))).isEmpty();
        assertThat(ignoredBy("a.sql", Map.of(".gitignore", "!a.*\n\n# dumps\n*.sql\n")))
                .contains(new IgnoreRule(".gitignore", 4, "*.sql"));
    }

    @Test
    void theInnermostFileDecides() {
        Map<String, String> files = Map.of(".gitignore", "*.sql\n", "db/.gitignore", "!*.sql\n");
        assertThat(ignoredBy("db/a.sql", files)).isEmpty();
        assertThat(ignoredBy("a.sql", files)).contains(new IgnoreRule(".gitignore", 1, "*.sql"));
    }

    @Test
    void anIgnoredFolderCannotBeReopenedFromWithin() {
        assertThat(ignoredBy("db/new/a.sql", Map.of(".gitignore", "db/\n", "db/.gitignore", "!*.sql\n")))
                .contains(new IgnoreRule(".gitignore", 1, "db/"));
    }

    @Test
    void whatIsTrackedIsNotIgnored() {
        InMemoryTree tree = InMemoryTree.of(Map.of(".gitignore", "*\n", "a.sql", ""));
        try (InMemoryRepository repository =
                new InMemoryRepository(Map.of(Source.WORKING_TREE, tree, Source.INDEX, tree))) {
            assertThat(repository.ignoredBy(new RepoPath("a.sql"))).isEmpty();
        }
    }

    private static Optional<IgnoreRule> ignoredBy(String path, Map<String, String> onDisk) {
        try (InMemoryRepository repository = new InMemoryRepository(
                Map.of(Source.WORKING_TREE, InMemoryTree.of(onDisk), Source.INDEX, InMemoryTree.empty()))) {
            return repository.ignoredBy(new RepoPath(path));
        }
    }
}
