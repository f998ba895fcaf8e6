package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Ordering;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    private static final String USUAL = "src/main/resources/db/migration/V1__a.sql";
    private static final String SPRING = "src/main/resources/application.properties";

    @Test
    void ofFlywayHoldWhereNoFileSaysAnything() {
        Layout layout = only(Detected.tree(USUAL), Map.of("FLYWAY_TABLE", "versions", "FLYWAY_OUT_OF_ORDER", "true"));

        assertThat(layout.versionTable().name()).isEqualTo("versions");
        assertThat(layout.history(Detected.tree(USUAL)).ordering()).isEqualTo(Ordering.LENIENT);
        assertThat(layout.project().recognisedBy())
                .isEqualTo("what the environment says in FLYWAY_OUT_OF_ORDER, FLYWAY_TABLE, which comes before any"
                        + " file, and files named as it says");
    }

    @ParameterizedTest
    @CsvSource({
        "flyway.conf, flyway.table=file, FLYWAY_TABLE, variable",
        "flyway.conf, flyway.table=file, flyway_table, variable",
        "flyway.conf, flyway.table=file, SPRING_FLYWAY_TABLE, file",
        "src/main/resources/application.properties, spring.flyway.table=file, SPRING_FLYWAY_TABLE, variable",
        "src/main/resources/application.properties, spring.flyway.table=file, FLYWAY_TABLE, file",
        "src/main/resources/application.properties, quarkus.flyway.table=file, QUARKUS_FLYWAY_TABLE, variable",
        "src/main/resources/application.properties, server.port=1, SPRING_FLYWAY_TABLE, variable",
        "pom.xml, <properties><flyway.table>file</flyway.table></properties>, FLYWAY_TABLE, variable",
        "src/main/resources/application.properties, flyway.datasources.default.table=file,"
                + " FLYWAY_DATASOURCES_DEFAULT_TABLE, variable"
    })
    void comeBeforeTheFilesOfThoseWhoReadThem(String file, String text, String variable, String table) {
        assertThat(only(Detected.tree(USUAL).with(file, text), Map.of(variable, "variable"))
                        .versionTable()
                        .name())
                .isEqualTo(table);
    }

    @Test
    void tellOfLocationsAndNames() {
        InMemoryTree tree = Detected.tree("one/20240101--a.sql", "two/20240102--b.sql", "three/20240103--c.sql");
        Map<String, String> environment = Map.of(
                "FLYWAY_LOCATIONS", "filesystem:one,filesystem:two",
                "FLYWAY_SQL_MIGRATION_PREFIX", "",
                "FLYWAY_SQL_MIGRATION_SEPARATOR", "--");

        assertThat(only(tree, environment).history(tree).migrations())
                .extracting(migration -> migration.at().path().value())
                .containsExactly("one/20240101--a.sql", "two/20240102--b.sql");
    }

    @Test
    void ofOneListMayBeSeveral() {
        InMemoryTree tree = Detected.tree("src/main/resources/a/V1__x.sql", "src/main/resources/b/V2__y.sql")
                .with(SPRING, "spring.flyway.table=t");

        assertThat(only(
                                tree,
                                Map.of(
                                        "SPRING_FLYWAY_LOCATIONS_0", "classpath:a",
                                        "SPRING_FLYWAY_LOCATIONS_1", "classpath:b"))
                        .history(tree)
                        .migrations())
                .hasSize(2);
    }

    @Test
    void giveValuesToPlaceholders() {
        InMemoryTree tree =
                Detected.tree(USUAL).with("src/main/resources/db/migration/R__b.sql", "select '${the_name}';");
        Layout layout = only(tree, Map.of("FLYWAY_PLACEHOLDERS_THE_NAME", "x"));

        assertThat(layout.checksum(layout.history(tree).migrations().getLast(), tree))
                .contains(FlywayChecksum.of("select 'x';"));
    }

    @Test
    void thatHoldSecretsAreNotKept() {
        Variables variables = Variables.of(Map.of(
                "FLYWAY_URL", "jdbc:postgresql://db/shop?password=s3cret",
                "FLYWAY_USER", "ada",
                "FLYWAY_PASSWORD", "s3cret",
                "SPRING_FLYWAY_PASSWORD", "s3cret",
                "FLYWAY_TABLE", "versions",
                "PASSWORD", "s3cret"));

        assertThat(variables.toString()).contains("versions").doesNotContain("s3cret", "ada", "shop");
    }

    @Test
    void thatSayNothingOfFilesChangeNothing() {
        assertThat(new FlywaySystem()
                        .within(Map.of("FLYWAY_URL", "jdbc:h2:mem:x"))
                        .detect(Detected.tree(USUAL)))
                .extracting(layout -> layout.project().recognisedBy())
                .containsExactly("files named like 'V1__words.sql'");
    }

    private static Layout only(InMemoryTree tree, Map<String, String> environment) {
        List<Layout> layouts = new FlywaySystem().within(environment).detect(tree);
        assertThat(layouts).hasSize(1);
        return layouts.getFirst();
    }
}
