package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.scratch.Servers;
import dev.migtrue.gather.scratch.server.LocalServer;
import dev.migtrue.gather.scratch.server.ServerKind;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveOnServersIT {

    @TempDir
    private Path folder = Path.of("");

    private static String jar() {
        return Servers.programs(Dialect.POSTGRESQL).orElseThrow().toString();
    }

    @Test
    void gooseFilesAreProvenOnAServerThatIsStartedForThem() {
        TestRepository repository = TestRepository.in(folder)
                .write("migrations/00001_users.sql", """
                        -- +goose Up
                        CREATE TABLE users (id bigint PRIMARY KEY, name text);
                        -- +goose StatementBegin
                        CREATE FUNCTION hello() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
                        -- +goose StatementEnd
                        -- +goose Down
                        DROP TABLE users;
                        """)
                .write("migrations/00002_index.sql", """
                        -- +goose NO TRANSACTION
                        -- +goose Up
                        CREATE INDEX CONCURRENTLY IF NOT EXISTS by_name ON users (name);
                        -- +goose Down
                        """)
                .write("migrations/00003_check.sql", """
                        -- +goose Up
                        ALTER TABLE users ADD CHECK (name <> '');
                        -- +goose Down
                        """);

        CommandRun run = CommandRun.in(
                repository.workTree(),
                repository.environment(),
                "prove",
                "--all",
                "--dialect",
                "postgresql",
                "--scratch-server",
                jar());

        assertThat(run.output()).isEqualTo("""
                migrations/00001_users.sql
                  proven on PostgreSQL 18.6: a second run fails at line 2: relation "users" already exists (42P07)
                  from the text: a second run fails at line 2

                migrations/00002_index.sql
                  proven on PostgreSQL 18.6: a second run changes nothing
                  from the text: a second run changes nothing

                migrations/00003_check.sql
                  proven on PostgreSQL 18.6: a second run goes through and changes
                    +constraint public.users.users_name_check1
                  from the text: a second run goes through and changes something
                """);
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
    }

    @Test
    void anotherServersDatabaseIsLeftAsItWas() throws SQLException {
        TestRepository repository =
                TestRepository.in(folder).write("orders.sql", "create table if not exists orders (id int);\n");
        try (LocalServer server = LocalServer.start(ServerKind.POSTGRESQL, Servers.search(Dialect.POSTGRESQL))) {
            String url = "postgresql://%s:%s@127.0.0.1:%d/shop_test"
                    .formatted(
                            server.login().user(),
                            server.login().password(),
                            server.login().port());
            ask(server, "postgres", "create database shop_test");
            ask(server, "shop_test", "create table orders (precious text)");

            CommandRun run = CommandRun.in(
                    repository.with("SCRATCH", url).workTree(),
                    repository.with("SCRATCH", url).environment(),
                    "prove",
                    "--dialect",
                    "postgresql",
                    "--scratch-url",
                    "$SCRATCH",
                    "orders.sql");

            assertThat(run.output())
                    .contains("orders.sql\n  proven on PostgreSQL 18.6: a second run changes nothing\n");
            assertThat(run.output() + run.errors())
                    .doesNotContain(server.login().password());
            assertThat(run.exitCode()).as(run.errors()).isZero();
            assertThat(ask(server, "postgres", "select string_agg(datname, ' ' order by oid) from pg_database"))
                    .isEqualTo("template1 template0 postgres shop_test");
            assertThat(ask(
                            server,
                            "shop_test",
                            "select string_agg(attname, ' ') from pg_attribute where attnum > 0"
                                    + " and attrelid = 'orders'::regclass"))
                    .isEqualTo("precious");
        }
    }

    private static String ask(LocalServer server, String database, String sql) throws SQLException {
        String url =
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.login().port(), database);
        try (Connection connection = DriverManager.getConnection(
                        url, server.login().user(), server.login().password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet answer = statement.getResultSet()) {
                return answer.next() ? answer.getString(1) : "";
            }
        }
    }
}
