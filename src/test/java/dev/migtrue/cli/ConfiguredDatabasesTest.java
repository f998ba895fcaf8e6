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

/** What {@code migtrue.yaml} says of databases, and of what is applied to them. */
class ConfiguredDatabasesTest {

    private static final String TWO = """
            databases:
              staging: { urlEnv: STAGING_URL }
              production: { urlFile: .secret, role: protected, rules: { pending-migration: warning } }
            """;

    private final Path folder;
    private final TestRepository repository;
    private CommandRun last = new CommandRun(-1, "", "");

    /** Staging has run 001_a and 000_old, of which no file is left; production has run nothing. */
    ConfiguredDatabasesTest(@TempDir Path folder) throws SQLException, IOException {
        this.folder = folder;
        this.repository = TestRepository.in(folder)
                .write("db/migration/V1__a.sql", "create table a (id int);\n")
                .stage(".")
                .commit("Add 1");
        database(
                "staging",
                "values (1, '0.9', 'old', 'SQL', 'V0_9__old.sql', null, 1), (2, '1', 'a', 'SQL', 'V1__a.sql', null, 1)");
        database("production", "select 1, '1', 'a', 'SQL', 'V1__a.sql', null, 1 where false");
        Files.writeString(repository.path(".secret"), "sqlite:///" + folder.resolve("production.db") + "\n");
    }

    @Test
    void allDatabasesOfTheFileAreReadByTheirNames() {
        configured(TWO);

        check();

        assertThat(last.output()).contains("migration 0.9 is applied to database staging");
        assertThat(last.output()).contains("warning").contains("migration 1 is not applied to database production");
        assertThat(last.errors()).contains("database staging at sqlite:").contains("database production at sqlite:");
    }

    @Test
    void oneOfThemIsReadByItsName() {
        configured(TWO);

        check("--db", "production");

        assertThat(last.errors()).contains("database production").doesNotContain("staging");

        check("--db", "stagin");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).isEqualTo("migtrue: no database is called 'stagin'; did you mean 'staging'?\n");

        check("--db", "production", "--db", "sqlite:///" + folder.resolve("staging.db"));

        assertThat(last.errors()).contains("database production at").contains("database default at");

        check("--no-db");

        assertThat(last.errors()).contains("no database was looked at");
    }

    @Test
    void aVariableThatIsNotSetLeavesItsDatabaseUnread() {
        configured("databases: { staging: { urlEnv: NOWHERE_URL } }\n");

        check();

        assertThat(last.exitCode()).isZero();
        assertThat(last.errors()).contains("database staging not read: environment variable NOWHERE_URL is not set");

        check("--unreachable", "fail");

        assertThat(last.exitCode()).isEqualTo(3);

        check("--format", "json");

        assertThat(last.output()).contains("\"target\": null").contains("NOWHERE_URL");
    }

    @Test
    void aFileThatIsNotThereLeavesItsDatabaseUnread() {
        configured("databases: { staging: { urlFile: gone/url } }\n");

        check();

        assertThat(last.errors()).contains("database staging not read: file gone/url cannot be read");
    }

    @Test
    void whereAnAddressIsWrongIsToldAndNotTheAddress() throws IOException {
        configured("databases: { staging: { urlFile: .secret } }\n");
        Files.writeString(repository.path(".secret"), "postgresql://me:s3cret@localhost:port/shop\n");

        check();

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors())
                .startsWith("migtrue: database staging, file .secret: ")
                .doesNotContain("s3cret");
    }

    @Test
    void aVersionTableOfAnotherNameIsFound() throws SQLException {
        execute("staging", "alter table flyway_schema_history rename to our_history");
        configured("databases: { staging: { urlEnv: STAGING_URL, schema: main } }\n");

        check();

        assertThat(last.output()).doesNotContain("0.9");

        configured("""
                databases: { staging: { urlEnv: STAGING_URL } }
                systems: [{ name: flyway, root: ., versionTable: our_history }]
                """);

        check();

        assertThat(last.output()).contains("migration 0.9 is applied to database staging");
    }

    @Test
    void whatIsDeclaredSquashedIsNoFindingAndStatusSaysWhy() {
        configured(TWO + "squashed: [{ ids: 0.1..0.9, reason: put into 1 }]\n");

        check();

        assertThat(last.output()).doesNotContain("0.9");

        run("status");

        assertThat(last.output())
                .containsPattern("  0\\.9 .*declared squashed: put into 1")
                .contains("0 with a problem");
    }

    @Test
    void anIgnoredFindingOfADatabaseDoesNotCount() {
        configured(TWO + "ignore: [{ rule: applied-but-missing, migration: 0.9, reason: known }]\n");

        check();

        assertThat(last.exitCode()).isZero();
        assertThat(last.errors()).contains("1 suppressed");
    }

    @Test
    void aHookLooksAtTheDatabasesItIsGivenInTheFile() {
        configured(TWO + "hook: { databases: [staging] }\n");
        repository.write("db/migration/V2__b.sql", "create table b (id int);\n").stage(".");

        run("hook", "run", "pre-commit", "-v");
        String looked = last.output() + last.errors();

        assertThat(looked).contains("database staging").doesNotContain("production");

        configured(TWO);

        run("hook", "run", "pre-commit", "-v");

        assertThat(last.output() + last.errors()).doesNotContain("database staging");
    }

    @Test
    void aDriverThatNobodyBroughtIsAskedForInOneLine() {
        check("--db", "jdbc:sqlserver://db.example;database=shop;user=me;password=s3cret");

        assertThat(last.exitCode()).isEqualTo(3);
        assertThat(last.errors())
                .contains(
                        "database default at sqlserver://db.example:1433/shop: the driver for SQL Server is not part of"
                                + " migtrue: put mssql-jdbc-VERSION.jre11.jar (com.microsoft.sqlserver:mssql-jdbc) into a folder and"
                                + " name it in the environment variable MIGTRUE_DRIVERS")
                .doesNotContain("s3cret");
    }

    @Test
    void noFileOfTheProjectNamesTheFolderOfDrivers() {
        repository
                .write(".gitignore", ".env\n")
                .write(".env", "MIGTRUE_DRIVERS=drivers\nSHOP_URL=jdbc:sqlserver://db.example;database=shop\n");
        configured("envFiles: [.env]\ndatabases: { shop: { urlEnv: SHOP_URL } }\n");

        check();

        assertThat(last.errors())
                .contains("database shop at sqlserver://db.example:1433/shop")
                .contains("name it in the environment variable MIGTRUE_DRIVERS");
    }

    private void database(String name, String rows) throws SQLException {
        execute(
                name,
                "create table flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " success)");
        execute(name, "insert into flyway_schema_history " + rows);
    }

    private void execute(String name, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name + ".db"))) {
            connection.createStatement().execute(statement);
        }
    }

    private void configured(String text) {
        repository.write("migtrue.yaml", text);
    }

    private void check(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "check";
        System.arraycopy(options, 0, arguments, 1, options.length);
        run(arguments);
    }

    private void run(String... arguments) {
        Map<String, String> environment = new HashMap<>(repository.environment());
        environment.put("STAGING_URL", "sqlite:///" + folder.resolve("staging.db"));
        last = CommandRun.in(repository.workTree(), environment, arguments);
    }
}
