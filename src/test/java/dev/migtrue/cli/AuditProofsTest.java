package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.migtrue.report.JsonReport;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit says which second runs it proved, which not, and why not, in every form. */
class AuditProofsTest {

    private static final String BEHIND = "migration '3' before it cannot be run: ";

    private final TestRepository repository;

    AuditProofsTest(@TempDir Path folder) throws SQLException {
        repository = TestRepository.in(folder)
                .write("db/migration/V1__people.sql", "CREATE TABLE people (id INTEGER);\n")
                .write("db/migration/V2__more.sql", "CREATE TABLE IF NOT EXISTS more (id INTEGER);\n")
                .write("db/migration/V3__broken.sql", "INSERT INTO nowhere VALUES (1);\n")
                .write("db/migration/V4__last.sql", "CREATE TABLE IF NOT EXISTS last (id INTEGER);\n")
                .write("db/migration/V5__very_last.sql", "CREATE TABLE IF NOT EXISTS very_last (id INTEGER);\n");
        repository.stage(".").commit("five");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + repository.workTree().resolve("live.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE flyway_schema_history (installed_rank INTEGER, version TEXT, description TEXT,"
                            + " type TEXT, script TEXT, checksum INTEGER, success INTEGER)");
        }
    }

    @Test
    void theTextTellsEachReasonOnce() {
        CommandRun run = audit();

        assertThat(run.output())
                .contains("a second run fails at line 1: table people already exists")
                .contains("second runs that were not proven:\n")
                .containsPattern("  " + BEHIND
                        + ".*no such table.*: db/migration/V4__last.sql, db/migration/V5__very_last.sql\n");
        assertThat(run.errors())
                .contains("migtrue: second runs: 3 of 5 proven, 2 of them must not be run twice; 2 not proven: "
                        + BEHIND);
    }

    @Test
    void thePageTellsThemToo() throws IOException {
        audit("--html", "audit.html");

        assertThat(Files.readString(repository.workTree().resolve("audit.html")))
                .contains("second run fails at line 1")
                .contains(BEHIND.replace("'", "&#39;"), ": db/migration/V4__last.sql, db/migration/V5__very_last.sql");
    }

    @Test
    void jsonHoldsAllOfThemAndIsAsItsSchemaSays() throws IOException {
        String json = audit("--format", "json").output();

        assertThat(json)
                .contains("\"proofs\": {", "\"state\": \"made\"", "\"verdict\": \"fails\"", "\"verdict\": \"repeats\"")
                .contains("\"reason\": \"" + BEHIND);
        assertThat(published().validate(json, InputFormat.JSON)).isEmpty();
        assertThat(published().validate(json.replace("\"state\": \"made\"", "\"state\": \"\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void whereNoneWasMadeJsonSaysWhy() throws IOException {
        String json = audit("--no-proof", "--format", "json").output();

        assertThat(json).contains("\"state\": \"not-made\"", "\"reason\": \"--no-proof\"");
        assertThat(published().validate(json, InputFormat.JSON)).isEmpty();
    }

    private CommandRun audit(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"audit", "--db", "sqlite:live.db", "--road=symbolic"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }

    private static Schema published() throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(JsonReport.class.getResourceAsStream("report-v1.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON);
        }
    }
}
