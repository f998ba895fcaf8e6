package dev.migtrue.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryTreeTest {

    private static final RepoPath HELLO = new RepoPath("a/hello.txt");

    private final InMemoryTree tree = InMemoryTree.of(Map.of("b.txt", "", "a/hello.txt", "hello\n", "ab/x", "x"));

    @Test
    void contentIdsAreThoseOfGit() {
        assertThat(tree.contentId(HELLO)).contains(new ContentId("ce013625030ba8dba906f756967f9e9ca394464a"));
    }

    @Test
    void filesAreSortedByPath() {
        assertThat(tree.files()).containsExactly(HELLO, new RepoPath("ab/x"), new RepoPath("b.txt"));
    }

    @Test
    void aFolderHoldsOnlyWhatIsBelowIt() {
        assertThat(tree.filesUnder(new RepoPath("a"))).containsExactly(HELLO);
    }

    @Test
    void anUnreadableFileIsThereWithoutItsText() {
        var unreadable = tree.withUnreadable("a/hello.txt", "not UTF-8");

        assertThat(unreadable.text(HELLO)).contains(new FileText.Unreadable("not UTF-8"));
        assertThat(unreadable.contentId(HELLO)).isPresent();
    }

    @Test
    void aFileThatIsNotThereHasNeitherTextNorId() {
        var without = tree.without("a/hello.txt");

        assertThat(without.text(HELLO)).isEmpty();
        assertThat(without.contentId(HELLO)).isEmpty();
    }
}
