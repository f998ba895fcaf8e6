package dev.migtrue.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Attribution;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.git.Search;
import dev.migtrue.gather.git.Traces;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Row;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.system.alembic.AlembicSystem;
import dev.migtrue.system.django.DjangoSystem;
import dev.migtrue.testing.InMemoryDatabase;
import dev.migtrue.testing.InMemoryRepository;
import dev.migtrue.testing.InMemoryTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** When history is searched at all. */
class LostFilesTest {

    private static final InMemoryTree TREE = InMemoryTree.of(Map.of(
            "alembic.ini", "[alembic]\nscript_location = migrations\n",
            "migrations/versions/001.py", "revision = \"001\"\ndown_revision = None\n"));

    private final List<Search> searches = new ArrayList<>();

    @Test
    void nothingIsSearchedWhereEveryRowHasItsFile() {
        assertThat(attributions("001")).isEmpty();
        assertThat(searches).isEmpty();
    }

    @Test
    void oneSearchLooksForWhatIsMissedInTheFoldersOfTheProject() {
        assertThat(attributions("002"))
                .containsExactly(Map.entry(new MigrationId("002"), new Attribution(List.of(), List.of())));
        assertThat(searches).singleElement().satisfies(search -> {
            assertThat(search.ids()).containsExactly(new MigrationId("002"));
            assertThat(search.folders()).containsExactly(new RepoPath("migrations/versions"));
        });
    }

    @Test
    void ofDjangosCompiledFilesTheOneOfTheAppIsTaken() {
        String migration =
                "from django.db import migrations\nclass Migration(migrations.Migration):\n    dependencies = []\n";
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "manage.py", "import django\n",
                "shop/migrations/0001_initial.py", migration,
                "shop/migrations/__pycache__/0002_price.cpython-312.pyc", "x",
                "shop/migrations/__pycache__/0003_size.cpython-312.opt-1.pyc", "x",
                "stock/migrations/0001_initial.py", migration,
                "stock/migrations/__pycache__/0002_price_more.cpython-312.pyc", "x",
                "stock/migrations/__pycache__/0004_place.cpython-312.pyc", "x"));

        assertThat(compiled(tree, "shop", "0002_price"))
                .containsExactly("shop/migrations/__pycache__/0002_price.cpython-312.pyc");
        assertThat(compiled(tree, "shop", "0003_size"))
                .containsExactly("shop/migrations/__pycache__/0003_size.cpython-312.opt-1.pyc");
        assertThat(compiled(tree, "stock", "0002_price")).isEmpty();
        assertThat(compiled(tree, "shop", "0004_place")).isEmpty();
    }

    private static List<String> compiled(InMemoryTree tree, String app, String name) {
        InMemoryDatabase database = InMemoryDatabase.answering(
                new TableRead.Rows("django_migrations", List.of(Row.of(Map.of("id", "1", "app", app, "name", name)))));
        try (Repository repository = new InMemoryRepository(Map.of(Source.WORKING_TREE, tree))) {
            return new Surveyor(repository, List.of(database))
                            .survey(List.of(new DjangoSystem()), layout -> true)
                            .projects()
                            .getFirst()
                            .attributions()
                            .values()
                            .stream()
                            .flatMap(attribution -> attribution.sightings().stream())
                            .map(sighting -> sighting.path().value())
                            .toList();
        }
    }

    private Map<MigrationId, Attribution> attributions(String applied) {
        InMemoryDatabase database = InMemoryDatabase.answering(
                new TableRead.Rows("alembic_version", List.of(Row.of(Map.of("version_num", applied)))));
        try (Repository repository = new Recording(new InMemoryRepository(Map.of(Source.HEAD, TREE)), searches)) {
            return new Surveyor(repository, List.of(database))
                    .survey(List.of(new AlembicSystem()), layout -> true)
                    .projects()
                    .getFirst()
                    .attributions();
        }
    }

    /** A repository that remembers what was searched for. */
    private record Recording(InMemoryRepository repository, List<Search> searches) implements Repository {

        @Override
        public SequencedMap<Source, Tree> trees() {
            return repository.trees();
        }

        @Override
        public Optional<Revision> head() {
            return repository.head();
        }

        @Override
        public boolean hasCommit(String name) {
            return repository.hasCommit(name);
        }

        @Override
        public Optional<Tree> tree(String commit) {
            return repository.tree(commit);
        }

        @Override
        public Optional<String> mergeBase(String one, String other) {
            return repository.mergeBase(one, other);
        }

        @Override
        public boolean isOnRemote(RepoPath path) {
            return repository.isOnRemote(path);
        }

        @Override
        public boolean isUnderway() {
            return repository.isUnderway();
        }

        @Override
        public List<String> incoming() {
            return repository.incoming();
        }

        @Override
        public BaseBranch baseBranch() {
            return repository.baseBranch();
        }

        @Override
        public Optional<IgnoreRule> ignoredBy(RepoPath path) {
            return repository.ignoredBy(path);
        }

        @Override
        public Traces search(Search search) {
            searches.add(search);
            return repository.search(search);
        }

        @Override
        public Optional<Path> workTree() {
            return repository.workTree();
        }

        @Override
        public void close() {
            repository.close();
        }
    }
}
