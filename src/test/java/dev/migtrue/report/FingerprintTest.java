package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.judge.ReportItem;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import dev.migtrue.model.Source;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FingerprintTest {

    private static final Location ROW = new Location.InVersionTable("flyway_schema_history", "7");

    @Test
    void neitherLineNorWordingNorFileOfAMigrationCounts() {
        String first = print("backend", "late", "7", file("db/V7__a.sql", 1), "said so");

        assertThat(print("backend", "late", "7", file("db/V7__renamed.sql", 9), "said otherwise"))
                .isEqualTo(first);
    }

    @Test
    void ruleRootIdAndRowCount() {
        String first = print("backend", "late", "7", ROW, "x");

        assertThat(List.of(
                        first,
                        print("orders", "late", "7", ROW, "x"),
                        print("backend", "early", "7", ROW, "x"),
                        print("backend", "late", "8", ROW, "x"),
                        print("backend", "late", "7", file("db/V7__a.sql", 1), "x"),
                        print("backend", "late", "7", new Location.InVersionTable("flyway_schema_history", "8"), "x")))
                .doesNotHaveDuplicates();
    }

    @Test
    void fileCountsWhereThereIsNoMigration() {
        assertThat(print("backend", "malformed", "", file("db/V7_a.sql", 1), "x"))
                .isNotEqualTo(print("backend", "malformed", "", file("db/V8_a.sql", 1), "x"));
    }

    @Test
    void partsDoNotRunTogether() {
        assertThat(print("a", "late", "bc", new Location.WholeRepository(), "x"))
                .isNotEqualTo(print("ab", "late", "c", new Location.WholeRepository(), "x"));
    }

    @Test
    void equalFindingsAreToldApartByTheirOrder() {
        ReportItem item = item("backend", "late", "7", ROW, "x");

        List<String> prints = Fingerprint.of(List.of(item, item, item));

        assertThat(prints).doesNotHaveDuplicates();
        assertThat(prints.getFirst()).isEqualTo(Fingerprint.of(List.of(item)).getFirst());
    }

    @Test
    void isWhatBaselinesOfUsersHold() {
        assertThat(print("backend", "late", "7", ROW, "x")).isEqualTo("206de86f948d5c8e8747a4300d3e9e23");
    }

    private static Location file(String path, int line) {
        return new Location.InFile(new FileSpan(new RepoPath(path), new Span(line, 1, line, 2)));
    }

    private static String print(String root, String rule, String id, Location at, String message) {
        return Fingerprint.of(List.of(item(root, rule, id, at, message))).getFirst();
    }

    private static ReportItem item(String root, String rule, String id, Location at, String message) {
        Finding finding = new Finding(
                new RuleId(rule),
                Optional.of(id).filter(text -> !text.isEmpty()).map(MigrationId::new),
                at,
                message,
                "",
                List.of(),
                Optional.empty());
        return Reports.item(new ProjectFixture("flyway", root, "db", Source.HEAD), Severity.ERROR, finding);
    }
}
