package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that nobody named on the command line or in {@code migtrue.yaml}. */
class DatabaseSearchTest {

    private static final String DEAD = "jdbc:postgresql://localhost:1/shop";

    private final Path folder;
    private final TestRepository repository;
    private final Map<String, String> environment;

    /** A migration, and in app.db the row of another. */
    DatabaseSearchTest(@TempDir Path folder) throws SQLException {
        this.folder = folder;
        this.repository = TestRepository.in(folder)
                .write("src/main/resources/db/migration/V1__a.sql", "create table if not exists a (id int);\n")
                .stage(".")
                .commit("Add 1");
        this.environment = new HashMap<>(repository.environment());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"))) {
            connection
                    .createStatement()
                    .execute("create table flyway_schema_history"
                            + " (installed_rank, version, description, type, script, checksum, success)");
            connection
                    .createStatement()
                    .execute(
                            "insert into flyway_schema_history values (1, '0.9', 'old', 'SQL', 'V0_9__old.sql', null, 1)");
        }
    }

    @Test
    void theToolsOwnFileLeadsToItAndThatIsSaid() {
        configured(live());

        CommandRun check = run("check");

        assertThat(check.output()).contains("migration 0.9 is applied");
        assertThat(check.errors())
                .contains("migtrue: database default is the one of spring.datasource.url in"
                        + " 'src/main/resources/application.properties'\n");
        assertThat(run("check", "-q").errors()).doesNotContain("application.properties");
        assertThat(run("status").errors()).contains("application.properties");
        assertThat(run("check", "--no-db").errors()).contains("no database was looked at");
        assertThat(run("check", "--db", "sqlite:///gone.db").errors()).doesNotContain("is the one of spring");
    }

    @Test
    void hooksDoNotFollowIt() {
        configured(live());
        repository
                .write("src/main/resources/db/migration/V2__b.sql", "create table if not exists b (id int);\n")
                .stage(".");

        CommandRun hook = run("hook", "run", "pre-commit", "-v");

        assertThat(hook.output() + hook.errors()).doesNotContain("0.9").doesNotContain("application.properties");
    }

    @Test
    void aVariableGoesBeforeItAndDoctorTellsOfBoth() {
        configured(DEAD);
        environment.put("DATABASE_URL", live());

        assertThat(run("check", "-v").errors())
                .contains("migtrue: database default is the one of environment variable DATABASE_URL; not used:"
                        + " spring.datasource.url in 'src/main/resources/application.properties'\n");
        assertThat(run("check").errors()).doesNotContain("application.properties");
        assertThat(run("doctor").output())
                .contains(
                        "address            database default is the one of environment variable DATABASE_URL; not used: spring");

        environment.put("FLYWAY_URL", live());

        assertThat(run("check", "-v").errors())
                .contains("migtrue: database default is the one of environment variable FLYWAY_URL;");
    }

    @Test
    void aHintThatLeadsNowhereIsNobodysFault() {
        configured(DEAD);

        CommandRun check = run("check", "--unreachable", "fail");

        assertThat(check.exitCode()).isZero();
        assertThat(check.errors())
                .contains("database default at postgresql://localhost:1/shop: localhost:1: connection refused (only"
                        + " spring.datasource.url in 'src/main/resources/application.properties' names it)");
        assertThat(run("check", "--require", "database").exitCode()).isEqualTo(3);

        environment.put("FLYWAY_URL", DEAD);

        assertThat(run("check", "--unreachable", "fail").exitCode()).isEqualTo(3);
    }

    @Test
    void whatCannotBeReadIsToldAsNotLookedAt() {
        configured("jdbc:db2://localhost/shop");

        CommandRun check = run("check");

        assertThat(check.exitCode()).isZero();
        assertThat(check.errors())
                .contains(
                        "database default: spring.datasource.url in 'src/main/resources/application.properties': db2 databases"
                                + " are not supported");
    }

    @Test
    void aProposalThatChangesTheFileLeadsNowhere() {
        configured(live());
        repository.stage(".").commit("Configure").branch("proposal");
        configured(live() + "?password=${HOME}");
        repository.stage(".").commit("Steal");

        assertThat(run("check", "--base", "main").errors())
                .contains("the file is not the one of the base branch, so it is not followed");

        repository.checkout("main");

        assertThat(run("check", "--base", "main").output()).contains("migration 0.9 is applied");
    }

    @Test
    void eachProjectHasADatabaseOfItsOwn() {
        configured(live());
        repository
                .write("other/src/main/resources/db/migration/V7__x.sql", "select 7;\n")
                .write(
                        "other/src/main/resources/application.properties",
                        "spring.datasource.url=jdbc:sqlite:" + folder.resolve("gone.db") + "\n");

        CommandRun check = run("check");

        assertThat(check.errors())
                .contains("database default is the one of spring.datasource.url in 'other/src/")
                .contains("database database-2 is the one of spring.datasource.url in 'src/");
        assertThat(check.output())
                .contains("migration 0.9 is applied to database database-2")
                .doesNotContain("7 is not applied");
    }

    @Test
    void aCommandIsRunWithConsentOnly() throws IOException {
        Files.writeString(folder.resolve("url"), live());
        String said = "databases: { shop: { urlCommand: [cat, " + folder.resolve("url") + "] } }\n";
        repository.write("migtrue.yaml", said);

        assertThat(run("check").errors())
                .contains(
                        "database shop: its urlCommand is not run: set MIGTRUE_ALLOW_COMMANDS=1 if you trust this repository, or"
                                + " give a --config FILE that lies outside of it");

        environment.put("MIGTRUE_ALLOW_COMMANDS", "1");

        assertThat(run("check").output()).contains("migration 0.9 is applied");

        repository.stage(".").commit("Configure").branch("proposal");
        repository.write("migtrue.yaml", said.replace("cat", "tac")).stage(".").commit("Run something else");

        assertThat(run("check", "--base", "main").errors())
                .contains("its urlCommand is not run: the file is not the one of the base branch");

        environment.remove("MIGTRUE_ALLOW_COMMANDS");
        Path outside = Files.writeString(folder.resolve("mine.yaml"), said);

        assertThat(run("check", "--config", outside.toString()).output()).contains("migration 0.9 is applied");

        Files.createSymbolicLink(folder.resolve("link.yaml"), repository.path("migtrue.yaml"));

        assertThat(run("check", "--config", folder.resolve("link.yaml").toString())
                        .errors())
                .contains("is not run");
    }

    @Test
    void aCommandThatFailsLeavesItsDatabaseUnread() {
        environment.put("MIGTRUE_ALLOW_COMMANDS", "1");
        repository.write("migtrue.yaml", "databases: { shop: { urlCommand: ['false'] } }\n");

        assertThat(run("check").errors()).contains("database shop: urlCommand 'false' failed with exit code 1");

        repository.write("migtrue.yaml", "databases: { shop: { urlCommand: [no-such-program] } }\n");

        assertThat(run("check").errors()).contains("urlCommand 'no-such-program' cannot be started");

        repository.write("migtrue.yaml", "databases: { shop: { urlCommand: [] } }\n");

        assertThat(run("check").errors()).contains("urlCommand names no program");
    }

    @Test
    void aPasswordOnTheCommandLineIsWarnedOfOnce() {
        environment.put("SHOP_URL", "postgresql://ann:hunter22@localhost:1/shop");

        assertThat(run("check", "--db", "postgresql://ann:hunter22@localhost:1/shop")
                        .errors())
                .containsOnlyOnce("--db holds a password")
                .contains("--db '$NAME'");
        assertThat(run("check", "--db", "$SHOP_URL").errors())
                .doesNotContain("holds a password")
                .contains("database default at postgresql://localhost:1/shop");
        assertThat(run("check", "--db", "$GONE").errors()).contains("environment variable GONE is not set");
    }

    private String live() {
        return "jdbc:sqlite:" + folder.resolve("app.db");
    }

    private void configured(String url) {
        repository.write("src/main/resources/application.properties", "spring.datasource.url=" + url + "\n");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(repository.workTree(), environment, arguments);
    }
}
