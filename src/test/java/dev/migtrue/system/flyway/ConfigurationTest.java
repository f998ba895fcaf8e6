package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private static final String RESOURCES = "src/main/resources/";
    private static final String USUAL = RESOURCES + "db/migration/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src/main/resources/application.properties | spring.flyway.table=versions",
                "src/main/resources/application.properties | spring.flyway.table = ${TABLE:versions}",
                "src/main/resources/application.properties | quarkus.flyway.table: versions",
                "src/main/resources/application.yml | spring: {flyway: {table: versions}}",
                "src/main/resources/application.yaml | spring.flyway: {table: versions}",
                "src/main/resources/application.yml | {a: @b@, flyway: {datasources: {default: {table: versions}}}}",
                "src/main/resources/application-prod.yml | spring: {flyway: {table: versions}}",
                "src/main/resources/acme-flyway-defaults.properties | spring.flyway.table=versions",
                "config/application.properties | spring.flyway.table=versions",
                "flyway.conf | flyway.table=versions",
                "conf/flyway.conf | flyway.table=versions",
                "flyway.toml | flyway.table = 'versions'",
                "pom.xml | <plugin><artifactId>flyway-maven-plugin</artifactId><configuration><table>versions</table></configuration></plugin>",
                "pom.xml | <properties><flyway.table>versions</flyway.table></properties>",
                "pom.xml | <properties><t>versions</t><flyway.table>${t}</flyway.table></properties>",
                "build.gradle | flyway { table = \"versions\" }",
                "build.gradle.kts | flyway { table = \"versions\" }",
            })
    void theTableIsReadFromAnyFile(String file, String text) {
        assertThat(table(usual().with(file, text)).name()).isEqualTo("versions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src/main/resources/application.yml | spring: {flyway: {table: [",
                "src/main/resources/application.properties | spring.flyway.table=${FLYWAY_TABLE}",
                "src/main/resources/application.properties | # spring.flyway.table=versions",
                "src/main/resources/application.yml | &a [*a, flyway]",
                "src/main/resources/messages.properties | spring.flyway.table=versions",
                "flyway.toml | [flyway",
                "pom.xml | <!-- <properties><flyway.table>versions</flyway.table></properties> -->",
                "pom.xml | <plugin><artifactId>flyway</artifactId><configuration><table>versions</table></configuration></plugin>",
                "build.gradle | // flyway { table = 'versions' }",
                "build.gradle.kts | flyway { table = System.getenv(name) }",
                "flyway.conf | ",
                "other/src/main/resources/application.properties | spring.flyway.table=versions",
                "target/classes/application.properties | spring.flyway.table=versions"
            })
    void whatCannotBeUnderstoodOrIsNotMeantLeavesTheDefault(String file, String text) {
        assertThat(table(usual().with(file, Optional.ofNullable(text).orElse("")))
                        .name())
                .isEqualTo("flyway_schema_history");
    }

    @Test
    void anUnreadableFileSaysNothing() {
        assertThat(table(usual().withUnreadable("flyway.conf", "not UTF-8")).name())
                .isEqualTo("flyway_schema_history");
    }

    @Test
    void theGeneralFileComesBeforeThatOfAProfile() {
        InMemoryTree tree = usual().with(RESOURCES + "application-dev.properties", "spring.flyway.table=dev")
                .with(RESOURCES + "application.properties", "spring.flyway.table=general")
                .with("src/test/resources/application.properties", "spring.flyway.table=test");

        assertThat(table(tree).name()).isEqualTo("general");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway.defaultSchema=app", "flyway.schemas=app,other"})
    void theSchemaOfTheTableIsRead(String line) {
        assertThat(table(usual().with("flyway.conf", line)).schema()).contains("app");
    }

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

    @Test
    void severalFilesOfFlywaysOwnAreSeveralInstances() {
        InMemoryTree tree = Detected.tree("db/orders/V1__a.sql", "db/audit/V2__b.sql")
                .with("flyway-orders.conf", "flyway.locations=filesystem:db/orders\nflyway.table=orders")
                .with("flyway-audit.toml", "[flyway]\nlocations = [\"filesystem:./db/audit\"]\ntable = \"audit\"");

        assertThat(new FlywaySystem().detect(tree))
                .extracting(
                        layout -> layout.project().root().value(),
                        layout -> layout.versionTable().name())
                .containsExactly(tuple("db/audit", "audit"), tuple("db/orders", "orders"));
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
    void filesInAnEncodingThatWeDoNotReadHaveAnUnknownChecksum() {
        InMemoryTree tree = usual().with(USUAL + "V2__b.sql", "select '\u00E9';")
                .with(RESOURCES + "application.properties", "spring.flyway.encoding=ISO-8859-1");

        assertThat(checksums(tree)).containsExactly(true, false);
        assertThat(checksums(tree.without(RESOURCES + "application.properties")))
                .containsExactly(true, true);
        assertThat(checksums(tree.without(RESOURCES + "application.properties")
                        .with(USUAL + "V2__b.sql.conf", "encoding=ISO-8859-1")))
                .containsExactly(true, false);
    }

    @Test
    void placeholdersMakeTheChecksumOfARepeatableMigrationUnknown() {
        InMemoryTree tree =
                usual().with(USUAL + "R__a.sql", "select '${x}';").with(USUAL + "R__b.sql", "select '#{x}';");

        assertThat(checksums(tree)).containsExactly(true, false, true);
        assertThat(checksums(tree.with("flyway.conf", "flyway.placeholderPrefix=#{")))
                .containsExactly(true, true, false);
        assertThat(checksums(tree.with("flyway.conf", "flyway.placeholderReplacement=false")))
                .containsExactly(true, true, true);
    }

    @Test
    void whatRunsTheProgramComesBeforeItsBuild() {
        InMemoryTree tree = usual().with(RESOURCES + "application.properties", "spring.flyway.schemas=app")
                .with("pom.xml", "<properties><flyway.table>versions</flyway.table></properties>");

        assertThat(table(tree).name()).isEqualTo("flyway_schema_history");
        assertThat(table(tree.without(RESOURCES + "application.properties")).name())
                .isEqualTo("versions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pom.xml | <plugin><artifactId>flyway-maven-plugin</artifactId><configuration><locations><location>filesystem:"
                        + "${project.basedir}/dbscripts</location><location>classpath:x</location></locations>"
                        + "<table>versions</table></configuration></plugin>",
                "build.gradle | flyway { locations = ['filesystem:$projectDir/dbscripts', \"classpath:x\"]~table = 'versions' }",
                "build.gradle.kts | flyway {~  locations = arrayOf(\"filesystem:dbscripts\")~  table = \"versions\"~}"
            })
    void theLocationsOfABuildAreItsOwn(String file, String text) {
        InMemoryTree tree = Detected.tree("dbscripts/V1__a.sql", "other/db/migration/V1__a.sql")
                .with(file, text.replace('~', '\n'));

        assertThat(new FlywaySystem().detect(tree))
                .extracting(layout -> layout.project().root().value() + " "
                        + layout.versionTable().name())
                .containsExactly("dbscripts versions", "other/db/migration flyway_schema_history");
    }

    @Test
    void aFileBesideAScriptHoldsForThatScriptAlone() {
        InMemoryTree tree =
                usual().with(USUAL + "R__a.sql", "select '${x}';").with(USUAL + "R__b.sql", "select '${x}';");

        assertThat(checksums(tree)).containsExactly(true, false, false);
        assertThat(checksums(tree.with(USUAL + "R__a.sql.conf", "placeholderReplacement=false")))
                .containsExactly(true, true, false);
        assertThat(checksums(usual().with(USUAL + "V1__a.sql.conf", "executeInTransaction=false")))
                .containsExactly(true);
        assertThat(checksums(usual().with(USUAL + "V2__b.sql", "select '\u00E9';")
                        .with(USUAL + "V2__b.sql.conf", "encoding = UTF-8")))
                .containsExactly(true, true);
    }

    private static List<Boolean> checksums(InMemoryTree tree) {
        Layout layout = only(tree);
        return layout.history(tree).migrations().stream()
                .map(migration -> layout.checksum(migration, tree).isPresent())
                .toList();
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
