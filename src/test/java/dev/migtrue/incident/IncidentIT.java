package dev.migtrue.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 001 to 008 are committed, 009 to 014 were run by the real tool and never committed. */
class IncidentIT {

    private static final List<Integer> FORGOTTEN = List.of(9, 10, 11, 12, 13, 14);

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> everyToolOnEveryEngine() {
        return Arrays.stream(RealTool.values())
                .flatMap(tool -> Arrays.stream(Engine.values()).map(engine -> Arguments.of(tool, engine)));
    }

    @ParameterizedTest
    @MethodSource("everyToolOnEveryEngine")
    void theWholeUntrackedChainIsNamedWithTheCommandThatCuresIt(RealTool tool, Engine engine) {
        try (RealDatabase database = engine.open(folder)) {
            TestRepository repository = afterTheIncident(tool, database);

            Verdict verdict = check(repository, database);

            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(verdict.ids("uncommitted-but-applied")).isEqualTo(ids(tool, FORGOTTEN));
            assertThat(verdict.ids("untracked-migration")).isEqualTo(ids(tool, FORGOTTEN));
            assertThat(verdict.rules()).containsOnly("uncommitted-but-applied", "untracked-migration");
            assertThat(verdict.fixes("uncommitted-but-applied"))
                    .isEqualTo(FORGOTTEN.stream()
                            .map(number -> List.of("git", "add", "--", tool.file(number)))
                            .toList());
            assertThat(verdict.messages("uncommitted-but-applied")).allMatch(message -> message.contains("untracked"));
        }
    }

