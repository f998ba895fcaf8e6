package dev.migtrue.gather.database;

import static dev.migtrue.gather.database.FoundTable.Place.ELSEWHERE;
import static dev.migtrue.gather.database.FoundTable.Place.HOME;
import static dev.migtrue.gather.database.FoundTable.Place.ON_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.VersionTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * What SQL Server and Oracle are asked, tried on H2 in their modes, with tables that are called and built as those of their
 * catalogues. No server of theirs is here: that they answer so is taken from their documentation.
 */
class VendorSqlTest {

    private static final VersionTable FLYWAY = table(Optional.empty());

    @Test
    void sqlServersCatalogueTellsTablesTheNearestFirst() {
        try (Handle handle = sqlServer()) {
            VersionRows rows = new VersionRows(handle, engine("jdbc:sqlserver://h"));

            assertThat(rows.named(List.of("FLYWAY_schema_history"), Optional.empty()))
                    .containsExactly(
                            new FoundTable("app", "flyway_schema_history", HOME, List.of("version")),
                            new FoundTable("dbo", "flyway_schema_history", ON_PATH, List.of("version", "script")),
                            new FoundTable("audit", "Flyway_Schema_History", ELSEWHERE, List.of("version")));
        }
    }

    @Test
    void sqlServersCatalogueTellsHowManyCharactersFit() {
        try (Handle handle = sqlServer()) {
            assertThat(width(handle, "jdbc:sqlserver://h", "dbo", "version")).containsExactly("50");
            assertThat(width(handle, "jdbc:sqlserver://h", "dbo", "script")).isEmpty();
            assertThat(width(handle, "jdbc:sqlserver://h", "app", "version")).containsExactly("32");
        }
    }

    @Test
    void sqlServersSchemasAndDatabasesAreListed() {
        try (Handle handle = sqlServer()) {
            Engine engine = engine("jdbc:sqlserver://h");

            assertThat(listed(handle, engine.schemasQuery().orElseThrow(), "a%"))
                    .containsExactly("app", "audit");
            assertThat(listed(handle, engine.databasesQuery().orElseThrow(), "shop%"))
                    .containsExactly("shop1");
        }
    }

    @Test
    void oraclesCatalogueTellsTablesTheNearestFirst() {
        try (Handle handle = oracle()) {
            VersionRows rows = new VersionRows(handle, engine("oracle://h/s"));

            assertThat(rows.named(List.of("flyway_schema_history"), Optional.empty()))
                    .containsExactly(
                            new FoundTable("SHOP", "flyway_schema_history", HOME, List.of("version", "script")),
                            new FoundTable("AUDIT", "FLYWAY_SCHEMA_HISTORY", ELSEWHERE, List.of("VERSION")));
            assertThat(width(handle, "oracle://h/s", "SHOP", "version")).containsExactly("50");
            assertThat(width(handle, "oracle://h/s", "SHOP", "script")).isEmpty();
            assertThat(listed(handle, engine("oracle://h/s").schemasQuery().orElseThrow(), "S%"))
                    .containsExactly("SHOP");
        }
    }

    @Test
    void onlyWhoSeesAllInOraclesCatalogueCanTellThatATableIsNotThere() {
        Engine engine = engine("oracle://h/s");
        String anywhere = engine.sightQuery(FLYWAY).orElseThrow();
        String own = engine.sightQuery(table(Optional.of("Shop"))).orElseThrow();
        String others = engine.sightQuery(table(Optional.of("o'ther"))).orElseThrow();
        assertThat(List.of(anywhere, own, others)).allMatch(ReadOnlyStatements::allow);
        try (Handle handle = oracle()) {
            assertThat(handle.createQuery(anywhere).mapTo(String.class).list()).isEmpty();
            assertThat(handle.createQuery(own).mapTo(String.class).list()).isNotEmpty();
            assertThat(handle.createQuery(others).mapTo(String.class).list()).isEmpty();

            handle.execute("INSERT INTO session_privs VALUES ('CREATE TABLE')");
            assertThat(handle.createQuery(anywhere).mapTo(String.class).list()).isNotEmpty();
            assertThat(handle.createQuery(others).mapTo(String.class).list()).isEmpty();

            handle.execute("INSERT INTO session_privs VALUES ('SELECT ANY TABLE')");
            assertThat(handle.createQuery(others).mapTo(String.class).list()).isNotEmpty();
        }
    }

