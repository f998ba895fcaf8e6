package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.git.plumbing.ObjectFormat;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.system.flyway.FlywaySystem;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimSearchTest {

    @Test
    void whatIsTooMuchToLookAtIsSaidAndTheNewestComeFirst(@TempDir Path folder) throws IOException {
        TestRepository git = TestRepository.in(folder);
        git.write("db/migration/V1__a.sql", "1").stage(".").commit("one");
        for (int day = 1; day < 4; day++) {
            TestRepository then = git.with("GIT_COMMITTER_DATE", "2026-02-0" + day + "T00:00:00Z");
            then.git("checkout", "--quiet", "-b", "on-day-" + day, "main");
            then.write("db/migration/V2__b.sql", "day " + day).stage(".").commit("day " + day);
        }
        git.checkout("main");

        assertThat(found(git, 4).limits()).isEmpty();
        assertThat(names(found(git, 4))).containsExactly("on-day-3", "on-day-2", "on-day-1");
        assertThat(names(found(git, 2))).containsExactly("on-day-3", "on-day-2");
        assertThat(found(git, 2).limits())
                .containsExactly("of 3, only the 2 that were committed to last were looked at");
    }

    private static List<String> names(Traces traces) {
        return traces.sightings().values().stream()
                .flatMap(List::stream)
                .map(sighting -> sighting.place().tree().orElse(""))
                .toList();
    }

    private static Traces found(TestRepository git, int most) throws IOException {
        QuietSystemReader.install();
        ObjectId main = ObjectId.fromString(git.commitId("main"));
        try (Repository opened = Repository.open(git.workTree(), git.environment(), Optional.of("main"));
                org.eclipse.jgit.lib.Repository repository = new FileRepositoryBuilder()
                        .setGitDir(git.path(".git").toFile())
                        .build();
                ObjectStore objects =
                        new ObjectStore(repository.newObjectReader(), ObjectFormat.SHA1, Optional.empty())) {
            var layout = new FlywaySystem()
                    .detect(Optional.ofNullable(opened.trees().get(Source.HEAD)).orElseThrow())
                    .getFirst();
            Search search = new Search(
                    List.of(new RepoPath("db/migration")),
                    Set.of(new MigrationId("2")),
                    layout::history,
                    Search.Depth.KNOWN,
                    Set.of());
            return new ClaimSearch(repository, search, main, main, most).run(objects, new Readings());
        }
    }
}
