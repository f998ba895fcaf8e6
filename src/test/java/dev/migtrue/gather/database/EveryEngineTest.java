package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the engine, the same tables are found and the same rows come of them. */
class EveryEngineTest {

    private static final VersionTable FLYWAY = new VersionTable(
            Optional.empty(),
            "flyway_schema_history",
            List.of("installed_rank", "version", "success"),
            List.of("checksum", "installed_on", "state"),
            List.of("installed_rank"));
    private static final VersionTable LOCK = table("DATABASECHANGELOGLOCK", "ID", "LOCKED", "LOCKEDBY");
    private static final VersionTable GOLANG = new VersionTable(
            Optional.empty(),
            "schema_migrations",
            List.of("version", "dirty"),
            List.of(),
            List.of("version"),
            List.of());
    private static final VersionTable RAILS = new VersionTable(
            Optional.empty(),
            "schema_migrations",
            List.of("version"),
            List.of(),
            List.of("version"),
            List.of("dirty", "inserted_at"));
    private static final VersionTable ALEMBIC = table("alembic_version", "version_num");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereIsNoTable(TriedEngine engine) {
        try (TriedEngine.Empty app = engine.open(folder)) {
            app.execute("create table other (version_num int)");

            assertThat(read(app, ALEMBIC)).isEqualTo(new TableRead.NoTable());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyTableHasNoRows(TriedEngine engine) {
        try (TriedEngine.Empty app = engine.open(folder)) {
            app.execute("create table alembic_version (version_num varchar(32) not null)");

            assertThat(read(app, ALEMBIC)).isInstanceOfSatisfying(TableRead.Rows.class, rows -> {
                assertThat(rows.table()).isEqualToIgnoringCase("alembic_version");
                assertThat(rows.rows()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void failedRowsNullsAndTimesReadTheSame(TriedEngine engine) {
        try (TriedEngine.Empty app = engine.open(folder)) {
            app.execute(
                    "create table flyway_schema_history (installed_rank int, version varchar(50), checksum int,"
                            + " installed_on timestamp(6) null, success boolean, unread int)",
                    "insert into flyway_schema_history values"
                            + " (10, null, -1, '2026-11-20 05:06:07.123456', false, 1)",
                    "insert into flyway_schema_history values (9, '1.1', null, null, true, 1)");

            assertThat(rows(app, FLYWAY))
                    .containsExactly(
                            Row.of(Map.of("installed_rank", "9", "version", "1.1", "success", "true")),
                            Row.of(Map.of(
                                    "installed_rank", "10",
                                    "checksum", "-1",
                                    "installed_on", "2026-11-20 05:06:07.123456",
                                    "success", "false")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStuckLockAndADirtyVersionAreRead(TriedEngine engine) {
        try (TriedEngine.Empty app = engine.open(folder)) {
            String flag = engine == TriedEngine.MARIADB ? "bit(1)" : "boolean";
            String set = engine == TriedEngine.MARIADB ? "1" : "true";
            app.execute(
                    "create table DATABASECHANGELOGLOCK (ID int, LOCKED " + flag + ", LOCKEDBY varchar(255))",
                    "insert into DATABASECHANGELOGLOCK values (1, " + set + ", 'ci-7 (192.0.2.1)')",
                    "create table schema_migrations (version bigint, dirty boolean)",
                    "insert into schema_migrations values (20260102030405, true)");

            assertThat(rows(app, LOCK))
                    .containsExactly(Row.of(Map.of("id", "1", "locked", "true", "lockedby", "ci-7 (192.0.2.1)")));
            assertThat(rows(app, GOLANG)).containsExactly(Row.of(Map.of("version", "20260102030405", "dirty", "true")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalToolsInOneDatabaseEachFindTheirOwnTable(TriedEngine engine) {
        try (TriedEngine.Empty app = engine.open(folder);
                Database database = app.database()) {
            app.execute(
                    "create table alembic_version (version_num varchar(32))",
                    "insert into alembic_version values ('a1')",
                    "create table schema_migrations (version bigint, dirty boolean)");

            assertThat(database.read(ALEMBIC)).isInstanceOf(TableRead.Rows.class);
            assertThat(database.read(GOLANG)).isInstanceOf(TableRead.Rows.class);
            assertThat(database.read(FLYWAY)).isEqualTo(new TableRead.NoTable());
            assertThat(database.read(RAILS)).isInstanceOfSatisfying(TableRead.NotRead.class, unread -> {
                assertThat(unread.obstacle()).isEqualTo(Obstacle.REFUSED);
                assertThat(unread.reason())
                        .isEqualToIgnoringCase(
                                "table schema_migrations is not the expected one: it has columns version,"
                                        + " dirty; expected version and none of dirty, inserted_at");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesAreFoundWhateverTheirLetterCase(TriedEngine engine) {
        try (TriedEngine.Empty app = engine.open(folder)) {
            String table = engine.quoted("Alembic_Version");
            app.execute(
                    "create table " + table + " (" + engine.quoted("Version_Num") + " varchar(9))",
                    "insert into " + table + " values ('a1')");

            assertThat(read(app, ALEMBIC))
                    .isEqualTo(new TableRead.Rows("Alembic_Version", List.of(Row.of(Map.of("version_num", "a1")))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesMayHoldAnything(TriedEngine engine) {
        try (TriedEngine.Empty app = engine.open(folder)) {
            VersionTable odd = table("a\"b`c:d?e<f>'g;#--", "x\"y`z?");
            String name = engine.quoted(odd.name());
            app.execute("create table " + name + " (" + engine.quoted("x\"y`z?") + " varchar(9))");
            app.execute("insert into " + name + " values ('1')");

            assertThat(read(app, odd))
                    .isEqualTo(new TableRead.Rows(odd.name(), List.of(Row.of(Map.of("x\"y`z?", "1")))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aViewIsATableToo(TriedEngine engine) {
        try (TriedEngine.Empty app = engine.open(folder)) {
            app.execute(
                    "create table rows_of_it (version_num varchar(9))",
                    "insert into rows_of_it values ('a1')",
                    "create view alembic_version as select * from rows_of_it");

            assertThat(rows(app, ALEMBIC)).containsExactly(Row.of(Map.of("version_num", "a1")));
        }
    }

    /** Each step makes another schema, and rows make none. */
    @ParameterizedTest
    @EnumSource
    void whatTheTablesAreMadeOfHasAFingerprint(TriedEngine engine) throws IOException {
        List<String> steps = List.of(
                "create table people (id int not null primary key, name varchar(20))",
                "alter table people add age int",
                "create index by_age on people (age)",
                "create table places (id int not null primary key, name varchar(20) default 'here')",
                "drop index by_age" + (engine == TriedEngine.MARIADB ? " on people" : ""),
                "create unique index by_name on people (name)");
        try (TriedEngine.Empty app = engine.open(Files.createDirectory(folder.resolve("one")));
                TriedEngine.Empty other = engine.open(Files.createDirectory(folder.resolve("other")))) {
            List<String> fingerprints = new ArrayList<>();
            for (String step : steps) {
                app.execute(step);
                fingerprints.add(fingerprint(app));
                app.execute("insert into people (id) values (" + fingerprints.size() + ")");
                assertThat(fingerprint(app)).isEqualTo(fingerprints.getLast());
            }
            other.execute(steps.toArray(String[]::new));

            assertThat(fingerprints).doesNotHaveDuplicates();
            assertThat(fingerprint(other)).isEqualTo(fingerprints.getLast());
        }
    }

    private static String fingerprint(TriedEngine.Empty app) {
        try (Database database = app.database()) {
            return database.schemaFingerprint().orElseThrow();
        }
    }

    private static VersionTable table(String name, String... columns) {
        return new VersionTable(Optional.empty(), name, List.of(columns), List.of(), List.of(columns[0]));
    }

    private static List<Row> rows(TriedEngine.Empty app, VersionTable table) {
        return ((TableRead.Rows) read(app, table)).rows();
    }

    private static TableRead read(TriedEngine.Empty app, VersionTable table) {
        try (Database database = app.database()) {
            return database.read(table);
        }
    }
}
