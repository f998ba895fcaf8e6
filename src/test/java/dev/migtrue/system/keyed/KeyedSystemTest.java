package dev.migtrue.system.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.History;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Row;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedSystemTest {

    private static final String DBMATE = "-- migrate:up\nselect 1;\n-- migrate:down\n";
    private static final String GOOSE = "-- +goose Up\nselect 1;\n";
    private static final String RAILS = "class A < ActiveRecord::Migration[7.1]\nend\n";

    @Test
    void filesOfOneNameAreToldApartByWhatTheyHold() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "a/db/migrations/001_x.sql", DBMATE,
                "b/migrations/001_x.sql", GOOSE,
                "c/001_x.sql", "select 1;\n"));

        assertThat(found(tree)).containsExactly("dbmate a [a/db/migrations]", "goose b [b/migrations]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node_modules/x/migrations/1_a.up.sql",
                "vendor/x/migrations/1_a.up.sql",
                "internal/testdata/1_a.up.sql",
                ".cache/migrations/1_a.up.sql"
            })
    void otherPeoplesFilesAndThoseForTestsDoNotCount(String path) {
        assertThat(found(InMemoryTree.of(Map.of(path, "select 1;\n")))).isEmpty();
    }

    @Test
    void filesOfARustProjectAreNotGolangMigrates() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "rust/Cargo.toml", "[dependencies]\nsqlx = \"0.8\"\n",
                "rust/migrations/1_a.up.sql", "select 1;\n",
                "go/migrations/1_a.up.sql", "select 1;\n"));

        assertThat(found(tree)).containsExactly("golang-migrate go [go/migrations]");
    }

    @Test
    void filesForSeveralDialectsOfPopAreNotGolangMigrates() {
        assertThat(found(InMemoryTree.of(Map.of(
                        "go.mod", "module m\n\nrequire github.com/ory/pop/v6 v6.2.0\n",
                        "migrations/1_a.mysql.up.sql", "select 1;\n",
                        "migrations/1_a.sqlite3.up.sql", "select 1;\n"))))
                .isEmpty();
    }

    @Test
    void goMigrationsAloneMakeAGooseProject() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "migrations/20250101_a.go", "func init() { goose.AddMigration(up, down) }\n",
                "migrations/20250101_a_test.go", "package migrations\n"));

        assertThat(found(tree)).containsExactly("goose . [migrations]");
        assertThat(ids(history(tree))).containsExactly("20250101");
    }

    @Test
    void theFoldersOfARailsApplicationAreOneProject() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "web/config/application.rb", "",
                "web/db/migrate/1_a.rb", RAILS,
                "web/db/post_migrate/2_b.rb", RAILS,
                "web/plugins/x/db/migrate/2024/3_c.rb", RAILS,
                "web/db/data/4_d.rb", RAILS,
                "gem/db/migrate/1_a.rb", RAILS));

        assertThat(found(tree))
                .containsExactly(
                        "rails gem [gem/db/migrate]",
                        "rails web [web/db/migrate, web/db/post_migrate, web/plugins/x/db/migrate]");
    }

    @Test
    void aRailsFolderForADatabaseOfItsOwnIsAProjectOfItsOwn() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "config/application.rb",
                "",
                "config/database.yml",
                """
                        production:
                          primary:
                            migrations_paths: db/migrate
                          animals:
                            url: <%= ENV['ANIMALS'] %>
                            migrations_paths: "db/animals_migrate"
                        """,
                "db/migrate/1_a.rb",
                RAILS,
                "db/animals_migrate/1_a.rb",
                RAILS));

        assertThat(found(tree))
                .containsExactly("rails . [db/migrate]", "rails db/animals_migrate [db/animals_migrate]");
    }

    @Test
    void aFolderOfPrismasHasItsLockOrItsSchemaBesideIt() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "a/prisma/migrations/0_init/migration.sql", "select 1;\n",
                "a/prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n",
                "b/db/migrations/20250101_x/migration.sql", "select 1;\n",
                "b/db/schema.prisma", "",
                "drizzle/20250101_x/migration.sql", "select 1;\n",
                "drizzle/20250101_x/snapshot.json", "{}"));

        assertThat(found(tree)).containsExactly("prisma a [a/prisma/migrations]", "prisma b/db [b/db/migrations]");
        assertThat(ids(history(tree))).containsExactly("0_init");
    }

    @Test
    void theFoldersOfOneProjectInCSharpAreOneProject() {
        String migration = "class A : Migration { protected override void Up(MigrationBuilder migrationBuilder) { } }";
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "src/Shop/Shop.csproj",
                "",
                "src/Shop/Migrations/20250101100000_A.cs",
                migration,
                "src/Shop/Migrations/20250101100000_A.Designer.cs",
                "",
                "src/Shop/Data/Audit/20250101100001_B.cs",
                migration,
                "src/Other/Migrations/20250101100000_A.cs",
                migration,
                "src/Fluent/Migrations/20250101100000_C.cs",
                "[Migration(20250101100000)] class C : Migration { }"));

        assertThat(found(tree))
                .containsExactly(
                        "efcore src/Other/Migrations [src/Other/Migrations]",
                        "efcore src/Shop [src/Shop/Data/Audit, src/Shop/Migrations]");
        assertThat(ids(history(tree))).containsExactly("20250101100000_A");
    }

    @Test
    void anAttemptThatWasTakenBackDoesNotCount() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "prisma/migrations/1_a/migration.sql", "select 1;\n",
                "prisma/migrations/2_b/migration.sql", "select 2;\n",
                "prisma/schema.prisma", ""));
        Layout layout = layout(tree, "prisma");
        List<Row> rows = List.of(
                Row.of(Map.of("migration_name", "1_a", "checksum", "x", "rolled_back_at", "2025-01-01")),
                Row.of(Map.of("migration_name", "1_a", "checksum", "y", "finished_at", "2025-01-02")),
                Row.of(Map.of("migration_name", "2_b", "checksum", "z")));

        assertThat(layout.applied("_prisma_migrations", rows, layout.history(tree))
                        .migrations())
                .extracting(row ->
                        row.id() + " " + row.outcome() + " " + row.checksum().orElseThrow())
                .containsExactly("1_a SUCCEEDED y", "2_b FAILED z");
    }

    @Test
    void numbersAreOrderedAndComparedAsNumbersAndTextsAsTexts() {
        InMemoryTree numbers = InMemoryTree.of(Map.of(
                "migrations/010_b.sql", GOOSE, "migrations/9_a.sql", GOOSE, "migrations/0000000000009_c.sql", GOOSE));
        InMemoryTree texts = InMemoryTree.of(Map.of(
                "db/migrations/010_b.sql", DBMATE, "db/migrations/9_a.sql", DBMATE, "db/migrations/09_c.sql", DBMATE));

        assertThat(ids(history(numbers))).containsExactly("9", "9", "10");
        assertThat(ids(history(texts))).containsExactly("010", "09", "9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    goose | migrations/1_a.sql | migrations/add_b.sql | goose refuses to run because of 'add_b.sql': a number and '_' must come first
                    dbmate | db/migrations/1_a.sql | db/migrations/add_b.sql | dbmate ignores 'add_b.sql': it must begin with the version, in digits
                    golang-migrate | migrations/1_a.up.sql | migrations/add_b.up.sql | golang-migrate ignores 'add_b.up.sql': a number and '_' must come first
                    golang-migrate | migrations/1_a.up.sql | migrations/2-b.down.sql | golang-migrate ignores '2-b.down.sql': a number and '_' must come first
                    rails | db/migrate/1_a.rb | db/migrate/2_addB.rb | rails refuses to run because of '2_addB.rb': after the version there may be lower-case letters, digits and '_' only
                    """)
    void aFileThatIsMeantAsAMigrationAndIsNoneIsMalformed(String system, String good, String bad, String problem) {
        String text = DBMATE + GOOSE + RAILS;

        assertThat(history(InMemoryTree.of(Map.of(good, text, bad, text)), system)
                        .malformed())
                .extracting(MalformedFile::problem)
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "goose,migrations/1_a.sql,migrations/queries.sql",
        "dbmate,db/migrations/1_a.sql,db/migrations/seed.sql",
        "golang-migrate,migrations/1_a.up.sql,migrations/1_a.down.sql",
        "golang-migrate,migrations/1_a.up.sql,migrations/seed.sql",
        "rails,db/migrate/1_a.rb,db/migrate/concern.rb"
    })
    void anotherFileBesideMigrationsIsNoMistake(String system, String good, String other) {
        InMemoryTree tree = InMemoryTree.of(Map.of(good, DBMATE + GOOSE + RAILS, other, "select 1;\n"));

        History history = history(tree, system);
        assertThat(history.malformed()).isEmpty();
        assertThat(history.migrations()).hasSize(1);
    }

    @Test
    void aPointerStandsForAllThatComesBeforeIt() {
        InMemoryTree tree = InMemoryTree.of(
                Map.of("migrations/1_a.up.sql", "", "migrations/02_b.up.sql", "", "migrations/3_c.up.sql", ""));

        List<AppliedMigration> applied = applied(tree, Map.of("version", "2", "dirty", "t"));

        assertThat(applied)
                .extracting(migration -> migration.id() + " " + migration.evidence() + " " + migration.outcome())
                .containsExactly(
                        "1 " + Evidence.IMPLIED + " " + Outcome.SUCCEEDED,
                        "2 " + Evidence.RECORDED + " " + Outcome.FAILED);
        assertThat(applied(tree, Map.of("version", "-1", "dirty", "f"))).isEmpty();
    }

    private static List<String> found(InMemoryTree tree) {
        return KeyedTools.ALL.stream()
                .flatMap(system -> system.detect(tree).stream())
                .map(Layout::project)
                .map(project -> project.system() + " " + project.root() + " " + project.folders())
                .toList();
    }

    private static Layout layout(InMemoryTree tree, String system) {
        return KeyedTools.ALL.stream()
                .filter(each -> each.name().equals(system))
                .flatMap(each -> each.detect(tree).stream())
                .findFirst()
                .orElseThrow();
    }

    private static History history(InMemoryTree tree, String system) {
        return layout(tree, system).history(tree);
    }

    private static History history(InMemoryTree tree) {
        return KeyedTools.ALL.stream()
                .flatMap(each -> each.detect(tree).stream())
                .findFirst()
                .orElseThrow()
                .history(tree);
    }

    private static List<String> ids(History history) {
        return history.migrations().stream()
                .map(migration -> migration.id().value())
                .toList();
    }

    private static List<AppliedMigration> applied(InMemoryTree tree, Map<String, String> row) {
        Layout layout = layout(tree, "golang-migrate");
        return layout.applied("schema_migrations", List.of(Row.of(row)), layout.history(tree))
                .migrations();
    }
}