    @Test
    void nothingThatIsSentIsMoreThanARead() {
        for (String address : List.of("jdbc:sqlserver://h", "oracle://h/s", "clickhouse://h")) {
            Engine engine = engine(address);

            assertThat(engine.preamble()).allMatch(ReadOnlyStatements::allow);
            assertThat(ReadOnlyStatements.allow(engine.tablesQuery("lower(?)"))).isTrue();
            assertThat(engine.widthQuery().stream()).allMatch(ReadOnlyStatements::allow);
            assertThat(engine.schemasQuery().stream()).allMatch(ReadOnlyStatements::allow);
            assertThat(engine.databasesQuery().stream()).allMatch(ReadOnlyStatements::allow);
            assertThat(engine.lookAt(FLYWAY).stream()).allMatch(ReadOnlyStatements::allow);
        }
    }

    @Test
    void aNameIsQuotedSoThatNothingOfItIsTakenForMore() {
        assertThat(engine("jdbc:sqlserver://h").quoted("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(engine("oracle://h/s").quoted("a\\b")).isEqualTo("\"a\\b\"");
        assertThat(engine("clickhouse://h").quoted("a\\\"b")).isEqualTo("\"a\\\\\"\"b\"");
    }

    private static Handle sqlServer() {
        Handle handle = Jdbi.create("jdbc:h2:mem:;MODE=MSSQLServer").open();
        handle.createScript("""
                CREATE ALIAS SCHEMA_NAME AS 'String name() { return "app"; }';
                CREATE SCHEMA sys;
                CREATE TABLE sys.schemas (name varchar(128), schema_id int);
                CREATE TABLE sys.objects (name varchar(128), object_id int, schema_id int, type varchar(2));
                CREATE TABLE sys.types (name varchar(128), system_type_id int, user_type_id int);
                CREATE TABLE sys.columns (object_id int, name varchar(128), column_id int, system_type_id int, max_length int);
                CREATE TABLE sys.databases (name varchar(128), state int);
                INSERT INTO sys.schemas VALUES ('dbo', 1), ('app', 5), ('audit', 6);
                INSERT INTO sys.objects VALUES ('flyway_schema_history', 10, 1, 'U'), ('flyway_schema_history', 11, 5, 'V'),
                    ('Flyway_Schema_History', 12, 6, 'U'), ('flyway_schema_history', 13, 6, 'PK'), ('other', 14, 5, 'U');
                INSERT INTO sys.types VALUES ('nvarchar', 231, 231), ('sysname', 231, 256), ('varchar', 167, 167);
                INSERT INTO sys.columns VALUES (10, 'script', 2, 231, -1), (10, 'version', 1, 231, 100),
                    (11, 'version', 1, 167, 32), (12, 'version', 1, 231, 100), (14, 'version', 1, 231, 100);
                INSERT INTO sys.databases VALUES ('shop1', 0), ('shop2', 6), ('master', 0);
                """).execute();
        return handle;
    }

    private static Handle oracle() {
        Handle handle = Jdbi.create("jdbc:h2:mem:;MODE=Oracle").open();
        handle.createScript("""
                CREATE ALIAS SYS_CONTEXT AS 'String of(String space, String name) { return "SHOP"; }';
                CREATE TABLE all_tab_columns (owner varchar(128), table_name varchar(128), column_name varchar(128),
                    column_id int, data_type varchar(128), char_length int);
                CREATE TABLE all_users (username varchar(128));
                CREATE TABLE user_users (username varchar(128));
                CREATE TABLE session_privs (privilege varchar(40));
                INSERT INTO all_tab_columns VALUES ('SHOP', 'flyway_schema_history', 'script', 2, 'CLOB', 0),
                    ('SHOP', 'flyway_schema_history', 'version', 1, 'VARCHAR2', 50),
                    ('AUDIT', 'FLYWAY_SCHEMA_HISTORY', 'VERSION', 1, 'VARCHAR2', 50), ('SHOP', 'OTHER', 'VERSION', 1, 'CLOB', 0);
                INSERT INTO all_users VALUES ('SHOP'), ('AUDIT');
                INSERT INTO user_users VALUES ('SHOP');
                INSERT INTO session_privs VALUES ('CREATE SESSION');
                """).execute();
        return handle;
    }

    private static List<String> width(Handle handle, String address, String schema, String column) {
        return handle.createQuery(engine(address).widthQuery().orElseThrow())
                .bind(0, schema)
                .bind(1, "flyway_schema_history")
                .bind(2, column)
                .mapTo(String.class)
                .list();
    }

    private static List<String> listed(Handle handle, String sql, String like) {
        return handle.createQuery(sql).bind(0, like).mapTo(String.class).list();
    }

    private static Engine engine(String address) {
        return Engine.of(DatabaseAddress.parse(address, Path.of("/nowhere")), Timeouts.DEFAULT, DriverFolder.none());
    }

    private static VersionTable table(Optional<String> schema) {
        return new VersionTable(schema, "flyway_schema_history", List.of("version"), List.of(), List.of("version"));
    }
}
