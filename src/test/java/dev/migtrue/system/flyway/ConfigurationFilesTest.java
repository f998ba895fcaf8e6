package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where settings are read from, the name of the table standing for all of them. */
class ConfigurationFilesTest {

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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application.properties | %prod.quarkus.flyway.table=versions",
                "application.yml | '%prod': {quarkus: {flyway: {table: versions}}}",
                "application.properties | quarkus.flyway.table=versions~%dev.quarkus.flyway.table=dev",
                "application.properties | quarkus.flyway.orders.table=versions",
                "application.properties | quarkus.flyway.\"orders\".table=versions",
                "application.properties | flyway.datasources.orders.table=versions",
                "application.yml | a: 1~---~spring.flyway.table: versions",
                "application.yml | spring.flyway.table: versions~---~spring: {config.activate.on-profile: x, flyway.table: x}",
                "../../../flyway.toml | [environments.default.flyway]~table = 'versions'",
                "../../../flyway.toml | [flyway]~table = 'other'~[environments.default.flyway]~table = 'versions'",
                "../../../flyway.toml | [flyway]~environment = 'a'~[environments.b.flyway]~table = 'other'~"
                        + "[environments.a.flyway]~table = 'versions'",
                "../../../flyway.toml | [flyway]~table = 'versions'~[environments.b.flyway]~table = 'other'",
            })
    void profilesDataSourcesAndEnvironmentsAreRead(String file, String text) {
        InMemoryTree tree = usual().with((RESOURCES + file).replaceFirst(".*\\.\\./", ""), text.replace('~', '\n'));

        assertThat(table(tree).name()).isEqualTo("versions");
    }

    @Test
    void theSchemasOfAnEnvironmentAreRead() {
        InMemoryTree tree = usual().with("flyway.toml", """
                [environments.default]
                url = "jdbc:h2:mem:x"
                schemas = ["app", "other"]
                """);

        assertThat(table(tree).schema()).contains("app");
    }

    @Test
    void dataSourcesHaveMigrationsOfTheirOwn() {
        InMemoryTree tree = Detected.tree(RESOURCES + "db/orders/V1__a.sql", RESOURCES + "db/audit/V2__b.sql")
                .with(RESOURCES + "application.yml", """
                        flyway:
                          datasources:
                            orders: {locations: "classpath:db/orders", table: orders}
                            audit: {locations: ["classpath:db/audit"], table: audit}
                        """);

        assertThat(new FlywaySystem().detect(tree))
                .extracting(
                        layout -> layout.project().root().value(),
                        layout -> layout.versionTable().name())
                .containsExactly(tuple(RESOURCES + "db/audit", "audit"), tuple(RESOURCES + "db/orders", "orders"));
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
