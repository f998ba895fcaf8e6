package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The roles that the scripts of {@code hooks/grants} make may read the version table, and nothing else. */
class GrantsTest {

    private static final VersionTable FLYWAY = table("flyway_schema_history");
    private static final VersionTable HIDDEN = table("hidden");

    @Test
    void theRoleForPostgresReadsTheVersionTableOnly() throws IOException {
        try (ServerDatabase server = PostgresServer.freshDatabase()) {
            server.execute("revoke all on database " + server.name() + " from public");
            server.execute("revoke all on schema public from public");
            String role = run("postgresql.sql", server);

            assertReads(server, role);

            assertThat(server.query("select privilege_type, table_name from information_schema.table_privileges"
                            + " where grantee = '" + role + "'"))
                    .containsExactly(List.of("SELECT", "flyway_schema_history"));
            assertThat(server.query(
                            "select has_database_privilege('" + role + "', current_database(), 'create, temporary'),"
                                    + " has_schema_privilege('" + role + "', 'public', 'create')"))
                    .containsExactly(List.of("f", "f"));
        }
    }

    @Test
    void theUserForMariaDbReadsTheVersionTableOnly() throws IOException {
        try (ServerDatabase server = MariaDbServer.freshDatabase()) {
            String role = run("mariadb.sql", server);

            assertReads(server, role);

            assertThat(server.query("show grants for " + role))
                    .hasSize(2)
                    .satisfiesExactly(
                            usage -> assertThat(usage.getFirst()).startsWith("GRANT USAGE ON *.* "),
                            select -> assertThat(select.getFirst())
                                    .startsWith("GRANT SELECT ON `" + server.name() + "`.`flyway_schema_history` "));
        }
    }

    /** It reads the one table, is told that it may not read another, and does not take that for absent. */
    private static void assertReads(ServerDatabase server, String role) {
        DatabaseAddress address = DatabaseAddress.parse(server.url(role, "change-me"), Path.of("/nowhere"));
        try (Database reader = new JdbiDatabase(DatabaseName.DEFAULT, address, TriedEngine.PATIENT)) {
            assertThat(reader.read(FLYWAY))
                    .isEqualTo(new TableRead.Rows(
                            "flyway_schema_history", List.of(Row.of(Map.of("installed_rank", "1")))));
            assertThat(reader.read(HIDDEN)).isInstanceOf(TableRead.NotRead.class);
        }
    }

    /** Runs a script as it stands there, with names of this database's own. */
    private static String run(String script, ServerDatabase server) throws IOException {
        server.execute(
                "create table flyway_schema_history (installed_rank int)",
                "insert into flyway_schema_history values (1)",
                "create table hidden (installed_rank int)");
        String role = server.name() + "_migtrue";
        server.adopt(role);
        String sql = Pattern.compile("^--.*$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("hooks/grants", script)))
                .replaceAll("")
                .replaceAll("\\bmigtrue\\b", role)
                .replaceAll("\\bshop\\b", server.name());
        Stream.of(sql.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(server::execute);
        return role;
    }

    private static VersionTable table(String name) {
        return new VersionTable(
                Optional.empty(), name, List.of("installed_rank"), List.of(), List.of("installed_rank"));
    }
}
