package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlywaySystemTest {

    private static final String USUAL = "src/main/resources/db/migration/";

    @Test
    void aFolderOfVersionedFilesIsALayout() {
        InMemoryTree tree = Detected.tree(USUAL + "V1__a.sql", USUAL + "R__b.sql", "pom.xml", "README.md");

        assertThat(new FlywaySystem().detect(tree)).singleElement().satisfies(layout -> {
            Project project = layout.project();
            assertThat(project.system()).isEqualTo("flyway");
            assertThat(project.root()).isEqualTo(new RepoPath("src/main/resources/db/migration"));
            assertThat(project.folders()).containsExactly(project.root());
            assertThat(layout.history(tree).ordering()).isEqualTo(Ordering.STRICT);
            assertThat(layout.history(tree).migrations())
                    .extracting(Migration::description)
                    .containsExactly("a", "b");
            assertThat(layout.versionTable().name()).isEqualTo("flyway_schema_history");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db/schema.sql",
                "db/V1_one_underscore.sql",
                "migrations/2024-01-01/up.sql",
                "migrations/1_init.up.sql",
                "db/migrations/20240101_x.sql",
                "src/V1__x.py",
                "V1.sql"
            })
    void aFolderWithoutAVersionedFileIsNone(String path) {
        assertThat(Detected.in(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/classes/db/migration/V1__a.sql",
                "app/build/resources/main/db/migration/V1__a.sql",
                "bin/main/db/migration/V1__a.sql",
                "out/production/resources/db/migration/V1__a.sql",
                "node_modules/x/sql/V1__a.sql",
                ".cache/sql/V1__a.sql"
            })
    void copiesAndHiddenFoldersAreNotLookedInto(String path) {
        assertThat(Detected.in(path)).isEmpty();
    }

    @Test
    void foldersByYearAreOneLayout() {
        assertThat(Detected.in(
                        "db/migration/2023/V1__a.sql", "db/migration/2024/q1/V2__b.sql", "db/migration/2024/V3__c.sql"))
                .isEqualTo(Map.of(
                        "db/migration",
                        List.of(
                                "db/migration/2023/V1__a.sql",
                                "db/migration/2024/q1/V2__b.sql",
                                "db/migration/2024/V3__c.sql")));
    }

    @Test
    void aVersionThatTwoOfThemHoldIsADuplicateInOneLayout() {
        assertThat(Detected.in(
                        "db/migration/2023/V1__a.sql",
                        "db/migration/2023/V2__b.sql",
                        "db/migration/2023/V3__c.sql",
                        "db/migration/2024/V3__d.sql",
                        "db/migration/2024/V4__e.sql",
                        "db/migration/2024/V5__f.sql"))
                .hasSize(1)
                .hasEntrySatisfying("db/migration", files -> assertThat(files).hasSize(6));
    }

    @Test
    void siblingsWithTheSameVersionsAreInstancesOfTheirOwn() {
        assertThat(Detected.in(
                        "db/migration/audit/V1__a.sql",
                        "db/migration/audit/V2__b.sql",
                        "db/migration/orders/V1__a.sql",
                        "db/migration/orders/V2__b.sql",
                        "db/migration/orders/V3__c.sql"))
                .containsOnlyKeys("db/migration/audit", "db/migration/orders");
    }

    @Test
    void modulesAreInstancesOfTheirOwn() {
        assertThat(Detected.in(
                        "a/src/main/resources/db/migration/V1__a.sql", "b/src/main/resources/db/migration/V7__b.sql"))
                .containsOnlyKeys("a/src/main/resources/db/migration", "b/src/main/resources/db/migration");
    }

    @Test
    void testsAreInstancesOfTheirOwn() {
        assertThat(Detected.in(USUAL + "V1__a.sql", "src/test/resources/db/migration/V9__t.sql"))
                .containsOnlyKeys("src/main/resources/db/migration", "src/test/resources/db/migration");
    }

    @Test
    void aSiblingOfTheUsualFolderIsNotRead() {
        assertThat(Detected.in(USUAL + "V1__a.sql", "src/main/resources/db/reports/V2__b.sql"))
                .containsOnlyKeys("src/main/resources/db/migration", "src/main/resources/db/reports");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h2 postgresql",
                "H2 POSTGRESQL",
                "db-mysql postgres-9",
                "ms_sql oracle12",
                "migrationsMysql pgsql"
            })
    void eachDatabaseVendorHasALayout(String vendors) {
        String first = "db/migration/" + vendors.split(" ", 2)[0];
        String second = "db/migration/" + vendors.split(" ", 2)[1];

        assertThat(Detected.in(
                        first + "/V1__a.sql", first + "/V2__b.sql", second + "/V1__a.sql", second + "/V3__c.sql"))
                .isEqualTo(Map.of(
                        first, List.of(first + "/V1__a.sql", first + "/V2__b.sql"),
                        second, List.of(second + "/V1__a.sql", second + "/V3__c.sql")));
    }

    @Test
    void whatIsForAllVendorsBelongsToEach() {
        assertThat(Detected.in(
                        "db/migration/V1__all.sql",
                        "db/migration/common/V2__all.sql",
                        "db/migration/h2/V3__a.sql",
                        "db/migration/mysql/2024/V3__a.sql"))
                .isEqualTo(Map.of(
                        "db/migration/h2",
                        List.of(
                                "db/migration/V1__all.sql",
                                "db/migration/common/V2__all.sql",
                                "db/migration/h2/V3__a.sql"),
                        "db/migration/mysql/2024",
                        List.of(
                                "db/migration/V1__all.sql",
                                "db/migration/common/V2__all.sql",
                                "db/migration/mysql/2024/V3__a.sql")));
    }

    @Test
    void oneVendorsFoldersAreOneLayout() {
        assertThat(Detected.in(
                        "src/main/resources/db/migration_postgres/V1__a.sql",
                        "src/main/resources/db/migration_postgres_data/V1.1__b.sql",
                        "src/main/resources/db/migration_sqlite/V1__a.sql"))
                .isEqualTo(Map.of(
                        "src/main/resources/db/migration_postgres",
                        List.of(
                                "src/main/resources/db/migration_postgres/V1__a.sql",
                                "src/main/resources/db/migration_postgres_data/V1.1__b.sql"),
                        "src/main/resources/db/migration_sqlite",
                        List.of("src/main/resources/db/migration_sqlite/V1__a.sql")));
    }

    @Test
    void classesOfTheSamePackageAreMigrationsOfTheLayout() {
        InMemoryTree tree = Detected.tree(
                "src/main/resources/com/acme/db/postgresql/V1__a.sql",
                "src/main/java/com/acme/db/postgresql/V1_1__Import.java",
                "src/main/kotlin/com/acme/db/postgresql/V1_2__Convert.kt",
                "src/main/java/com/acme/db/V1__Parent.java",
                "src/main/java/com/acme/db/postgresql/Reader.java",
                "src/test/java/com/acme/db/postgresql/V1_1__ImportTest.java");
        Layout layout = new FlywaySystem().detect(tree).getFirst();

        assertThat(layout.history(tree).migrations())
                .extracting(Migration::id)
                .extracting(MigrationId::value)
                .containsExactly("1", "1.1", "1.2");
        assertThat(layout.history(tree).migrations())
                .extracting(migration -> layout.checksum(migration, tree).isPresent())
                .containsExactly(true, false, false);
        assertThat(layout.project().folders())
                .extracting(RepoPath::value)
                .containsExactly(
                        "src/main/resources/com/acme/db/postgresql",
                        "src/main/java/com/acme/db/postgresql",
                        "src/main/kotlin/com/acme/db/postgresql");
    }

    @Test
    void filesThatOneSourceAloneHasAreFoundInAnyFolderOfTheLayout() {
        Layout layout =
                new FlywaySystem().detect(Detected.tree(USUAL + "V1__a.sql")).getFirst();

        assertThat(layout.history(Detected.tree(USUAL + "local/V2__b.sql", USUAL + ".old/V3__c.sql", "V4__d.sql"))
                        .migrations())
                .extracting(migration -> migration.at().path().value())
                .containsExactly(USUAL + "local/V2__b.sql");
        assertThat(layout.history(InMemoryTree.empty()).migrations()).isEmpty();
    }

    @Test
    void aNameThatFlywayIgnoresIsTold() {
        InMemoryTree tree =
                Detected.tree(USUAL + "V1__a.sql", USUAL + "V2_b.sql", USUAL + "README.sql", "scripts/V3_c.sql");

        assertThat(new FlywaySystem().detect(tree).getFirst().history(tree).malformed())
                .singleElement()
                .satisfies(file -> assertThat(file.at().path()).isEqualTo(new RepoPath(USUAL + "V2_b.sql")));
    }

    @Test
    void filesOfRefineryAreNot() {
        InMemoryTree tree = Detected.tree(
                "migrations/V1__a.sql",
                "crates/db/migrations/V1__a.sql",
                "java/sql/V1__a.sql",
                "svc/" + USUAL + "V1__a.sql");

        assertThat(Detected.in(tree.with("crates/db/Cargo.toml", "[dependencies]\nrefinery = \"0.8\"")))
                .containsOnlyKeys("java/sql", "svc/src/main/resources/db/migration");
        assertThat(Detected.in(tree.with("Cargo.toml", "[dependencies]\nserde = \"1\"")))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refinery.toml", "app/App.csproj", "schemachange-config.yml"})
    void filesOfOtherToolsWithTheSameNamesAreNot(String mark) {
        assertThat(Detected.in(Detected.tree("sql/V1__a.sql").with(mark, "<PackageReference Include=\"Evolve\" />")))
                .isEmpty();
    }
}
