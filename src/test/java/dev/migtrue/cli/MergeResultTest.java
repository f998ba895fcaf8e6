package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Two branches, each of which is clean, and what is said before one of them is merged into the other. */
class MergeResultTest {

    private static final Pattern RULE = Pattern.compile(": error: .*\\[([a-z-]+)]$", Pattern.MULTILINE);

    @TempDir
    private Path folder = Path.of("");

    /**
     * @param both what base had when the branch left it
     * @param ours what the branch adds
     * @param theirs what base has got since
     * @param rules the errors that are found when the branch is checked against base; in any order
     */
    private record Case(
            String name,
            Map<String, String> both,
            Map<String, String> ours,
            Map<String, String> theirs,
            List<String> rules) {

        static Case alembic(String name, Map<String, String> ours, Map<String, String> theirs, String... rules) {
            Map<String, String> both =
                    Map.of("alembic.ini", "[alembic]\nscript_location = m\n", "m/versions/001_a.py", revision("001"));
            return new Case("Alembic: " + name, both, ours, theirs, List.of(rules));
        }

        static Case flyway(String name, Map<String, String> ours, Map<String, String> theirs, String... rules) {
            Map<String, String> both = Map.of("db/migration/V1__a.sql", "select 1;\n");
            return new Case("Flyway: " + name, both, ours, theirs, List.of(rules));
        }

        static Case django(String name, Map<String, String> ours, Map<String, String> theirs, String... rules) {
            Map<String, String> both = Map.of(
                    "manage.py", "import django\n",
                    "shop/__init__.py", "",
                    "shop/migrations/__init__.py", "",
                    "shop/migrations/0001_initial.py", node());
            return new Case("Django: " + name, both, ours, theirs, List.of(rules));
        }

        static Case timestamped(String name, Map<String, String> ours, Map<String, String> theirs, String... rules) {
            Map<String, String> both = Map.of("db/migration/V20260101120000__a.sql", "select 1;\n");
            return new Case("Flyway with time stamps: " + name, both, ours, theirs, List.of(rules));
        }
    }

    private static final List<Case> CASES = List.of(
            Case.alembic(
                    "both follow the same parent",
                    Map.of("m/versions/a1.py", revision("a1", "001")),
                    Map.of("m/versions/b2.py", revision("b2", "001")),
                    "multiple-heads"),
            Case.alembic(
                    "both took the next number",
                    Map.of("m/versions/002_a.py", revision("002", "001")),
                    Map.of("m/versions/002_b.py", revision("002", "001") + "# b\n"),
                    "duplicate-version"),
            Case.alembic(
                    "base went on elsewhere",
                    Map.of("m/versions/a1.py", revision("a1", "001")),
                    Map.of("app/models.py", "# models\n")),
            Case.flyway(
                    "both took the next number",
                    Map.of("db/migration/V2__b.sql", "select 2;\n"),
                    Map.of("db/migration/V2__c.sql", "select 3;\n"),
                    "duplicate-version"),
            Case.flyway(
                    "base has gone past",
                    Map.of("db/migration/V2__b.sql", "select 2;\n"),
                    Map.of("db/migration/V3__c.sql", "select 3;\n"),
                    "late-migration"),
            Case.flyway(
                    "names that only some disks tell apart",
                    Map.of("db/migration/R__View.sql", "select 2;\n"),
                    Map.of("db/migration/R__view.sql", "select 3;\n"),
                    "case-collision"),
            Case.flyway(
                    "each has its own",
                    Map.of("db/migration/V3__b.sql", "select 2;\n"),
                    Map.of("db/migration/V2__c.sql", "select 3;\n")),
            Case.timestamped(
                    "the same second",
                    Map.of("db/migration/V20260102120000__b.sql", "select 2;\n"),
                    Map.of("db/migration/V20260102120000__c.sql", "select 3;\n"),
                    "duplicate-version"),
            Case.timestamped(
                    "written before what was merged first",
                    Map.of("db/migration/V20260102120000__b.sql", "select 2;\n"),
                    Map.of("db/migration/V20260103120000__c.sql", "select 3;\n"),
                    "late-migration"),
            Case.django(
                    "both took the next number",
                    Map.of("shop/migrations/0002_a.py", node("0001_initial")),
                    Map.of("shop/migrations/0002_b.py", node("0001_initial")),
                    "multiple-heads"),
            Case.django(
                    "each goes on in an app of its own",
                    Map.of("shop/migrations/0002_a.py", node("0001_initial")),
                    Map.of(
                            "cart/__init__.py", "",
                            "cart/migrations/__init__.py", "",
                            "cart/migrations/0001_initial.py", node())));

    @TestFactory
    Stream<DynamicTest> whatOnlyTheMergeBreaksIsFoundBeforeIt() {
        return CASES.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private void check(Case each) throws IOException {
        TestRepository repository = TestRepository.in(Files.createTempDirectory(folder, "case"));
        add(repository, each.both());
        repository.git("branch", "start");
        repository.branch("feature");
        add(repository, each.ours());
        assertThat(found(repository, "start")).as("the branch alone").isEmpty();
        repository.checkout("main");
        add(repository, each.theirs());
        assertThat(found(repository, "start")).as("base alone").isEmpty();
        repository.checkout("feature");

        assertThat(found(repository, "main")).containsExactlyInAnyOrderElementsOf(each.rules());
    }

    private static void add(TestRepository repository, Map<String, String> files) {
        files.forEach(repository::write);
        repository.stage(".").commit("add " + files.size());
    }

    private static List<String> found(TestRepository repository, String base) {
        CommandRun run = CommandRun.in(
                repository.workTree(),
                repository.environment(),
                "check",
                "--no-db",
                "--format",
                "concise",
                "--base",
                base);
        List<String> rules = RULE.matcher(run.output())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(rules.isEmpty() ? 0 : 1);
        return rules;
    }

    private static String revision(String id, String... parents) {
        return "revision = \"%s\"\ndown_revision = %s\n"
                .formatted(id, parents.length == 0 ? "None" : "\"" + parents[0] + "\"");
    }

    private static String node(String... parents) {
        String dependencies = parents.length == 0 ? "" : "(\"shop\", \"" + parents[0] + "\")";
        return """
                from django.db import migrations

                class Migration(migrations.Migration):
                    dependencies = [%s]
                """.formatted(dependencies);
    }
}
