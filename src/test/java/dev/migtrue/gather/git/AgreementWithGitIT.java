package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.git.RandomHistory.Conversion;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.testing.Shell;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After any sequence of operations, what we see in each place is what {@code git} itself says of it. One seed always
 * gives the same sequence: {@code -Dagreement.seed=N} starts with another one, {@code -Dagreement.sequences=N} plays
 * another number of them.
 */
class AgreementWithGitIT {

    private static final long FIRST = Long.getLong("agreement.seed", 0);
    private static final long SEQUENCES = Long.getLong("agreement.sequences", 500);

    @ParameterizedTest
    @MethodSource("seeds")
    void seesWhatGitSeesAfterRandomOperations(long seed, @TempDir Path folder) {
        Conversion conversion = seed % 2 == 0 ? Conversion.NONE : Conversion.CHANGING;
        TestRepository repository = TestRepository.in(folder);
        try (Shell shell = Shell.in(repository)) {
            RandomHistory history = new RandomHistory(repository, shell, new Chance(seed), conversion);
            for (int round = 0; round < 4; round++) {
                history.advance(8);

                assertAgreement(repository, shell, "seed " + seed + "\n  " + history);
            }
        }
    }

    @AfterAll
    static void tellTheSeeds() {
        System.out.println("sequences of git operations played: seeds " + FIRST + " to " + (FIRST + SEQUENCES - 1));
    }

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEQUENCES);
    }

    private static void assertAgreement(TestRepository git, Shell shell, String story) {
        GitSays says = new GitSays(git, shell);
        try (Opened opened = Opened.of(git)) {
            Tree disk = opened.disk();
            Tree index = opened.index();

            assertThat(contents(opened.head())).as("HEAD after %s", story).isEqualTo(says.head());
            assertThat(contents(index)).as("index after %s", story).isEqualTo(says.index());
            assertThat(new TreeSet<>(disk.filesUnder(RepoPath.TOP)))
                    .as("disk after %s", story)
                    .isEqualTo(says.disk());
            assertThat(contents(disk)).as("contents on disk after %s", story).isEqualTo(says.added(says.disk()));
            assertThat(hiding(opened, says))
                    .as("ignored after %s", story)
                    .containsOnlyKeys(says.ignored())
                    .containsAllEntriesOf(says.hiding());
            assertChanges(disk, index, says, story);
            assertOverview(disk, says, story);
        }
    }

    /**
     * An overview may believe the index where a folder took the place of a file, and may leave out ignored folders;
     * nothing else.
     */
    private static void assertOverview(Tree disk, GitSays says, String story) {
        Set<RepoPath> replaced = new TreeSet<>(disk.files());
        replaced.removeIf(path -> disk.contentId(path).isPresent());
        Set<RepoPath> expected = new TreeSet<>(says.trackedOrUntracked());
        expected.removeIf(path -> replaced.stream().anyMatch(path::isUnder));
        Set<RepoPath> overview = new TreeSet<>(disk.files());
        overview.removeAll(replaced);

        assertThat(overview).as("overview after %s", story).containsAll(expected);
        assertThat(says.disk()).as("overview after %s", story).containsAll(overview);
    }

    /**
     * Another id on disk than in the index is what git calls modified; where git was told not to look, only the disk
     * counts.
     */
    private static void assertChanges(Tree disk, Tree index, GitSays says, String story) {
        Set<RepoPath> changed = new TreeSet<>(index.files());
        changed.removeIf(
                path -> disk.contentId(path).isEmpty() || disk.contentId(path).equals(index.contentId(path)));
        Set<RepoPath> allowed = new TreeSet<>(says.changed());
        allowed.addAll(says.unwatched());

        assertThat(changed).as("modified after %s", story).containsAll(says.modified());
        assertThat(allowed).as("modified after %s", story).containsAll(changed);
    }

    private static SortedMap<RepoPath, IgnoreRule> hiding(Opened opened, GitSays says) {
        SortedMap<RepoPath, IgnoreRule> rules = new TreeMap<>();
        for (RepoPath path : says.disk()) {
            opened.repository().ignoredBy(path).ifPresent(rule -> rules.put(path, rule));
        }
        return rules;
    }

    private static SortedMap<RepoPath, ContentId> contents(Tree tree) {
        SortedMap<RepoPath, ContentId> contents = new TreeMap<>();
        tree.filesUnder(RepoPath.TOP)
                .forEach(path -> contents.put(path, tree.contentId(path).orElseThrow()));
        return contents;
    }
}
