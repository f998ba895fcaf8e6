package dev.migtrue.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** 001 to 008 are committed, 009 to 014 were run by the real tool and never committed; each creates a table without asking whether it is there. */
class IncidentIT {

    private static final List<RealTool> TOOLS = List.of(
            new AlembicTool(),
            new DbmateTool(),
            new DjangoTool(),
            new FlywayTool(),
            new GolangMigrateTable(),
            new GooseTable(),
            new LiquibaseTool(),
            new RailsTool());

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> everyToolOnEveryEngine() {
        return TOOLS.stream()
                .flatMap(tool ->
                        tool.engines().stream().map(engine -> Arguments.of(Named.of(tool.name(), tool), engine)));
    }

    @ParameterizedTest
    @MethodSource("everyToolOnEveryEngine")
    void theWholeUntrackedChainIsNamedWithTheCommandThatCuresIt(RealTool tool, Engine engine) {
        try (RealDatabase database = engine.open(folder)) {
            TestRepository repository = Incident.play(tool, database, folder);

            Verdict verdict = Verdict.on(repository, database);

            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(verdict.ids("uncommitted-but-applied")).isEqualTo(ids(tool, Chain.FORGOTTEN));
            assertThat(verdict.ids("rerun-fails")).isEqualTo(ids(tool, Chain.FORGOTTEN));
            assertThat(verdict.ids("untracked-migration")).isEqualTo(ids(tool, Chain.FORGOTTEN));
            assertThat(verdict.rules()).containsOnly("uncommitted-but-applied", "untracked-migration", "rerun-fails");
            assertThat(verdict.fixes("uncommitted-but-applied"))
                    .isEqualTo(Chain.FORGOTTEN.stream()
                            .map(number -> List.of("git", "add", "--", tool.file(number)))
                            .toList());
            assertThat(verdict.messages("uncommitted-but-applied")).allMatch(message -> message.contains("untracked"));
        }
    }

    @ParameterizedTest
    @MethodSource("everyToolOnEveryEngine")
    void ignoredFilesAreNamedWithTheRuleThatHidesThem(RealTool tool, Engine engine) {
        try (RealDatabase database = engine.open(folder)) {
            TestRepository repository = Incident.play(tool, database, folder);
            repository.write(".gitignore", "*.log\n/" + tool.folder() + "/*\n");

            Verdict verdict = Verdict.on(repository, database);

            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(verdict.ids("uncommitted-but-applied")).isEqualTo(ids(tool, Chain.FORGOTTEN));
            assertThat(verdict.ids("rerun-fails")).isEqualTo(ids(tool, Chain.FORGOTTEN));
            assertThat(verdict.ids("ignored-migration")).isEqualTo(ids(tool, Chain.FORGOTTEN));
            assertThat(verdict.rules()).containsOnly("uncommitted-but-applied", "ignored-migration", "rerun-fails");
            assertThat(verdict.messages("uncommitted-but-applied"))
                    .allMatch(message -> message.contains(".gitignore:2: /" + tool.folder() + "/*"));
            assertThat(verdict.fixes("uncommitted-but-applied"))
                    .isEqualTo(Chain.FORGOTTEN.stream()
                            .map(number -> List.of("git", "add", "-f", "--", tool.file(number)))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("everyToolOnEveryEngine")
    void stagedFilesAreStillNotInAnyCommit(RealTool tool, Engine engine) {
        try (RealDatabase database = engine.open(folder)) {
            TestRepository repository = Incident.play(tool, database, folder).stage(".");

            Verdict verdict = Verdict.on(repository, database);

            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(verdict.ids("uncommitted-but-applied")).isEqualTo(ids(tool, Chain.FORGOTTEN));
            assertThat(verdict.ids("rerun-fails")).isEqualTo(ids(tool, Chain.FORGOTTEN));
            assertThat(verdict.rules()).containsOnly("uncommitted-but-applied", "rerun-fails");
            assertThat(verdict.messages("uncommitted-but-applied")).allMatch(message -> message.contains("staged"));
        }
    }

    @ParameterizedTest
    @MethodSource("everyToolOnEveryEngine")
    void deletedFilesLeaveRowsWithoutAFile(RealTool tool, Engine engine) {
        try (RealDatabase database = engine.open(folder)) {
            TestRepository repository = Incident.play(tool, database, folder);
            Chain.FORGOTTEN.forEach(number -> repository.remove(tool.file(number)));

            Verdict verdict = Verdict.on(repository, database);

            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(verdict.ids("applied-but-missing")).isEqualTo(ids(tool, tool.orphansWhenDeleted()));
            assertThat(verdict.ids("rerun-fails")).isEqualTo(ids(tool, tool.unknownWhenDeleted()));
            assertThat(verdict.rules()).isSubsetOf("applied-but-missing", "rerun-fails");
        }
    }

    @ParameterizedTest
    @MethodSource("everyToolOnEveryEngine")
    void onceCommittedNothingIsLeftToSay(RealTool tool, Engine engine) {
        try (RealDatabase database = engine.open(folder)) {
            TestRepository repository =
                    Incident.play(tool, database, folder).stage(".").commit("Add 9 to 14");

            Verdict verdict = Verdict.on(repository, database);

            assertThat(verdict.exitCode()).isZero();
            assertThat(verdict.rules()).isEmpty();
            assertThat(verdict.json().path("outcome").asString()).isEqualTo("clean");
        }
    }

    private static List<String> ids(RealTool tool, List<Integer> numbers) {
        return numbers.stream().map(tool::id).toList();
    }
}