    @ParameterizedTest
    @MethodSource("everyToolOnEveryEngine")
    void ignoredFilesAreNamedWithTheRuleThatHidesThem(RealTool tool, Engine engine) {
        try (RealDatabase database = engine.open(folder)) {
            TestRepository repository = afterTheIncident(tool, database);
            repository.write(".gitignore", "*.log\n/" + tool.folder() + "/*\n");

            Verdict verdict = check(repository, database);

            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(verdict.ids("uncommitted-but-applied")).isEqualTo(ids(tool, FORGOTTEN));
            assertThat(verdict.ids("ignored-migration")).isEqualTo(ids(tool, FORGOTTEN));
            assertThat(verdict.rules()).containsOnly("uncommitted-but-applied", "ignored-migration");
            assertThat(verdict.messages("uncommitted-but-applied"))
                    .allMatch(message -> message.contains(".gitignore:2: /" + tool.folder() + "/*"));
            assertThat(verdict.fixes("uncommitted-but-applied"))
                    .isEqualTo(FORGOTTEN.stream()
                            .map(number -> List.of("git", "add", "-f", "--", tool.file(number)))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("everyToolOnEveryEngine")
    void stagedFilesAreStillNotInAnyCommit(RealTool tool, Engine engine) {
        try (RealDatabase database = engine.open(folder)) {
            TestRepository repository = afterTheIncident(tool, database).stage(".");

            Verdict verdict = check(repository, database);

            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(verdict.ids("uncommitted-but-applied")).isEqualTo(ids(tool, FORGOTTEN));
            assertThat(verdict.rules()).containsOnly("uncommitted-but-applied");
            assertThat(verdict.messages("uncommitted-but-applied")).allMatch(message -> message.contains("staged"));
        }
    }

    @ParameterizedTest
    @MethodSource("everyToolOnEveryEngine")
    void deletedFilesLeaveRowsWithoutAFile(RealTool tool, Engine engine) {
        try (RealDatabase database = engine.open(folder)) {
            TestRepository repository = afterTheIncident(tool, database);
            FORGOTTEN.forEach(number -> repository.remove(tool.file(number)));

            Verdict verdict = check(repository, database);

            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(verdict.ids("applied-but-missing")).isEqualTo(ids(tool, tool.orphansWhenDeleted()));
            assertThat(verdict.rules()).containsOnly("applied-but-missing");
        }
    }

    @ParameterizedTest
    @MethodSource("everyToolOnEveryEngine")
    void onceCommittedNothingIsLeftToSay(RealTool tool, Engine engine) {
        try (RealDatabase database = engine.open(folder)) {
            TestRepository repository =
                    afterTheIncident(tool, database).stage(".").commit("Add 9 to 14");

            Verdict verdict = check(repository, database);

            assertThat(verdict.exitCode()).isZero();
            assertThat(verdict.rules()).isEmpty();
            assertThat(verdict.json().path("outcome").asString()).isEqualTo("clean");
        }
    }

    @Test
    void aCleanCheckoutFailsAsTheHelpTextSays() {
        try (RealDatabase database = Engine.SQLITE.open(folder)) {
            TestRepository repository = afterTheIncident(RealTool.ALEMBIC, database);
            Path clone = folder.resolve("clone");
            repository.git("clone", "--quiet", ".", clone.toString());
            Map<String, String> environment = Map.of("TOOL_URL", database.url());

            Program.Run upgrade = Program.run(clone, environment, "alembic", "upgrade", "head");
            Program.Run heads = Program.run(clone, environment, "alembic", "heads");
            String help = check(repository, database)
                    .json()
                    .path("findings")
                    .get(0)
                    .path("help")
                    .asString();

            assertThat(upgrade.exitCode()).isEqualTo(255);
            assertThat(upgrade.errors() + upgrade.output())
                    .contains("Can't locate revision identified by '014_trace_mismatches'");
            assertThat(heads.exitCode()).isZero();
            assertThat(heads.output()).contains("008_comments (head)");
            assertThat(help).contains("a clean checkout").contains("alembic heads");
        }
    }

    @Test
    void djangoSaysNothingInACleanCheckoutAsTheHelpTextSays() {
        try (RealDatabase database = Engine.SQLITE.open(folder)) {
            TestRepository repository = afterTheIncident(RealTool.DJANGO, database);
            Path clone = folder.resolve("clone");
            repository.git("clone", "--quiet", ".", clone.toString());

            Program.Run migrate = RealTool.manage(clone, database, "migrate");
            Program.Run shown = RealTool.manage(clone, database, "showmigrations");
            String help = check(repository, database)
                    .json()
                    .path("findings")
                    .get(0)
                    .path("help")
                    .asString();

            assertThat(migrate.exitCode()).isZero();
            assertThat(migrate.output()).contains("No migrations to apply.");
            assertThat(shown.exitCode()).isZero();
            assertThat(shown.output()).contains("0008_comments").doesNotContain("0014_trace_mismatches");
            assertThat(help)
                    .contains("\"No migrations to apply.\" and exit code 0")
                    .contains("showmigrations");
        }
    }

    private TestRepository afterTheIncident(RealTool tool, RealDatabase database) {
        TestRepository repository = TestRepository.in(folder);
        tool.settings().forEach(repository::write);
        IntStream.rangeClosed(1, 8).forEach(number -> repository.write(tool.file(number), tool.text(number)));
        repository.stage(".").commit("Add 1 to 8");
        FORGOTTEN.forEach(number -> repository.write(tool.file(number), tool.text(number)));
        tool.migrate(repository, database);
        return repository;
    }

    private static Verdict check(TestRepository repository, RealDatabase database) {
        Program.Run run = Program.run(
                repository.workTree(),
                repository.environment(),
                Program.migtrue(),
                "check",
                "--db",
                database.url(),
                "--format",
                "json");
        return new Verdict(run.exitCode(), JsonMapper.shared().readTree(run.output()));
    }

    private static List<String> ids(RealTool tool, List<Integer> numbers) {
        return numbers.stream().map(tool::id).toList();
    }

    /** A run's exit code and what it printed. */
    private record Verdict(int exitCode, JsonNode json) {

        List<String> rules() {
            return findings().map(finding -> finding.path("rule").asString()).toList();
        }

        List<String> ids(String rule) {
            return of(rule).map(finding -> finding.path("migration").asString()).toList();
        }

        List<String> messages(String rule) {
            return of(rule).map(finding -> finding.path("message").asString()).toList();
        }

        List<List<String>> fixes(String rule) {
            return of(rule).map(finding -> finding.path("fix")
                            .path("argv")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList())
                    .toList();
        }

        private Stream<JsonNode> of(String rule) {
            return findings().filter(finding -> finding.path("rule").asString().equals(rule));
        }

        private Stream<JsonNode> findings() {
            return json.path("findings").valueStream();
        }
    }
}
