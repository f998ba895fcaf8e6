package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Checksum;
import dev.migtrue.model.Migration;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsAndPlaceholdersTest {

    private static final String RESOURCES = "src/main/resources/";
    private static final String USUAL = RESOURCES + "db/migration/";

    @Test
    void filesInAnEncodingThatNobodyKnowsHaveAnUnknownChecksum() {
        InMemoryTree tree = usual().with(USUAL + "V2__b.sql", "select '\u00E9';")
                .with(RESOURCES + "application.properties", "spring.flyway.encoding=NO-SUCH");

        assertThat(checksums(tree)).containsExactly(true, false);
        assertThat(checksums(tree.without(RESOURCES + "application.properties")))
                .containsExactly(true, true);
        assertThat(checksums(tree.without(RESOURCES + "application.properties")
                        .with(USUAL + "V2__b.sql.conf", "encoding=NO-SUCH")))
                .containsExactly(true, false);
    }

    @Test
    void filesAreReadInTheirEncoding() {
        byte[] western = "select '\u00e9';".getBytes(StandardCharsets.ISO_8859_1);
        InMemoryTree tree =
                usual().with(USUAL + "V2__b.sql", western).with("flyway.conf", "flyway.encoding=ISO-8859-1");

        assertThat(checksum(tree)).contains(FlywayChecksum.of("select '\u00e9';"));
        assertThat(checksum(tree.without("flyway.conf"))).isEmpty();
        assertThat(checksum(tree.with(USUAL + "V2__b.sql", "select '\u00e9';")))
                .contains(FlywayChecksum.of("select '\u00c3\u00a9';"));
    }

    @Test
    void whatGitTurnsIntoAnotherEncodingIsNotReadFromItsText() {
        InMemoryTree tree = usual().with(USUAL + "V2__b.sql", "select '\u00e9';")
                .with("flyway.conf", "flyway.encoding=ISO-8859-1")
                .with(".gitattributes", "*.sql working-tree-encoding=ISO-8859-1");

        assertThat(checksum(tree)).isEmpty();
    }

    private static Optional<Checksum> checksum(InMemoryTree tree) {
        return only(tree).checksum(only(tree).history(tree).migrations().getLast(), tree);
    }

    @Test
    void whatOnlyARunKnowsIsNamed() {
        InMemoryTree tree = usual().with(USUAL + "R__a.sql", "select '${x}';")
                .with(USUAL + "V2__b.sql", "select '\u00e9';".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(only(tree).history(tree).migrations())
                .extracting(migration -> only(tree).undecided(migration, tree).orElse("known"))
                .containsExactly(
                        "known",
                        "not UTF-8",
                        "whether it changed cannot be decided, as only a run knows what '${x}' stands for");
    }

    @Test
    void aRepeatableMigrationWithItsPlaceholdersFilledInIsKnownAndSoIsItsRawText() {
        InMemoryTree tree =
                usual().with(USUAL + "R__a.sql", "select '${x}';").with("flyway.conf", "flyway.placeholders.X=y");
        Layout layout = only(tree);
        Migration repeatable = layout.history(tree).migrations().getLast();

        assertThat(layout.checksum(repeatable, tree)).contains(FlywayChecksum.of("select 'y';"));
        assertThat(layout.accepted(repeatable, tree)).containsExactly(FlywayChecksum.of("select '${x}';"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application.properties | spring.flyway.placeholders.my-name=x",
                "application.yml | spring: {flyway: {placeholders: {My-Name: x}}}",
                "application.properties | quarkus.flyway.placeholders.my-name=x",
                "application.yml | flyway: {datasources: {default: {placeholders: {my-name: x}}}}",
                "../../../pom.xml | <plugin><artifactId>flyway-maven-plugin</artifactId><configuration><placeholders>"
                        + "<my-name>x</my-name></placeholders></configuration></plugin>",
                "../../../flyway.toml | [flyway.placeholders]~my-name = 'x'",
            })
    void valuesOfPlaceholdersAreReadFromAnyFile(String file, String text) {
        InMemoryTree tree = usual().with(USUAL + "R__a.sql", "select '${my-name}';")
                .with((RESOURCES + file).replaceFirst(".*\\.\\./", ""), text.replace('~', '\n'));

        assertThat(checksum(tree)).contains(FlywayChecksum.of("select 'x';"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.flyway.placeholders.x=${FROM_ENVIRONMENT}",
                "spring.flyway.placeholders.x=back\\slash",
                "spring.flyway.placeholders.y=x"
            })
    void valuesThatAreNotCertainAreNone(String line) {
        InMemoryTree tree =
                usual().with(USUAL + "R__a.sql", "select '${x}';").with(RESOURCES + "application.properties", line);

        assertThat(checksum(tree)).isEmpty();
    }

    @Test
    void aPlaceholderWithAnotherValueInAProfileHasNone() {
        InMemoryTree tree = usual().with(USUAL + "R__a.sql", "select '${x}';")
                .with(RESOURCES + "application.properties", "spring.flyway.placeholders.x=1")
                .with(RESOURCES + "application-prod.properties", "spring.flyway.placeholders.x=2");

        assertThat(checksum(tree)).isEmpty();
        assertThat(checksum(tree.without(RESOURCES + "application-prod.properties")))
                .isPresent();
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

    private static Layout only(InMemoryTree tree) {
        List<Layout> layouts = new FlywaySystem().detect(tree);
        assertThat(layouts).hasSize(1);
        return layouts.getFirst();
    }
}
