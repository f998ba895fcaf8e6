package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins at a real server by what libpq keeps for its users. */
class LibpqLoginTest {

    private static final String PASSWORD = "a:b\\c 'd'=e";

    private final ServerDatabase database = PostgresServer.freshDatabase();
    private final String role = database.role(PASSWORD);
    private final TestRepository repository;
    private final Map<String, String> environment;

    LibpqLoginTest(@TempDir Path folder) {
        repository = TestRepository.in(folder)
                .write("db/migration/V1__a.sql", "create table a (id int);\n")
                .stage(".")
                .commit("Add 1");
        environment = new HashMap<>(repository.environment());
        database.execute(
                "create table flyway_schema_history (installed_rank int, version text, description text, type text, script text,"
                        + " checksum int, success boolean)",
                "insert into flyway_schema_history values (1, '0.9', 'old', 'SQL', 'V0_9__old.sql', null, true)",
                "grant select on flyway_schema_history to " + role);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aPasswordFileIsEnough() throws IOException {
        Path file = Files.writeString(
                repository.home().resolve(".pgpass"),
                "localhost:%d:*:%s:a\\:b\\\\c 'd'=e\n".formatted(database.port(), role));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        String url = "postgresql://%s@localhost:%d/%s".formatted(role, database.port(), database.name());

        assertReads("--db", url);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(run("--db", url).exitCode()).isEqualTo(3);
    }

    @Test
    void aServiceIsEnough() throws IOException {
        Files.writeString(
                repository.home().resolve(".pg_service.conf"),
                "[shop]\nhost=localhost\nport=%d\ndbname=%s\nuser=%s\npassword=%s\n"
                        .formatted(database.port(), database.name(), role, PASSWORD));

        assertReads("--db", "service=shop");

        environment.put("PGSERVICE", "shop");

        assertReads();
    }

    @Test
    void variablesAreEnough() {
        environment.putAll(Map.of(
                "PGHOST",
                "localhost",
                "PGPORT",
                String.valueOf(database.port()),
                "PGDATABASE",
                database.name(),
                "PGUSER",
                role,
                "PGPASSWORD",
                PASSWORD));

        assertReads();
    }

    @Test
    void pairsAndListsOfKeysAreEnough() {
        assertReads(
                "--db",
                "host=localhost port=%d dbname=%s user=%s password='a:b\\\\c \\'d\\'=e'"
                        .formatted(database.port(), database.name(), role));
        assertReads(
                "--db",
                "Host=localhost;Port=%d;Database=%s;Username=%s;Password=\"%s\""
                        .formatted(database.port(), database.name(), role, PASSWORD));
    }

    private void assertReads(String... options) {
        CommandRun check = run(options);

        assertThat(check.output()).as(check.errors()).contains("migration 0.9 is applied");
        assertThat(check.output() + check.errors()).doesNotContain(PASSWORD);
    }

    private CommandRun run(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "check";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return CommandRun.in(repository.workTree(), environment, arguments);
    }
}
