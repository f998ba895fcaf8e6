package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private static final String RESOURCES = "src/main/resources/";
    private static final String USUAL = RESOURCES + "db/migration/";

    @Test
    void outOfOrderMakesTheOrderLenient() {
        InMemoryTree tree = usual().with(RESOURCES + "application.yml", "spring:\n  flyway:\n    out-of-order: true\n");

        assertThat(only(tree).history(tree).ordering()).isEqualTo(Ordering.LENIENT);
    }

    @Test
    void namesGoByTheConfiguration() {
        InMemoryTree tree = Detected.tree(USUAL + "20240101__a.sql", USUAL + "Rep__b.sql", "scripts/01__c.sql")
                .with(RESOURCES + "application.yml", """
                        spring:
                          flyway:
                            sql-migration-prefix: ""
                            repeatableSqlMigrationPrefix: Rep
                        """);

        assertThat(only(tree).history(tree).migrations())
                .extracting(Migration::id)
                .extracting(MigrationId::value)
                .containsExactly("20240101", "R__b");
    }

    @Test
    void aSuffixKnownOnlyAtRunTimeIsKnownByItsEnd() {
        InMemoryTree tree = Detected.tree(USUAL + "H2/V1__a__H2.sql", USUAL + "MYSQL/V1__a__MYSQL.sql")
                .with(RESOURCES + "application.properties", "spring.flyway.sql-migration-suffixes=${database}.sql");

        assertThat(Detected.in(tree)).containsOnlyKeys(USUAL + "H2", USUAL + "MYSQL");
    }

    @Test
    void locationsOfOneConfigurationAreOneLayout() {
        InMemoryTree tree = Detected.tree(
                        RESOURCES + "main/scripts/V1__a.sql",
                        RESOURCES + "extra/scripts/V2__b.sql",
                        RESOURCES + "unrelated/scripts/V3__c.sql")
                .with(
                        RESOURCES + "application.yml",
                        "spring.flyway.locations: [\"classpath:main/scripts\", \"classpath:/extra/scripts\"]");

        assertThat(Detected.in(tree))
                .isEqualTo(Map.of(
                        RESOURCES + "extra/scripts",
                        List.of(RESOURCES + "main/scripts/V1__a.sql", RESOURCES + "extra/scripts/V2__b.sql"),
                        RESOURCES + "unrelated/scripts",
                        List.of(RESOURCES + "unrelated/scripts/V3__c.sql")));
    }

    @Test
    void locationsOfProfilesThatHoldTheSameVersionsAreLayoutsOfTheirOwn() {
        InMemoryTree tree = Detected.tree(
                        USUAL + "all/V1__a.sql",
                        USUAL + "all/V2__b.sql",
                        USUAL + "live/V3__c.sql",
                        USUAL + "test/V3__c.sql",
                        USUAL + "dev/R__d.sql")
                .with(
                        RESOURCES + "application.properties",
                        "spring.flyway.locations[0]=classpath:db/migration/all\n"
                                + "spring.flyway.locations[1]=classpath:db/migration/live")
                .with(
                        "src/test/resources/application-test.properties",
                        "spring.flyway.locations=classpath:db/migration/all,classpath:db/migration/test");

        assertThat(Detected.in(tree))
                .isEqualTo(Map.of(
                        USUAL + "all",
                        List.of(
                                USUAL + "all/V1__a.sql",
                                USUAL + "all/V2__b.sql",
                                USUAL + "live/V3__c.sql",
                                USUAL + "dev/R__d.sql"),
                        USUAL + "test",
                        List.of(USUAL + "test/V3__c.sql")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filesystem:/flyway/sql",
                "s3:bucket/sql",
                "filesystem:../elsewhere",
                "classpath:nowhere",
                "${LOCATIONS}",
                "filesystem:.\\\\sql\\\\x"
            })
    void settingsHoldForTheModuleWhenItsLocationsAreNotHere(String location) {
        InMemoryTree tree = Detected.tree("app/sql/x/V1__a.sql", "other/sql/V1__a.sql")
                .with("app/flyway.conf", "flyway.locations=" + location + "\nflyway.table=versions");

        assertThat(new FlywaySystem().detect(tree))
                .extracting(layout -> layout.versionTable().name())
                .containsExactly("versions", "flyway_schema_history");
    }

    @Test
    void migrationsMayLieInAnotherModule() {
        InMemoryTree tree = Detected.tree(
                        "lib/" + RESOURCES + "acme/db/V1__a.sql", "lib/" + RESOURCES + "acme/db/V2.sql")
                .with(
                        "app/" + RESOURCES + "application.properties",
                        "spring.flyway.locations=classpath:acme/db/{vendor},classpath:acme/db\n"
                                + "spring.flyway.table=versions");

        assertThat(table(tree).name()).isEqualTo("versions");
        assertThat(Detected.in(tree))
                .hasSize(1)
                .allSatisfy((root, files) -> assertThat(files).hasSize(2));
    }

    @Test
    void theVendorOfALocationIsEachThatThereIs() {
        InMemoryTree tree = Detected.tree(
                        RESOURCES + "db/x/common/V1__a.sql",
                        RESOURCES + "db/x/postgresql/V2__b.sql",
                        RESOURCES + "db/x/mysql/V2__b.sql",
                        RESOURCES + "db/x/h2/V2__b.sql")
                .with(
                        RESOURCES + "application.properties",
                        "spring.flyway.locations=classpath:db/x/common,classpath:db/x/{vendor}");

        assertThat(Detected.in(tree))
                .containsOnlyKeys(RESOURCES + "db/x/postgresql", RESOURCES + "db/x/mysql", RESOURCES + "db/x/h2")
                .allSatisfy((root, files) ->
                        assertThat(files).containsExactly(RESOURCES + "db/x/common/V1__a.sql", root + "/V2__b.sql"));
    }

    @Test
    void whereTheProjectReadsTheFilesItselfNobodyElseKnowsWhatTheyAre() {
        InMemoryTree tree = usual().with("flyway.conf", "flyway.skipDefaultResolvers=true");

        assertThat(only(tree).history(tree).migrations()).isEmpty();
        assertThat(only(tree).history(tree).unread())
                .extracting(file -> file.at().path().value())
                .containsExactly(USUAL + "V1__a.sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flyway.baselineOnMigrate=true\nflyway.baselineVersion=5",
                "flyway.target=1\nflyway.cherryPick=1",
                "flyway.ignoreMigrationPatterns=*:pending,*:ignored,*:future",
                "flyway.detectEncoding=true"
            })
    void whatDecidesOnlyWhatARunDoesChangesNothingHere(String lines) {
        InMemoryTree tree = Detected.tree(USUAL + "V1__a.sql", USUAL + "V9__b.sql");
        InMemoryTree told = tree.with("flyway.conf", lines);

        assertThat(Detected.in(told)).isEqualTo(Detected.in(tree));
        assertThat(only(told).versionTable()).isEqualTo(only(tree).versionTable());
    }

    private static InMemoryTree usual() {
        return Detected.tree(USUAL + "V1__a.sql");
    }

    private static VersionTable table(InMemoryTree tree) {
        return only(tree).versionTable();
    }

    private static Layout only(InMemoryTree tree) {
        List<Layout> layouts = new FlywaySystem().detect(tree);
        assertThat(layouts).hasSize(1);
        return layouts.getFirst();
    }
}
