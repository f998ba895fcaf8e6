package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changesets of which Liquibase tells no statements without a database, as those that load data. */
class UngeneratedChangesTest {

    private static final String CHANGELOG = "db/changelog/db.changelog-master.xml";

    private final TestRepository repository;

    UngeneratedChangesTest(@TempDir Path folder) {
        repository = TestRepository.in(folder)
                .write(CHANGELOG, """
                        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                          <changeSet id="1" author="ada">
                            <createTable tableName="towns"><column name="name" type="varchar(50)"/></createTable>
                            <createTable tableName="roads"><column name="name" type="varchar(50)"/></createTable>
                            <loadData file="db/towns.csv" tableName="towns" usePreparedStatements="true"/>
                          </changeSet>
                        </databaseChangeLog>
                        """)
                .write("db/towns.csv", "name\nParis\n")
                .stage(".")
                .commit("Towns");
    }

    @Test
    void whatTheyNameIsNoStranger() throws SQLException {
        execute("CREATE TABLE towns (name varchar(50))", "CREATE TABLE roads (name varchar(50))");

        assertThat(drift()).doesNotContain("schema-drift-unexpected", "applied-without-effect");
    }

    @Test
    void whatTheyDoNotNameIsOne() throws SQLException {
        execute(
                "CREATE TABLE towns (name varchar(50))",
                "CREATE TABLE roads (name varchar(50))",
                "CREATE TABLE rivers (name varchar(50))");

        assertThat(drift())
                .contains("table rivers is in database default, and no migration makes it [schema-drift-unexpected]");
    }

    private String drift() {
        return CommandRun.in(
                        repository.workTree(),
                        repository.environment(),
                        "drift",
                        "--road",
                        "symbolic",
                        "--db",
                        "sqlite:live.db",
                        "--format",
                        "concise")
                .output();
    }

    private void execute(String... tables) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + repository.workTree().resolve("live.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : tables) {
                statement.execute(sql);
            }
            for (String sql : List.of(
                    "create table databasechangelog (id text, author text, filename text, dateexecuted timestamp,"
                            + " orderexecuted int, exectype text, md5sum text)",
                    "insert into databasechangelog values ('1', 'ada', '" + CHANGELOG
                            + "', '2026-01-01 10:00:00', 1, 'EXECUTED', null)")) {
                statement.execute(sql);
            }
        }
    }
}
