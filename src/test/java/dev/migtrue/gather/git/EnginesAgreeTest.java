package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.git.RandomHistory.Conversion;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.testing.Shell;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where JGit and git can both read a repository, they see the same in it. */
class EnginesAgreeTest {

    private static final List<String> NAMES =
            List.of("main", "other", "HEAD~1", "HEAD^2", "stash", "nothing", "refs/heads/main", "MERGE_HEAD");

    @ParameterizedTest
    @MethodSource("seeds")
    void bothSeeTheSameAfterRandomOperations(long seed, @TempDir Path folder) {
        Conversion conversion = seed % 2 == 0 ? Conversion.NONE : Conversion.CHANGING;
        TestRepository repository = TestRepository.in(folder);
        try (Shell shell = Shell.in(repository)) {
            RandomHistory history = new RandomHistory(repository, shell, new Chance(seed), conversion);
            history.advance(30);

            assertThat(everything(Engine.GIT, repository))
                    .as("seed %d, after\n  %s", seed, history)
                    .isEqualTo(everything(Engine.JGIT, repository));
        }
    }

    static LongStream seeds() {
        return LongStream.range(1_000, 1_024);
    }

    private record Seen(ContentId content, Optional<FileText> text, Optional<IgnoreRule> ignoredBy) {}

    /** All that can be asked of a repository, in one value. */
    private static Map<String, Object> everything(Engine engine, TestRepository git) {
        Map<String, Object> all = new LinkedHashMap<>();
        try (Opened opened = Opened.by(engine, git, "main")) {
            Repository repository = opened.repository();
            assertThat(repository.profile().readByGit()).matches(parts -> engine == Engine.JGIT || !parts.isEmpty());
            all.put("head", repository.head());
            all.put("base", repository.baseBranch());
            all.put("underway", repository.isUnderway());
            all.put("incoming", repository.incoming());
            NAMES.forEach(name -> all.put(name, repository.hasCommit(name)));
            repository.trees().forEach((source, tree) -> all.put(source.name(), seen(repository, tree)));
            all.put("overview", Opened.files(opened.disk()));
            all.put("search", search(repository));
        }
        return all;
    }

    private static SortedMap<RepoPath, Seen> seen(Repository repository, Tree tree) {
        SortedMap<RepoPath, Seen> files = new TreeMap<>();
        for (RepoPath path : tree.filesUnder(RepoPath.TOP)) {
            files.put(path, new Seen(tree.contentId(path).orElseThrow(), tree.text(path), repository.ignoredBy(path)));
        }
        return files;
    }

    private static Traces search(Repository repository) {
        Set<MigrationId> ids = Set.of("a.sql", "V1__a.sql", "V2__b.sql", "V3__c.sql", "V4__d.sql").stream()
                .map(MigrationId::new)
                .collect(Collectors.toSet());
        return repository.search(new Search(
                List.of(new RepoPath("db"), new RepoPath("build")),
                ids,
                EnginesAgreeTest::byName,
                Search.Depth.LOST_AND_FOUND,
                Set.of(".sql")));
    }

    /** Migrations whose id is the name of their file. */
    private static History byName(Tree tree) {
        List<Migration> migrations = tree.files().stream()
                .filter(path -> tree.contentId(path).isPresent())
                .map(path -> new Migration(
                        new MigrationId(path.name()),
                        "",
                        Kind.VERSIONED,
                        List.of(),
                        List.of(),
                        tree.contentId(path).orElseThrow(),
                        Optional.empty(),
                        FileSpan.of(path)))
                .toList();
        return new History(Ordering.LENIENT, migrations, List.of(), List.of());
    }
}
