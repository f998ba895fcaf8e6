package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PostgresReadTest {

    private static final VersionTable ALEMBIC = new VersionTable(
            Optional.empty(), "alembic_version", List.of("version_num"), List.of(), List.of("version_num"));
    private static final VersionTable FLYWAY = new VersionTable(
            Optional.empty(),
            "flyway_schema_history",
            List.of("installed_rank", "version", "success"),
            List.of("checksum", "installed_on", "state"),
            List.of("installed_rank"));

    /** Busy machines may take their time. */
    private static final Timeouts PATIENT = new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1));

    @AutoClose
    private final ServerDatabase server = PostgresServer.freshDatabase();

    @AutoClose
    private final Database database = database(server.url());

    @Test
    void aTableThatIsNotThereIsNoTable() {
        assertThat(database.read(ALEMBIC)).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void anEmptyTableHasNoRows() {
        server.execute("create table alembic_version (version_num varchar(32) not null)");

        assertThat(database.read(ALEMBIC)).isEqualTo(new TableRead.Rows("alembic_version", List.of()));
    }

    @Test
    void rowsComeInTheTablesOrderWithTheTextThatTheDatabasePrints() {
        server.execute(
                "create table flyway_schema_history (installed_rank int, version varchar(50), checksum int,"
                        + " installed_on timestamp, success boolean, unread text)",
                "insert into flyway_schema_history values"
                        + " (10, null, -1, '2026-11-20 05:06:07.123456', false, 'x'),"
                        + " (9, '1.1', null, '2026-11-20 05:06:07', true, 'x')");

        assertThat(database.read(FLYWAY))
                .isEqualTo(new TableRead.Rows(
                        "flyway_schema_history",
                        List.of(
                                Row.of(Map.of(
                                        "installed_rank", "9",
                                        "version", "1.1",
                                        "installed_on", "2026-11-20 05:06:07",
                                        "success", "true")),
                                Row.of(Map.of(
                                        "installed_rank", "10",
                                        "checksum", "-1",
                                        "installed_on", "2026-11-20 05:06:07.123456",
                                        "success", "false")))));
    }

    @Test
    void namesAreFoundWhateverTheirLetterCase() {
        server.execute(
                "create table \"Alembic_Version\" (\"Version_Num\" text)",
                "insert into \"Alembic_Version\" values ('a1')");

        assertThat(database.read(ALEMBIC))
                .isEqualTo(new TableRead.Rows("Alembic_Version", List.of(Row.of(Map.of("version_num", "a1")))));
    }

    @Test
    void namesMayHoldAnything() {
        VersionTable odd = new VersionTable(
                Optional.empty(), "a\"b:c?d<e>'f\\;", List.of("x\"y:z?"), List.of(), List.of("x\"y:z?"));
        server.execute("create table \"a\"\"b:c?d<e>'f\\;\" (\"x\"\"y:z?\" text)");
        server.execute("insert into \"a\"\"b:c?d<e>'f\\;\" values ('1')");

        assertThat(database.read(odd))
                .isEqualTo(new TableRead.Rows(odd.name(), List.of(Row.of(Map.of("x\"y:z?", "1")))));
    }

    @Test
    void aTableOffTheSearchPathIsFoundAndNamedWithItsSchema() {
        server.execute("create schema app", "create table app.alembic_version (version_num text)");

        assertThat(database.read(ALEMBIC)).isEqualTo(new TableRead.Rows("app.alembic_version", List.of()));
    }

    @Test
    void theSearchPathDecidesAmongSeveral() {
        for (String schema : List.of("other", "app", "public")) {
            server.execute(
                    "create schema if not exists " + schema,
                    "create table " + schema + ".alembic_version (version_num text)",
                    "insert into " + schema + ".alembic_version values ('in " + schema + "')");
        }

        try (Database onApp = database(server.url() + "?options=-c%20search_path%3Dnowhere,app,public")) {
            assertThat(onApp.read(ALEMBIC)).isEqualTo(row("alembic_version", "in app"));
        }
        try (Database onOther = database(server.url() + "?search_path=other,public,app")) {
            assertThat(onOther.read(ALEMBIC)).isEqualTo(row("alembic_version", "in other"));
        }
        assertThat(database.read(ALEMBIC)).isEqualTo(row("alembic_version", "in public"));
    }

    @Test
    void aTableFurtherDownTheSearchPathIsNamedWithItsSchema() {
        server.execute("create schema app", "create table public.alembic_version (version_num text)");

        try (Database onApp = database(server.url() + "?search_path=app,public")) {
            assertThat(onApp.read(ALEMBIC)).isEqualTo(new TableRead.Rows("public.alembic_version", List.of()));
        }
    }

    @Test
    void aNamedSchemaIsTheOnlyOneLookedInto() {
        server.execute(
                "create schema app",
                "create table public.alembic_version (version_num text)",
                "create table app.alembic_version (version_num text)",
                "insert into app.alembic_version values ('in app')");

        assertThat(database.read(in("app")))
                .isEqualTo(new TableRead.Rows("app.alembic_version", List.of(Row.of(Map.of("version_num", "in app")))));
        assertThat(database.read(in("nowhere"))).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void severalOffTheSearchPathAreLeftToTheUser() {
        server.execute(
                "create schema b",
                "create schema a",
                "create table a.alembic_version (version_num text)",
                "create table b.alembic_version (version_num text)");

        assertThat(database.read(ALEMBIC))
                .isEqualTo(new TableRead.NotRead(
                        Obstacle.REFUSED,
                        "table alembic_version is in schemas a, b; none of them is on the search path"));
    }

    @Test
    void aLookAlikeIsDescribedByItsColumns() {
        server.execute("create table alembic_version (id int, \"odd\nname\" int, gone int)");
        server.execute("alter table alembic_version drop column gone");

        assertThat(database.read(ALEMBIC))
                .isEqualTo(new TableRead.NotRead(
                        Obstacle.REFUSED,
                        "table alembic_version is not the expected one: it has columns id, odd name;"
                                + " expected version_num"));
    }

    @Test
    void aViewAndAPartitionedTableAreTablesToo() {
        server.execute(
                "create table rows (version_num text) partition by list (version_num)",
                "create view alembic_version as select * from rows");

        assertThat(database.read(ALEMBIC)).isEqualTo(new TableRead.Rows("alembic_version", List.of()));
    }

    @Test
    void allReadingsSeeOneStateOfTheDatabase() {
        server.execute("create table alembic_version (version_num text)");
        database.read(FLYWAY);
        server.execute("insert into alembic_version values ('later')");

        assertThat(database.read(ALEMBIC)).isEqualTo(new TableRead.Rows("alembic_version", List.of()));
    }

    @Test
    void oneConnectionServesAllReadings() {
        String role = server.role("secret");
        try (Database reader = database(server.url(role, "secret"))) {
            reader.read(ALEMBIC);
            reader.read(FLYWAY);

            assertThat(server.query("select count(*) from pg_stat_activity where usename = '" + role + "'"))
                    .containsExactly(List.of("1"));
        }
    }

    @Test
    void theServerIsAskedForNothingButReads() {
        server.execute(
                "create table alembic_version (version_num text)", "create table flyway_schema_history (id int)");
        String role = server.role("secret");
        server.execute("grant select on alembic_version to " + role);
        try (Database reader = database(server.url(role, "secret"))) {
            assertThat(reader.read(ALEMBIC)).isInstanceOf(TableRead.Rows.class);
            assertThat(reader.read(FLYWAY)).isInstanceOf(TableRead.NotRead.class);
        }

        assertThat(PostgresServer.logged(role).stream()
                        .map(entry -> entry.replaceFirst("^(statement|execute [^:]*): ", "")
                                .replaceFirst("(?s)(\\s+FROM|\n).*", "")))
                .containsExactly(
                        "SET application_name = 'migtrue'",
                        "BEGIN READ ONLY",
                        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
                        "SET LOCAL statement_timeout = 60000",
                        "SET LOCAL lock_timeout = 48000",
                        "SELECT n.nspname, c.relname,",
                        "SELECT \"version_num\"",
                        "SELECT n.nspname, c.relname,",
                        "ROLLBACK");
    }

    @Test
    void theServerItselfWouldRefuseAWrite() {
        server.execute(
                "create sequence s",
                "create function write() returns text language sql as $$ select nextval('s')::text $$",
                "create view alembic_version as select write() as version_num");

        assertThat(database.read(ALEMBIC)).isInstanceOfSatisfying(TableRead.NotRead.class, unread -> {
            assertThat(unread.obstacle()).isEqualTo(Obstacle.REFUSED);
            assertThat(unread.reason()).endsWith("cannot execute nextval() in a read-only transaction");
        });
    }

    @Test
    void aRoleThatMayOnlySelectIsEnough() {
        server.execute("create schema app", "create table app.alembic_version (version_num text)");
        String role = server.role("secret");
        server.execute("grant usage on schema app to " + role, "grant select on app.alembic_version to " + role);

        try (Database reader = database(server.url(role, "secret"))) {
            assertThat(reader.read(ALEMBIC)).isEqualTo(new TableRead.Rows("app.alembic_version", List.of()));
        }
    }

    @Test
    void everyFormOfAnAddressReachesTheSameDatabase() {
        server.execute("create table alembic_version (version_num text)");
        String role = server.role("p@ss/w:rd %+");
        server.execute("grant select on alembic_version to " + role);
        String place = "localhost:" + server.port() + "/" + server.name();

        assertThat(List.of(
                        "postgresql://" + role + ":p%40ss%2Fw%3Ard%20%25+@" + place,
                        "postgres://" + role + ":p%40ss%2fw%3ard%20%25%2B@" + place + "?sslmode=prefer",
                        "postgresql+psycopg2://" + role + ":p%40ss%2Fw%3Ard %25+@" + place,
                        "postgresql+asyncpg://" + place + "?ssl=disable&user=" + role + "&password=p%40ss/w:rd+%25%2B",
                        "jdbc:postgresql://" + place + "?user=" + role + "&password=p@ss/w:rd+%25%2B"))
                .allSatisfy(address -> {
                    try (Database reader = database(address)) {
                        assertThat(reader.read(ALEMBIC)).isEqualTo(new TableRead.Rows("alembic_version", List.of()));
                    }
                });
    }

    @Test
    void closingTwiceOrUnopenedIsHarmless() {
        Database unopened = database(server.url());
        unopened.close();
        unopened.close();

        database.read(ALEMBIC);
        database.close();

        assertThat(database.read(ALEMBIC)).isEqualTo(new TableRead.NoTable());
    }

    private static VersionTable in(String schema) {
        return new VersionTable(
                Optional.of(schema), "alembic_version", List.of("version_num"), List.of(), List.of("version_num"));
    }

    private static TableRead.Rows row(String table, String version) {
        return new TableRead.Rows(table, List.of(Row.of(Map.of("version_num", version))));
    }

    private static Database database(String address) {
        return new JdbiDatabase(DatabaseName.DEFAULT, DatabaseAddress.parse(address, Path.of("/nowhere")), PATIENT);
    }
}
