package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may have {@code replayCommand} run. */
class ReplayCommandTest {

    private static final String CONFIGURATION = """
            systems:
              - name: dbmate
                root: .
                replayCommand: touch run; cp built.db {file}; test {version} = 1
            """;

    private final TestRepository repository;

    ReplayCommandTest(@TempDir Path folder) throws SQLException {
        repository = TestRepository.in(folder)
                .write("db/migrations/1_a.sql", "-- migrate:up\ncreate table a (id int);\n-- migrate:down\n")
                .write("migtrue.yaml", CONFIGURATION);
        repository.git("add", "--all");
        repository.commit("one");
        execute("built.db", "create table a (id int)", "create table by_command (id int)");
        execute(
                "live.db",
                "create table a (id int)",
                "create table schema_migrations (version varchar(128))",
                "insert into schema_migrations values ('1')");
    }

    @Test
    void aCommandOfTheRepositoryIsNotRunUnlessTheUserTrustsIt() {
        CommandRun drift = drift(Map.of());

        assertThat(drift.errors())
                .contains("'replayCommand' is not run: set MIGTRUE_ALLOW_COMMANDS=1 if you trust this repository");
        assertThat(repository.path("run")).doesNotExist();
    }

    @Test
    void aCommandThatIsTrustedSaysWhatTheMigrationsBuild() {
        CommandRun drift = drift(Map.of("MIGTRUE_ALLOW_COMMANDS", "1"));

        assertThat(drift.errors())
                .contains("1 migration run on SQLite", "by 'touch run; cp built.db {file}; test {version} = 1'");
        assertThat(drift.output())
                .isEqualTo(
                        "table by_command: error: table by_command is not in database default [schema-drift-missing]\n");
        assertThat(repository.path("run")).exists();
    }

    @Test
    void aConfigurationFromElsewhereSpeaksForItself(@TempDir Path elsewhere) {
        CommandRun drift = drift(Map.of(), "--config", outside(elsewhere).toString());

        assertThat(drift.errors()).contains("by 'touch run; cp built.db {file}; test {version} = 1'");
    }

    private static Path outside(Path folder) {
        return TestRepository.in(folder).write("other.yaml", CONFIGURATION).path("other.yaml");
    }

    private CommandRun drift(Map<String, String> environment, String... more) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse(""));
        String[] arguments = Stream.concat(
                        Stream.of("drift", "--db", "sqlite:live.db", "--format", "concise"), Arrays.stream(more))
                .toArray(String[]::new);
        return CommandRun.in(repository.workTree(), all, arguments);
    }

    private void execute(String file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + repository.path(file));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
