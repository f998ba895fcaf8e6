package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.migtrue.judge.Report;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class GitLabReportTest {

    private static final Pattern FINGERPRINT = Pattern.compile("\"fingerprint\": \"(.*?)\"");

    /** The fields as GitLab's manual lists them, under "Code Quality report format"; no schema is published with it. */
    private static final Schema DOCUMENTED = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema("""
            { "type": "array", "items": {
                "type": "object",
                "required": ["description", "check_name", "fingerprint", "severity", "location"],
                "properties": {
                  "description": { "type": "string", "minLength": 1 },
                  "check_name": { "type": "string", "minLength": 1 },
                  "fingerprint": { "type": "string", "minLength": 1 },
                  "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
                  "location": { "type": "object", "required": ["path", "lines"], "properties": {
                    "path": { "type": "string", "minLength": 1, "not": { "pattern": "^(\\\\.?/)" } },
                    "lines": { "type": "object", "required": ["begin"], "properties": {
                      "begin": { "type": "integer", "minimum": 1 } } } } } } } }
            """, InputFormat.JSON);

    @ParameterizedTest
    @MethodSource("dev.migtrue.report.Reports#all")
    void everyReportIsAsTheManualSays(Report report) {
        assertThat(errors(render(report))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "severity": "critical" | "severity": "error"
                    "path": "              | "path": "./
                    "begin": 1             | "begin": 0
                    check_name             | name
                    """)
    void whatTheManualRulesOutIsRefused(String right, String wrong) {
        String report = render(Reports.missingFileRow());

        assertThat(report).contains(right);
        assertThat(errors(report.replace(right, wrong))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.migtrue.report.Reports#all")
    void noTwoFindingsHaveOneFingerprint(Report report) {
        List<String> fingerprints = FINGERPRINT
                .matcher(render(report))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(fingerprints).hasSize(report.items().size()).doesNotHaveDuplicates();
    }

    @Test
    void nothingFoundIsAnEmptyArray() {
        assertThat(render(Reports.clean())).isEqualTo("[ ]\n");
    }

    private static String render(Report report) {
        return new GitLabReport().render(report);
    }

    private static List<Error> errors(String json) {
        return DOCUMENTED.validate(json, InputFormat.JSON);
    }
}
