package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Severity;
import dev.migtrue.model.Source;
import dev.migtrue.model.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SarifReportTest {

    private static final Schema PUBLISHED = published();

    @ParameterizedTest
    @MethodSource("dev.migtrue.report.Reports#all")
    void everyReportIsAsThePublishedSchemaSays(Report report) {
        assertThat(errors(render(report))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "2.1.0"             | "2.2"
                    "level": "error"    | "level": "fatal"
                    "startLine": 1      | "startLine": 0
                    unicodeCodePoints   | utf8Bytes
                    "ruleId"            | "rule"
                    """)
    void schemaRefusesWhatIsNotSarif(String right, String wrong) {
        String report = render(Reports.missingFileRow());

        assertThat(report).contains(right);
        assertThat(errors(report.replace(right, wrong))).isNotEmpty();
    }

    /** What code scanning documents beyond the schema: a text that is there, a file, a fingerprint, a rule. */
    @ParameterizedTest
    @MethodSource("dev.migtrue.report.Reports#all")
    void everyResultHasAllThatCodeScanningNeeds(Report report) {
        String sarif = render(report);
        int results = report.items().size();

        assertThat(values(sarif, "primaryLocationLineHash")).hasSize(results).doesNotHaveDuplicates();
        assertThat(values(sarif, "ruleIndex")).hasSize(results);
        assertThat(values(sarif, "uri")).hasSizeGreaterThanOrEqualTo(results);
        assertThat(values(sarif, "uri")).allMatch(uri -> uri.matches("[-A-Za-z0-9._~!$&'()*+,;=@/%]+"));
        assertThat(values(sarif, "uri")).noneMatch(uri -> uri.startsWith("/"));
        assertThat(values(sarif, "text")).noneMatch(String::isEmpty);
        assertThat(values(sarif, "markdown")).noneMatch(String::isEmpty);
    }

    @Test
    void pathsArePercentEncoded() {
        assertThat(UriPath.of(new RepoPath("db/V1__año 50%:#?[x].sql")))
                .isEqualTo("db/V1__a%C3%B1o%2050%25%3A%23%3F%5Bx%5D.sql");
    }

    @Test
    void rowWithoutFileIsShownAtTheLastMigrationAndNamed() {
        String sarif = render(Reports.missingFileRow());

        assertThat(values(sarif, "uri")).contains("db/migration/V4__refunds.sql");
        assertThat(values(sarif, "fullyQualifiedName")).containsExactly("flyway_schema_history(3)");
    }

    @Test
    void gravestComesFirst() {
        Report mixed = Reports.missingFileRow();
        List<String> levels =
                values(render(new Report(mixed.items().reversed(), List.of(), List.of(), 1, mixed.read())), "level");

        assertThat(levels.subList(levels.size() - 2, levels.size())).containsExactly("error", "note");
    }

    @Test
    void whatWasNotReadIsToldAndARequirementFailsTheInvocation() {
        String sarif = render(Reports.unreachableDatabase());

        assertThat(values(sarif, "executionSuccessful")).containsExactly("false");
        assertThat(values(sarif, "text"))
                .contains(
                        "base not read: no base branch was named or found",
                        "database default not read: connection refused");
        assertThat(values(render(Reports.clean()), "executionSuccessful")).containsExactly("true");
    }

    @Test
    void bracesAndLinksInAMessageStayWhatTheyAre() {
        assertThat(values(new JsonText().of(SarifText.message("{0} [x](http://evil)")), "text"))
                .containsExactly("{{0}} [x] (http://evil)");
    }

    @Test
    void moreResultsThanCodeScanningTakesAreLeftOutAndCounted() {
        ProjectFixture shop = new ProjectFixture("flyway", "", "db", Source.WORKING_TREE);
        Finding finding = Finding.about(
                MadeUpPages.rule("duplicate-version"),
                new MigrationId("1"),
                new Location.InFile(new FileSpan(new RepoPath("db/V1.sql"), Span.START)),
                "again",
                "");
        Report report = new Report(
                Collections.nCopies(25_002, Reports.item(shop, Severity.ERROR, finding)),
                List.of(),
                List.of(),
                25_002,
                Reports.survey(Optional.empty(), shop));

        String sarif = render(report);

        assertThat(values(sarif, "ruleIndex")).hasSize(25_000);
        assertThat(values(sarif, "text")).contains("2 findings left out: too many");
    }

    @Test
    void longDescriptionIsCutToWhatCodeScanningTakes() {
        RulePage page = RulePage.parse(
                "---\nid: long-winded\nseverity: note\nneeds: git\ngroup: x\nsince: 0.1\n---\n# It goes on\n\n"
                        + "so 😀 ".repeat(900) + "\n");
        String sarif = new SarifReport("0.1.0", List.of(page)).render(Reports.nothingToCheck());

        assertThat(values(sarif, "text"))
                .anySatisfy(text ->
                        assertThat(text.codePointCount(0, text.length())).isEqualTo(1024));
    }

    private static String render(Report report) {
        return new SarifReport("0.1.0", MadeUpPages.ALL).render(report);
    }

    /** The plain values of every member of this name, at any depth, in their order. */
    private static List<String> values(String json, String name) {
        List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.currentName().equals(name)
                        && parser.nextToken().isScalarValue()) {
                    values.add(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    private static List<Error> errors(String json) {
        return PUBLISHED.validate(json, InputFormat.JSON);
    }

    private static Schema published() {
        try (InputStream schema =
                Objects.requireNonNull(SarifReport.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
