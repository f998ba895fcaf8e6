package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.CommandRun;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users are told of a project that the real Flyway applied. */
class ReportedTest {

    private static final String MIGRATIONS = "db/migration/";

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void commit() {
        repository = TestRepository.in(folder)
                .write(MIGRATIONS + "V1__a.sql", "select 1;\n")
                .write(MIGRATIONS + "U1__a.sql", "select 1;\n")
                .write(MIGRATIONS + "V2__b.sql", "select 1;\n")
                .write(MIGRATIONS + "U2__b.sql", "select 1;\n")
                .write(MIGRATIONS + "R__view.sql", "select '${owner}';\n")
                .stage(".")
                .commit("Add all");
        flyway().placeholders(Map.of("owner", "ada")).load().migrate();
    }

    @Test
    void whatTakesAMigrationBackWaitsForNobody() {
        assertThat(run("check", "--format", "concise").output()).isEmpty();
        assertThat(run("status", "--pending").output()).doesNotContain("U1").doesNotContain("U2");
        assertThat(run("status").output()).contains("U1", "U2");
    }

    @Test
    void whatTakesAMigrationBackMayChangeUntilItRuns() {
        repository.write(MIGRATIONS + "U1__a.sql", "select 2;\n").stage(".").commit("Undo more");

        assertThat(run("check", "--base", "HEAD~1", "--format", "concise").output())
                .isEmpty();
    }

    @Test
    void whatStandsTwiceOnBaseAndHereIsNotRewritten() {
        repository.write(MIGRATIONS + "V2__twin.sql", "select 2;\n").stage(".").commit("Add a twin");

        assertThat(run("check", "--base", "HEAD", "--format", "concise").output())
                .contains("[duplicate-version]")
                .doesNotContain("[rewritten-migration]");
    }

    @Test
    void whatTakesAMigrationBackIsToBeTrackedLikeAnyOther() {
        repository.write(MIGRATIONS + "U3__c.sql", "select 1;\n");

        assertThat(run("check", "--format", "concise").output())
                .contains(MIGRATIONS + "U3__c.sql")
                .contains("[untracked-migration]")
                .hasLineCount(1);
    }

    @Test
    void aRepeatableMigrationWithAnUnknownPlaceholderIsNamed() {
        CommandRun check = run("check", "--format", "concise");

        assertThat(check.errors())
                .contains(MIGRATIONS + "R__view.sql")
                .contains("whether it changed cannot be decided, as only a run knows what '${owner}' stands for");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void aRepeatableMigrationWithAKnownPlaceholderIsCompared() {
        repository
                .write("flyway.conf", "flyway.placeholders.owner=ada\n")
                .stage(".")
                .commit("Name the owner");
        CommandRun same = run("check", "--format", "concise", "--fail-on", "note");
        assertThat(same.output()).isEmpty();
        assertThat(same.errors()).doesNotContain("cannot be decided");

        repository
                .write("flyway.conf", "flyway.placeholders.owner=grace\n")
                .stage(".")
                .commit("Name another");
        assertThat(run("check", "--format", "concise", "--fail-on", "note").output())
                .contains("migration R__view changed since it was applied")
                .hasLineCount(1);
    }

    @Test
    void aVariableOfTheEnvironmentIsToldByTheDoctor() {
        assertThat(run(Map.of("FLYWAY_PLACEHOLDERS_OWNER", "ada"), "check", "--format", "concise")
                        .errors())
                .doesNotContain("cannot be decided");
        assertThat(run(Map.of("FLYWAY_TABLE", "versions", "FLYWAY_PASSWORD", "s3cret"), "doctor")
                        .output())
                .contains("what the environment says in FLYWAY_TABLE")
                .contains("no table versions")
                .doesNotContain("s3cret");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .loggers("slf4j")
                .dataSource("jdbc:sqlite:" + folder.resolve("app.db"), "", "")
                .locations("filesystem:" + repository.path(MIGRATIONS));
    }

    private CommandRun run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private CommandRun run(Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(repository.environment());
        environment.put("DATABASE_URL", "sqlite:///" + folder.resolve("app.db"));
        environment.putAll(variables);
        return CommandRun.in(repository.workTree(), environment, arguments);
    }
}
