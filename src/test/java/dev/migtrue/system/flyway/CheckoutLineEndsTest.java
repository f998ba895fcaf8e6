package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.CommandRun;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real Flyway applied from one checkout, compared with another that has other line ends. */
class CheckoutLineEndsTest {

    private static final String MIGRATIONS = "src/main/resources/db/migration/";
    private static final String FILE = MIGRATIONS + "V1__accounts.sql";
    private static final String TEXT = "create table if not exists account (\n  id integer primary key\n);\n";

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void apply() {
        repository = TestRepository.in(folder).write(FILE, TEXT).stage(".").commit("Add accounts");
        Flyway.configure()
                .loggers("slf4j")
                .dataSource("jdbc:sqlite:" + folder.resolve("app.db"), "", "")
                .locations("filesystem:" + repository.path(MIGRATIONS))
                .load()
                .migrate();
    }

    @ParameterizedTest
    @ValueSource(strings = {"core.autocrlf", "an attribute"})
    void otherLineEndsAreNoEdit(String way) {
        checkOutWithCrLf(way);

        CommandRun run = check();

        assertThat(run.output()).isEmpty();
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    @Test
    void anEditAmongOtherLineEndsIsFound() {
        checkOutWithCrLf("core.autocrlf");
        repository.write(FILE, TEXT.replace("integer", "bigint").replace("\n", "\r\n"));

        CommandRun run = check();

        assertThat(run.output().lines())
                .singleElement()
                .asString()
                .contains(FILE)
                .endsWith("[edited-after-apply]");
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
    }

    private void checkOutWithCrLf(String way) {
        if (way.equals("core.autocrlf")) {
            repository.git("config", "core.autocrlf", "true");
        } else {
            repository
                    .write(".gitattributes", "*.sql text eol=crlf\n")
                    .stage(".")
                    .commit("Want other line ends");
        }
        repository.remove(FILE).git("checkout", "--quiet", "--", FILE);
        assertThat(repository.path(FILE)).content().contains("\r\n");
    }

    private CommandRun check() {
        return CommandRun.in(
                repository.workTree(),
                repository.environment(),
                "check",
                "--format",
                "concise",
                "--db",
                "sqlite:///" + folder.resolve("app.db"));
    }
}
