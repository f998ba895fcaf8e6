package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.migtrue.judge.Report;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonReportTest {

    private static final Schema PUBLISHED = published();

    @ParameterizedTest
    @MethodSource
    void everyReportIsAsThePublishedSchemaSays(Report report) {
        assertThat(errors(new JsonReport("0.1.0").render(report))).isEmpty();
    }

    static List<Report> everyReportIsAsThePublishedSchemaSays() {
        return Reports.all();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "outcome": "findings"         | "outcome": "fine"
                    "severity": "error"           | "severity": "fatal"
                    "kind": "file"                | "kind": "row"
                    "kind": "row"                 | "kind": "file"
                    "startLine": 1                | "startLine": 0
                    "schemaVersion": 1            | "schemaVersion": 2
                    "state": "known"              | "state": "not-read"
                    "skipped"                     | "omitted"
                    "fingerprint"                 | "print"
                    "asOf"                        | "when"
                    """)
    void schemaRefusesWhatIsNotAReport(String right, String wrong) {
        String report = new JsonReport("0.1.0").render(Reports.missingFileRow());

        assertThat(report).contains(right);
        assertThat(errors(report.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void printableAsciiIsAllThatIsWritten() {
        String report = new JsonReport("0.1.0").render(Reports.hostile());

        assertThat(report.chars()).allMatch(unit -> unit == '\n' || (unit >= ' ' && unit <= '~'));
        assertThat(report).contains("\\u001B[2J\\u202Egpj.sql\\nnothing");
    }

    private static List<Error> errors(String json) {
        return PUBLISHED.validate(json, InputFormat.JSON);
    }

    private static Schema published() {
        try (InputStream schema =
                Objects.requireNonNull(JsonReport.class.getResourceAsStream("report-v1.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
