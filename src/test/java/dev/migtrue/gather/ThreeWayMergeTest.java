package dev.migtrue.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.git.Repository;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.testing.InMemoryTree;
import dev.migtrue.testing.TestRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeWayMergeTest {

    private static final List<String> PATHS =
            List.of("db/V1__a.sql", "db/V2__b.sql", "db/V3__c.sql", "db/more/V4__d.sql", "db/more/V5__e.sql");
    private static final List<String> CONTENTS = List.of(" one\n", " two\n", " three\n");

    @Test
    void whatOneSideChangedIsTakenFromIt() {
        Tree fork = InMemoryTree.of(Map.of("db/a", "1", "db/b", "1", "db/c", "1", "db/d", "1"));
        Tree ours = InMemoryTree.of(Map.of("db/a", "2", "db/b", "1", "db/d", "1", "db/e", "1"));
        Tree theirs = InMemoryTree.of(Map.of("db/a", "1", "db/b", "2", "db/c", "1", "db/f", "1"));

        ThreeWayMerge merge = merge(fork, ours, theirs);

        assertThat(merge.conflicts()).isEmpty();
        assertThat(contents(merge.preferringOurs()))
                .isEqualTo(contents(InMemoryTree.of(Map.of("db/a", "2", "db/b", "2", "db/e", "1", "db/f", "1"))));
    }

    @Test
    void whatBothChangedIsAConflictUnlessTheyMadeTheSameOfIt() {
        Tree fork = InMemoryTree.of(Map.of("db/a", "1", "db/b", "1", "db/c", "1"));
        Tree ours = InMemoryTree.of(Map.of("db/a", "2", "db/b", "2", "db/c", "2", "db/d", "1"));
        Tree theirs = InMemoryTree.of(Map.of("db/a", "2", "db/b", "3", "db/d", "2"));

        ThreeWayMerge merge = merge(fork, ours, theirs);

        assertThat(merge.conflicts()).containsExactly(new RepoPath("db/b"), new RepoPath("db/c"), new RepoPath("db/d"));
        assertThat(contents(merge.preferringOurs())).isEqualTo(contents(ours));
        assertThat(contents(merge.preferringTheirs())).isEqualTo(contents(theirs));
    }

    /**
     * No two files are alike, or git might take one for the other, renamed. What counts as a conflict here and not to git is what lies in the places where
     * crossed histories parted.
     */
    @Test
    void whatIsSettledIsWhatGitMakesOfIt(@TempDir Path folder) {
        TestRepository repository = TestRepository.in(folder);
        long seed = System.nanoTime();
        int rounds = 60;
        repository.gitFed(randomHistories(new Random(seed), rounds), "fast-import", "--quiet");
        int settled = 0;
        int conflicts = 0;
        for (int round = 0; round < rounds; round++) {
            repository.git("symbolic-ref", "HEAD", "refs/heads/ours" + round);
            String theirs = "theirs" + round;
            try (Repository opened =
                    Repository.open(repository.workTree(), repository.environment(), Optional.of(theirs))) {
                boolean isCrossed = round % 2 == 1;
                assertThat(opened.forks()).as("seed %d, round %d", seed, round).hasSize(isCrossed ? 2 : 1);
                ThreeWayMerge merge = new ThreeWayMerge(
                        opened.forks(),
                        tree(opened, Source.HEAD),
                        tree(opened, Source.BASE),
                        List.of(new RepoPath("db")));
                Merged real = merged(repository, theirs);
                Map<RepoPath, ContentId> ours = contents(merge.preferringOurs());
                merge.conflicts().forEach(path -> {
                    ours.remove(path);
                    real.files().remove(path);
                });
                assertThat(ours).as("seed %d, round %d", seed, round).isEqualTo(real.files());
                assertThat(merge.conflicts())
                        .as("seed %d, round %d", seed, round)
                        .containsAll(real.conflicts());
                if (!isCrossed) {
                    assertThat(real.conflicts())
                            .as("seed %d, round %d", seed, round)
                            .containsAll(merge.conflicts());
                }
                settled += ours.size();
                conflicts += merge.conflicts().size();
            }
        }
        assertThat(settled).as("seed %d", seed).isGreaterThan(rounds / 2);
        assertThat(conflicts).as("seed %d", seed).isGreaterThan(rounds / 4);
    }

    /** What git makes of a merge into HEAD; the files in conflict have some content of git's own. */
    private record Merged(SortedMap<RepoPath, ContentId> files, List<RepoPath> conflicts) {}

    private static Merged merged(TestRepository repository, String theirs) {
        List<String> told = Arrays.asList(repository
                .execute("", "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", "HEAD", theirs)
                .output()
                .split("\0"));
        SortedMap<RepoPath, ContentId> files = new TreeMap<>();
        repository
                .git("ls-tree", "-r", told.getFirst())
                .lines()
                .map(line -> line.split("[ \t]"))
                .forEach(words -> files.put(new RepoPath(words[3]), new ContentId(words[2])));
        return new Merged(
                files, told.stream().skip(1).map(RepoPath::new).distinct().toList());
    }

    /** Two branches a round: of one root, or, every other time, of two histories that crossed. */
    private static String randomHistories(Random random, int rounds) {
        Stream stream = new Stream(random);
        for (int round = 0; round < rounds; round++) {
            int root = stream.commit("root" + round, Map.of());
            int ours = stream.commit("ours" + round, stream.filesOf(root), root);
            int theirs = stream.commit("theirs" + round, stream.filesOf(root), root);
            if (round % 2 == 1) {
                int crossed = stream.commit("ours" + round, stream.filesOf(ours), ours, theirs);
                theirs = stream.commit("theirs" + round, stream.filesOf(theirs), theirs, ours);
                stream.commit("ours" + round, stream.filesOf(crossed), crossed);
                stream.commit("theirs" + round, stream.filesOf(theirs), theirs);
            }
        }
        return stream.text.toString();
    }

    /** What {@code git fast-import} reads. */
    private static final class Stream {

        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final Map<Integer, Map<String, String>> files = new TreeMap<>();

        Stream(Random random) {
            this.random = random;
        }

        Map<String, String> filesOf(int commit) {
            return files.getOrDefault(commit, Map.of());
        }

        /** A commit in which some of these files are changed, added or deleted. */
        int commit(String branch, Map<String, String> before, int... parents) {
            int mark = files.size() + 1;
            Map<String, String> after = new TreeMap<>(before);
            for (String path : PATHS) {
                if (random.nextInt(3) == 0) {
                    after.remove(path);
                    if (random.nextInt(4) > 0) {
                        after.put(path, path + CONTENTS.get(random.nextInt(CONTENTS.size())));
                    }
                }
            }
            files.put(mark, after);
            text.append("commit refs/heads/%s\nmark :%d\ncommitter Ada <ada@example.org> %d +0000\ndata 0\n"
                    .formatted(branch, mark, mark));
            for (int parent = 0; parent < parents.length; parent++) {
                text.append("%s :%d\n".formatted(parent == 0 ? "from" : "merge", parents[parent]));
            }
            text.append("deleteall\n");
            after.forEach((path, content) -> text.append("M 100644 inline %s\ndata %d\n%s\n"
                    .formatted(path, content.getBytes(StandardCharsets.UTF_8).length, content)));
            return mark;
        }
    }

    private static ThreeWayMerge merge(Tree fork, Tree ours, Tree theirs) {
        return new ThreeWayMerge(List.of(fork), ours, theirs, List.of(new RepoPath("db")));
    }

    private static Tree tree(Repository repository, Source source) {
        return Optional.ofNullable(repository.trees().get(source)).orElseThrow();
    }

    private static SortedMap<RepoPath, ContentId> contents(Tree tree) {
        return tree.files().stream()
                .collect(Collectors.toMap(
                        path -> path, path -> tree.contentId(path).orElseThrow(), (one, other) -> one, TreeMap::new));
    }
}
