package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that hold the same tables once for each tenant. */
class TenantsTest {

    @AutoClose
    private final ServerDatabase database = PostgresServer.freshDatabase();

    private final TestRepository repository;
    private String url = database.url();
    private CommandRun last = new CommandRun(-1, "", "");

    TenantsTest(@TempDir Path folder) {
        repository = TestRepository.in(folder);
        for (int i = 1; i <= 3; i++) {
            repository.write("db/migration/V%d__m.sql".formatted(i), "create table t%d (id int);\n".formatted(i));
        }
        repository.stage(".").commit("Add 3");
    }

    @Test
    void aThousandSchemasAreReadInOneRun() {
        tenants(1, 997, "1", "2", "3");
        tenants(998, 999, "1", "2");
        tenants(1000, 1000, "1", "2", "3", "4");
        configured("schemas: tenant_%");

        run("status");

        assertThat(last.output())
                .contains("app (tenant tenant_0001 and 996 others)")
                .contains("app (tenants tenant_0998, tenant_0999)")
                .contains("app (tenant tenant_1000)");

        run("check");

        assertThat(last.output())
                .contains("migration 3 is not applied to database app (tenants tenant_0998, tenant_0999)")
                .contains("migration 4 is applied to database app (tenant tenant_1000)")
                .contains("database app (tenants tenant_0998, tenant_0999) is not where most tenants are: it lacks 3")
                .doesNotContain("migration 1 ");
        assertThat(last.exitCode()).isEqualTo(1);

        run("check", "--format", "json");

        assertThat(last.output()).contains("\"tenant_0500\"");
    }

    @Test
    void tenantsThatAQueryNamesAreReadEachWhereItLies() {
        tenants(1, 2, "1", "2", "3");
        database.execute(
                "create table customers (place text)",
                "insert into customers values ('tenant_0001'), ('tenant_0002'), (null), ('tenant_0003')");
        configured("query: select place from customers order by place");

        run("status");

        assertThat(last.output())
                .contains("app (tenants tenant_0001, tenant_0002)")
                .contains("app (tenant tenant_0003)");

        configured("query: select pg_sleep(0) into evil from customers");
        run("check");

        assertThat(last.exitCode()).isEqualTo(3);
        assertThat(last.errors()).contains("does more than read");
        assertThat(database.query("select 1 from pg_class where relname = 'evil'"))
                .isEmpty();
    }

    @Test
    void databasesOfTheServerMayBeTenantsToo() {
        try (ServerDatabase other = PostgresServer.freshDatabase()) {
            history(database, "public", "1", "2", "3");
            history(other, "public", "1", "2");
            configured("databases: " + common(database.name(), other.name()));

            run("check");

            assertThat(last.output())
                    .contains("migration 3 is not applied to database app (tenant " + other.name() + ")");
        }
    }

    @Test
    void onMariaDbTheDatabasesAreTheTenants() {
        try (ServerDatabase one = MariaDbServer.freshDatabase();
                ServerDatabase other = MariaDbServer.freshDatabase()) {
            for (ServerDatabase tenant : List.of(one, other)) {
                tenant.execute(
                        "create table flyway_schema_history (installed_rank int, version varchar(50), description text,"
                                + " type text, script text, checksum int, success bool)",
                        "insert into flyway_schema_history values (1, '1', 'm', 'SQL', 'V1__m.sql', null, true)");
            }
            other.execute("insert into flyway_schema_history values (2, '2', 'm', 'SQL', 'V2__m.sql', null, true)");
            configured("query: select '%s' union select '%s' order by 1".formatted(one.name(), other.name()));
            url = one.url();

            run("check");

            assertThat(last.output()).contains("it has also run 2").contains("app (tenant " + other.name() + ")");
        }
    }

    @Test
    void aSnapshotHoldsEachOfThem() {
        tenants(1, 3, "1", "2", "3");
        tenants(4, 4, "1");
        configured("schemas: tenant_%");

        run("snapshot");

        assertThat(last.exitCode()).as(last.errors()).isZero();

        database.execute("drop schema tenant_0004 cascade");
        run("check", "--db", "snapshot");

        assertThat(last.output()).contains("is not applied to database app (tenant tenant_0004)");
    }

    @Test
    void thatThereIsNoTenantIsToldAndNotTakenForAnEmptyDatabase() {
        history(database, "public", "1", "2", "3");
        configured("schemas: nobody_%");

        run("check");

        assertThat(last.exitCode()).isEqualTo(3);
        assertThat(last.errors()).contains("there is no tenant: nothing fits schemas: nobody_%");
    }

    /** What both names begin with, and anything. */
    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        // Other tests make databases of such names at the same time.
        return one.length() == other.length() ? one.substring(0, length) + "_" : one.substring(0, length) + "%";
    }

    private void tenants(int first, int last, String... versions) {
        StringBuilder sql = new StringBuilder();
        for (int i = first; i <= last; i++) {
            String schema = "tenant_%04d".formatted(i);
            sql.append("create schema %s;".formatted(schema)).append(history(schema, i, versions));
        }
        database.execute(sql.toString());
    }

    private static void history(ServerDatabase database, String schema, String... versions) {
        database.execute(history(schema, 0, versions));
    }

    private static String history(String schema, int seed, String... versions) {
        StringBuilder sql =
                new StringBuilder(("create table %s.flyway_schema_history (installed_rank int, version text,"
                                + " description text, type text, script text, checksum int, installed_on timestamp, success bool);")
                        .formatted(schema));
        for (int i = 0; i < versions.length; i++) {
            sql.append(
                    "insert into %s.flyway_schema_history values (%d, '%s', 'm', 'SQL', 'V%s__m.sql', null, timestamp '2026-01-01' + interval '%d hours', true);"
                            .formatted(schema, i + 1, versions[i], versions[i], seed));
        }
        return sql.toString();
    }

    private void configured(String tenants) {
        repository.write("migtrue.yaml", """
                databases:
                  app:
                    urlEnv: APP_URL
                    tenants:
                      %s
                """.formatted(tenants));
    }

    private void run(String... arguments) {
        last = CommandRun.in(
                repository.path(""), new HashMap<>(Map.of("PATH", System.getenv("PATH"), "APP_URL", url)), arguments);
    }
}
