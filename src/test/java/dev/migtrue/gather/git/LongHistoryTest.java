package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.git.plumbing.ObjectFormat;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Tree;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search through a history of 3,000 commits, early in which a file came and went. */
class LongHistoryTest {

    private static final int COMMITS = 3_000;
    private static final int ADDED = 40;
    private static final int DELETED = 50;
    private static final MigrationId LOST = new MigrationId("lost");
    private static final RepoPath FOLDER = new RepoPath("app/migrations");

    @TempDir
    private Path folder = Path.of("");

    private TestRepository made() {
        TestRepository git = TestRepository.in(folder);
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < COMMITS; i++) {
            stream.append("commit refs/heads/main\ncommitter A <a@example.org> %d +0200\ndata 3\nc%02d\n"
                    .formatted(1_500_000_000 + 60 * i, i % 100));
            stream.append("M 100644 inline src/%d/file\ndata 5\n%05d\n".formatted(i % 20, i));
            if (i % 10 == 0) {
                stream.append("M 100644 inline app/migrations/%05d.sql\ndata 0\n\n".formatted(i));
            }
            if (i == ADDED) {
                stream.append("M 100644 inline app/migrations/lost.sql\ndata 5\nlost\n\n");
            }
            if (i == DELETED) {
                stream.append("D app/migrations/lost.sql\n");
            }
        }
        git.gitFed(stream.toString(), "fast-import", "--quiet");
        return git;
    }

    @Test
    void findsTheCommitThatDeletedTheFile() throws IOException {
        TestRepository git = made();
        Traces traces = search(git, new Budget(COMMITS), Set.of(LOST));

        String deleted = git.commitId("main~" + (COMMITS - 1 - DELETED));
        assertThat(traces.limits()).isEmpty();
        assertThat(traces.sightings()).containsOnlyKeys(LOST);
        assertThat(traces.sightings().get(LOST)).singleElement().satisfies(seen -> {
            assertThat(seen.path()).isEqualTo(FOLDER.child("lost.sql"));
            Sighting.Removed removed = (Sighting.Removed) seen.place();
            assertThat(removed.how()).isEqualTo(Sighting.Removal.DELETED);
            assertThat(removed.by().id()).isEqualTo(deleted);
            assertThat(removed.by().subject()).isEqualTo("c50");
            assertThat(removed.by().written()).isEqualTo(OffsetDateTime.parse("2017-07-14T05:30:00+02:00"));
            assertThat(removed.before()).isEqualTo(git.commitId(deleted + "^"));
        });
    }

    @Test
    void saysSoWhenItEndsBeforeItIsThrough() throws IOException {
        Traces traces = search(made(), new Budget(1_000), Set.of(LOST));

        assertThat(traces.sightings()).isEmpty();
        assertThat(traces.limits()).containsExactly("it ends after the newest 1,000 commits");
    }

    @Test
    void looksAtEveryCommitOnceAndNoMore() throws IOException {
        Traces traces = search(made(), new Budget(COMMITS), Set.of(new MigrationId("never")));

        assertThat(traces).isEqualTo(Traces.NONE);
    }

    private static Traces search(TestRepository git, Budget budget, Set<MigrationId> ids) throws IOException {
        QuietSystemReader.install();
        Environment around = new Environment(git.workTree().toRealPath(), git.environment());
        GitFolder place = GitFolder.find(around);
        Places places = Places.of(place, Settings.ofRepository(place, around), around);
        try (FileRepository repository = new FileRepository(place.folder().toFile());
                ObjectStore objects =
                        new ObjectStore(repository.newObjectReader(), ObjectFormat.SHA1, Optional.empty())) {
            return Excavation.of(
                    new Search(List.of(FOLDER), ids, LongHistoryTest::byName, Search.Depth.KNOWN, Set.of()),
                    new Quarry(
                            repository, places, new OtherWorkTrees(places, git.environment()), objects, new Readings()),
                    budget);
        }
    }

    /** Migrations whose id is the name of their file. */
    private static History byName(Tree tree) {
        List<Migration> migrations = tree.filesUnder(FOLDER).stream()
                .map(path -> new Migration(
                        new MigrationId(path.name().replace(".sql", "")),
                        "",
                        Kind.VERSIONED,
                        List.of(),
                        List.of(),
                        tree.contentId(path).orElseThrow(),
                        Optional.empty(),
                        FileSpan.of(path)))
                .toList();
        return new History(Ordering.STRICT, migrations, List.of(), List.of());
    }
}
