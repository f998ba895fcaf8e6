package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MariaDbReadTest {

    private static final VersionTable ALEMBIC = alembic(Optional.empty());
    private static final VersionTable FLYWAY = new VersionTable(
            Optional.empty(), "flyway_schema_history", List.of("installed_rank"), List.of(), List.of("installed_rank"));

    @AutoClose
    private final ServerDatabase server = MariaDbServer.freshDatabase();

    @AutoClose
    private final Database database = database(server.url());

    @Test
    void theServerIsAskedForNothingButReads() {
        server.execute(
                "create table alembic_version (version_num text)", "create table flyway_schema_history (id int)");
        String role = server.role("secret");
        server.execute("grant select on " + server.name() + ".* to " + role);
        try (Database reader = database(server.url(role, "secret"))) {
            assertThat(reader.read(ALEMBIC)).isInstanceOf(TableRead.Rows.class);
            assertThat(reader.read(FLYWAY)).isInstanceOf(TableRead.NotRead.class);
        }

        assertThat(MariaDbServer.logged(role).stream()
                        .map(entry -> entry.replaceFirst("^Query: ", "")
                                .replaceFirst("(?s)(,session_track|\\s+FROM|\n).*", "")))
                .containsExactly(
                        "set autocommit=0",
                        "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
                        "SET SESSION max_statement_time = 60.000, lock_wait_timeout = 48, innodb_lock_wait_timeout = 48",
                        "START TRANSACTION READ ONLY, WITH CONSISTENT SNAPSHOT",
                        "SELECT c.table_schema, c.table_name,",
                        "SELECT `version_num`",
                        "SELECT c.table_schema, c.table_name,",
                        "ROLLBACK",
                        "Quit: ");
    }

    @Test
    void theServerItselfWouldRefuseAWrite() {
        server.execute(
                "create table log (a int)",
                "create function written() returns text modifies sql data"
                        + " begin insert into log values (1); return 'a'; end",
                "create view alembic_version as select written() as version_num");

        assertThat(database.read(ALEMBIC)).isInstanceOfSatisfying(TableRead.NotRead.class, unread -> {
            assertThat(unread.obstacle()).isEqualTo(Obstacle.REFUSED);
            assertThat(unread.reason()).endsWith("Cannot execute statement in a READ ONLY transaction");
        });
        assertThat(server.query("select * from log")).isEmpty();
    }

    @Test
    void allReadingsSeeOneStateOfTheDatabase() {
        server.execute("create table alembic_version (version_num text)");
        database.read(FLYWAY);
        server.execute("insert into alembic_version values ('later')");

        assertThat(database.read(ALEMBIC)).isEqualTo(new TableRead.Rows("alembic_version", List.of()));
    }

    @Test
    void aTableThatTheRoleMayNotReadIsNotTakenForAbsent() {
        server.execute("create table alembic_version (version_num text)", "create table other (a int)");
        String role = server.role("secret");
        server.execute("grant select on other to " + role);

        try (Database reader = database(server.url(role, "secret"))) {
            String words = "localhost:" + server.port() + ": SELECT command denied to user '" + role
                    + "'@'localhost' for table `" + server.name() + "`.`%s`, or there is none";
            assertThat(reader.read(ALEMBIC))
                    .isEqualTo(new TableRead.NotRead(Obstacle.REFUSED, words.formatted("alembic_version")));
            assertThat(reader.read(FLYWAY))
                    .isEqualTo(new TableRead.NotRead(Obstacle.REFUSED, words.formatted("flyway_schema_history")));
        }
    }

    @Test
    void whoMayReadTheWholeDatabaseKnowsWhatIsNotThere() {
        String role = server.role("secret");
        server.execute("grant select on " + server.name() + ".* to " + role);

        try (Database reader = database(server.url(role, "secret"))) {
            assertThat(reader.read(ALEMBIC)).isEqualTo(new TableRead.NoTable());
            assertThat(reader.read(alembic(Optional.of(server.name())))).isEqualTo(new TableRead.NoTable());
        }
    }

    @Test
    void aNamedSchemaIsAnotherDatabaseOfTheServer() {
        try (ServerDatabase other = MariaDbServer.freshDatabase();
                Database reader = database(server.url())) {
            other.execute(
                    "create table alembic_version (version_num text)", "insert into alembic_version values ('there')");

            assertThat(reader.read(alembic(Optional.of(other.name()))))
                    .isEqualTo(new TableRead.Rows(
                            other.name() + ".alembic_version", List.of(Row.of(Map.of("version_num", "there")))));
            assertThat(reader.read(ALEMBIC)).isEqualTo(new TableRead.NoTable());
            assertThat(reader.read(alembic(Optional.of("nowhere")))).isEqualTo(new TableRead.NoTable());
        }
    }

    @Test
    void namesThatDifferInLetterCaseOnlyAreToldApart() {
        server.execute(
                "create table ALEMBIC_VERSION (version_num text)", "create table alembic_version (version_num text)");

        assertThat(database.read(ALEMBIC)).isEqualTo(new TableRead.Rows("alembic_version", List.of()));
    }

    @Test
    void anAddressWithoutADatabaseLeavesTheSchemaToBeNamed() {
        server.execute("create table alembic_version (version_num text)");
        try (Database nowhere = database("mariadb://root@localhost:" + server.port())) {
            assertThat(nowhere.read(ALEMBIC))
                    .isEqualTo(new TableRead.NotRead(
                            Obstacle.REFUSED, "localhost:" + server.port() + ": No database selected"));
            assertThat(nowhere.read(alembic(Optional.of(server.name())))).isInstanceOf(TableRead.Rows.class);
        }
    }

    @Test
    void everyFormOfAnAddressReachesTheSameDatabase() {
        server.execute("create table alembic_version (version_num text)");
        String role = server.role("p@ss/w:rd %+");
        server.execute("grant select on alembic_version to " + role);
        String place = "localhost:" + server.port() + "/" + server.name();

        assertThat(List.of(
                        "mysql://" + role + ":p%40ss%2Fw%3Ard%20%25+@" + place,
                        "mariadb://" + role + ":p%40ss%2fw%3ard%20%25%2B@" + place + "?ssl-mode=REQUIRED",
                        "mysql+pymysql://" + role + ":p%40ss%2Fw%3Ard %25+@" + place + "?charset=utf8mb4",
                        "jdbc:mysql://" + place + "?useSSL=false&user=" + role + "&password=p@ss/w:rd+%25%2B",
                        "jdbc:mariadb://" + place + "?user=" + role + "&password=p@ss/w:rd+%25%2B"))
                .allSatisfy(address -> {
                    try (Database reader = database(address)) {
                        assertThat(reader.read(ALEMBIC)).isEqualTo(new TableRead.Rows("alembic_version", List.of()));
                    }
                });
    }

    private static VersionTable alembic(Optional<String> schema) {
        return new VersionTable(schema, "alembic_version", List.of("version_num"), List.of(), List.of("version_num"));
    }

    private static Database database(String address) {
        return new JdbiDatabase(
                DatabaseName.DEFAULT, DatabaseAddress.parse(address, Path.of("/nowhere")), TriedEngine.PATIENT);
    }
}
