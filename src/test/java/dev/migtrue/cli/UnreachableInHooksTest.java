package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.Listener;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row of commits does not wait again and again for a database that cannot be reached. */
class UnreachableInHooksTest {

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void stageAMigration() throws IOException {
        repository = new FaultyShop(folder, FaultyShop.Pace.TOGETHER)
                .repository()
                .write("migrations/versions/002_step.py", "revision = '002'\ndown_revision = '001'\n")
                .stage(".");
    }

    @Test
    void theSecondHookDoesNotConnectAtAll() throws IOException {
        try (Listener silent = Listener.silent()) {
            CommandRun first = commit(silent, "warn");
            int calls = silent.accepted();
            CommandRun second = commit(silent, "warn");
            CommandRun strict = commit(silent, "fail");

            assertThat(calls).isPositive();
            assertThat(silent.accepted()).isEqualTo(calls);
            assertThat(first.exitCode()).as(first.errors()).isZero();
            assertThat(first.errors())
                    .contains("database default not read: localhost:" + silent.port() + ": no answer within 1 s")
                    .doesNotContain("tried");
            assertThat(second.exitCode()).isZero();
            assertThat(second.errors()).containsPattern("no answer within 1 s \\(tried \\d+ s ago\\)");
            assertThat(strict.exitCode()).isEqualTo(3);
            assertThat(first + "" + second + strict + Files.readString(memory()))
                    .doesNotContain(Stage.TRACE);
        }
    }

    @Test
    void aCheckAsksAgain() throws IOException {
        try (Listener silent = Listener.silent()) {
            CommandRun hook = commit(silent, "warn");
            int calls = silent.accepted();
            CommandRun check =
                    CommandRun.in(repository.workTree(), repository.environment(), "check", "--db", address(silent));

            assertThat(hook.exitCode()).isZero();
            assertThat(check.errors()).contains("no answer within 1 s").doesNotContain("tried");
            assertThat(silent.accepted()).isGreaterThan(calls);
        }
    }

    @Test
    void oneThatAnswersNoIsAskedAgain() throws IOException {
        try (Listener refusing = Listener.complaining("28P01", "password authentication failed for user \"app\"")) {
            CommandRun first = commit(refusing, "warn");
            int calls = refusing.spokenTo();
            CommandRun second = commit(refusing, "warn");

            assertThat(first.exitCode()).isEqualTo(3);
            assertThat(second).isEqualTo(first);
            assertThat(refusing.spokenTo()).isGreaterThan(calls);
            assertThat(memory()).doesNotExist();
        }
    }

    private Path memory() {
        return repository.path(".git/migtrue/unreachable");
    }

    private CommandRun commit(Listener database, String unreachable) {
        return CommandRun.in(
                repository.workTree(),
                repository.environment(),
                "hook",
                "run",
                "pre-commit",
                "--debug",
                "--unreachable",
                unreachable,
                "--db",
                address(database));
    }

    private static String address(Listener database) {
        return "postgresql://app:" + Stage.CANARY + "@localhost:" + database.port()
                + "/db?sslmode=disable&connect_timeout=1";
    }
}
