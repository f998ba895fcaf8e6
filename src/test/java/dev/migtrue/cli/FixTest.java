package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixTest {

    private static final String ORDERS = """
            -- migrate:up
            CREATE TABLE orders (id int); -- one per basket
            CREATE VIEW open_orders AS SELECT id FROM orders;
            CREATE INDEX orders_id ON orders (id);
            -- migrate:down
            """;

    private static final String SAFELY =
            ORDERS.replace("TABLE", "TABLE IF NOT EXISTS").replace("INDEX", "INDEX IF NOT EXISTS");

    private final TestRepository git;
    private final Path folder;
    private final Path file;

    FixTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.git = TestRepository.in(folder)
                .write("README", "")
                .stage(".")
                .commit("Start")
                .branch("base")
                .checkout("main");
        this.file = git.workTree().resolve("db/migrations/20260101080000_orders.sql");
        git.write("db/migrations/20260101080000_orders.sql", ORDERS);
    }

    private CommandRun check(String... options) {
        String[] arguments = Stream.concat(
                        Stream.of("check", "--no-db", "--base", "base", "--dialect", "postgresql"), Stream.of(options))
                .toArray(String[]::new);
        return CommandRun.in(git.workTree(), git.environment(), arguments);
    }

    @Test
    void writesGuardsWhereTheyAreMissingAndKeepsAllElse() {
        CommandRun run = check("--fix");
        assertThat(file).hasContent(SAFELY);
        assertThat(run.errors()).contains("fixes made: 2");
        assertThat(run.output()).contains("open_orders").contains("OR REPLACE").doesNotContain("IF NOT EXISTS");
    }

    @Test
    void replacesWhatIsThereOnlyWhenAllowedTo() {
        assertThat(check("--fix", "--unsafe-fixes").output()).doesNotContain("rerun-fails");
        assertThat(file).hasContent(SAFELY.replace("CREATE VIEW", "CREATE OR REPLACE VIEW"));
    }

    @Test
    void keepsTheEndsOfLines() throws IOException {
        Files.writeString(file, ORDERS.replace("\n", "\r\n"));
        check("--fix");
        assertThat(Files.readString(file)).isEqualTo(SAFELY.replace("\n", "\r\n"));
    }

    @Test
    void showsWhatItWouldChangeInTheFormThatGitTakes() throws IOException {
        CommandRun run = check("--diff");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(file).hasContent(ORDERS);
        for (int round = 0; round < 2; round++) {
            git.gitFed(check("--diff").output(), "apply");
        }
        assertThat(file).hasContent(SAFELY);
        assertThat(check("--diff").output()).isEmpty();
        assertThat(check("--diff").exitCode()).isZero();
    }

    @Test
    void leavesAloneWhatOthersHaveFromBase() {
        git.stage(".").commit("Orders");
        git.git("branch", "-f", "base");
        assertThat(check("--all").output()).contains("rerun-fails").doesNotContain("--fix");
        assertThat(check("--all", "--fix").errors()).contains("nothing to fix");
        assertThat(file).hasContent(ORDERS);
    }

    @Test
    void leavesAloneWhatWasApplied() throws SQLException {
        Path database = folder.resolve("app.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection.createStatement().execute("CREATE TABLE schema_migrations (version text)");
            connection.createStatement().execute("INSERT INTO schema_migrations VALUES ('20260101080000')");
        }
        CommandRun run = CommandRun.in(
                git.workTree(), git.environment(), "check", "--base", "base", "--db", "sqlite:///" + database, "--fix");
        assertThat(run.output()).contains("uncommitted-but-applied");
        assertThat(file).hasContent(ORDERS);
    }

    @Test
    void mendsASingleScriptThatNoSystemClaims() throws IOException {
        Path script = Files.writeString(folder.resolve("script.sql"), "drop table old_orders;\n");
        CommandRun run = CommandRun.in(folder, Map.of(), "check", "script.sql", "--dialect", "postgresql", "--fix");
        assertThat(script).hasContent("drop table IF EXISTS old_orders;\n");
        assertThat(run.output()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }
}
