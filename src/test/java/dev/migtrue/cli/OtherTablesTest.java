package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else a PostgreSQL database holds besides the version table: tables that are nobody's here, and locks. */
class OtherTablesTest {

    private static final String FLYWAY =
            "flyway_schema_history (installed_rank int, version text, description text, type text, script text,"
                    + " checksum int, success boolean)";
    private static final String CHANGELOG = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
              <changeSet id="1" author="ada"><sql>select 1</sql></changeSet>
            </databaseChangeLog>
            """;

    @AutoClose
    private final ServerDatabase server = PostgresServer.freshDatabase();

    private final TestRepository repository;

    OtherTablesTest(@TempDir Path folder) {
        this.repository = TestRepository.in(folder)
                .with("DATABASE_URL", server.url())
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/versions/001.py", "revision = '001'\ndown_revision = None\n");
        server.execute("create table alembic_version (version_num text)", "insert into alembic_version values ('001')");
        repository.stage(".").commit("Start");
    }

    @Test
    void aTableOfAToolThatIsNotUsedHereIsTold() {
        server.execute("create table " + FLYWAY);

        assertThat(check())
                .isEqualTo("-: note: database default holds table flyway_schema_history as flyway keeps it,"
                        + " which is no project's here [unknown-version-table]\n");
    }

    @Test
    void otherSchemasAreOtherPeoplesSaveThoseThatAToolMakesForItself() {
        server.execute(
                "create schema tenant",
                "create table tenant." + FLYWAY,
                "create schema drizzle",
                "create table drizzle.__drizzle_migrations (id int, hash text, created_at bigint)");

        assertThat(check())
                .isEqualTo("-: note: database default holds table drizzle.__drizzle_migrations as drizzle"
                        + " keeps it, which is no project's here [unknown-version-table]\n");
    }

    @Test
    void aTableOfAnotherProjectIsSomebodysWhicheverPathsAreWanted() {
        repository.write("db/migration/V1__a.sql", "select 1;\n").stage(".").commit("Another");
        server.execute(
                "create table " + FLYWAY,
                "insert into flyway_schema_history values (1, '1', 'a', 'SQL', 'V1__a.sql', null, true)");

        assertThat(check()).isEmpty();
        assertThat(check("migrations")).isEmpty();
        assertThat(check("--system", "alembic")).isEmpty();
    }

    @Test
    void aRoleThatMayReadOneTableOnlyIsToldOfNames() {
        server.execute("create table " + FLYWAY);
        String role = server.role("secret");
        server.execute("grant select on alembic_version to " + role);

        assertThat(CommandRun.in(
                                repository.workTree(),
                                repository
                                        .with("DATABASE_URL", server.url(role, "secret"))
                                        .environment(),
                                "check",
                                "--format",
                                "concise")
                        .output())
                .contains("[unknown-version-table]");
    }

    @Test
    void aLockOfLongAgoIsToldAndAFreshOneIsNot() {
        repository
                .write("db/changelog/db.changelog-master.xml", CHANGELOG)
                .stage(".")
                .commit("Liquibase");
        server.execute(
                "create table databasechangelog (id text, author text, filename text, dateexecuted timestamp,"
                        + " orderexecuted int, exectype text, md5sum text)",
                "insert into databasechangelog values ('1', 'ada', 'db/changelog/db.changelog-master.xml', now(), 1,"
                        + " 'EXECUTED', null)",
                "create table databasechangeloglock (id int, locked boolean, lockgranted timestamp, lockedby text)",
                "insert into databasechangeloglock values (1, true, now(), 'runner')");
        assertThat(check()).isEmpty();

        server.execute("update databasechangeloglock set lockgranted = '2026-01-01 10:00:00'");

        assertThat(check())
                .isEqualTo("databasechangeloglock(1): warning: the lock of liquibase on database default has"
                        + " been held since 2026-01-01 10:00:00 by 'runner' [stuck-lock]\n");
    }

    @Test
    void aSnapshotKeepsNoLocksAndKnowsNoOtherTables() {
        repository
                .write("db/changelog/db.changelog-master.xml", CHANGELOG)
                .stage(".")
                .commit("Liquibase");
        server.execute(
                "create table databasechangelog (id text, author text, filename text, dateexecuted timestamp,"
                        + " orderexecuted int, exectype text, md5sum text)",
                "create table databasechangeloglock (id int, locked boolean, lockgranted timestamp, lockedby text)",
                "insert into databasechangeloglock values (1, true, '2026-01-01 10:00:00', 'runner')",
                "create table " + FLYWAY);
        assertThat(CommandRun.in(repository.workTree(), repository.environment(), "snapshot")
                        .exitCode())
                .isZero();

        assertThat(check("--db", "snapshot")).doesNotContain("[stuck-lock]", "[unknown-version-table]");
        assertThat(check()).contains("[stuck-lock]", "[unknown-version-table]");
    }

    private String check(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "check";
        arguments[1] = "--format";
        arguments[2] = "concise";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandRun.in(repository.workTree(), repository.environment(), arguments)
                .output();
    }
}
