package dev.migtrue.hook.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.CommandRun;
import dev.migtrue.hook.matrix.State.Ending;
import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The installed hooks and the packaged program, called by real {@code git} in the states that git can be in, and what
 * {@code check} says of the same states. Each state is played twice: with the question by which a hook that has nothing
 * to do leaves early, and without.
 */
class MatrixIT {

    /** Which runs are full. */
    private enum Way {
        THOSE_THAT_MUST,
        ALL
    }

    private static final String PRELUDE = read("prelude.sh");

    @ParameterizedTest
    @MethodSource("states")
    void hooksAndCheckSayWhatTheStateCallsFor(State state, Way way, @TempDir Path folder) throws IOException {
        Given given = Given.of(state, way, Files.createDirectory(folder.resolve("a folder")));
        state.before().ifPresent(expected -> given.assertChecked(expected, "before"));
        String head = given.head();

        Program.Run run = given.sh(state.when());

        String said = run.output() + run.errors();
        assertThat(Verdict.ofText(said)).as(said).isEqualTo(state.outcome().said());
        assertThat(ending(run, head, given.head()))
                .as(said)
                .isEqualTo(state.outcome().ending());
        if (state.outcome().said().equals(Verdict.of())) {
            assertThat(said).as("a hook with nothing to say is silent").doesNotContain("migtrue", "migration ");
        }
        if (state.outcome().ending() == Ending.STOPPED) {
            assertThat(said).contains("--no-verify");
        }
        state.after().ifPresent(expected -> given.assertChecked(expected, "after"));
    }

    static Stream<Arguments> states() {
        return Stream.of(
                        CommitStates.ALL,
                        IndexStates.ALL,
                        MergeStates.ALL,
                        RebaseStates.ALL,
                        RepositoryStates.ALL,
                        ContentStates.ALL,
                        PlumbingStates.ALL)
                .flatMap(List::stream)
                .flatMap(state -> Arrays.stream(Way.values()).map(way -> Arguments.of(state, way)));
    }

    private static Ending ending(Program.Run run, String before, String after) {
        if (run.exitCode() != 0) {
            assertThat(after).as("HEAD after a failure").isEqualTo(before);
            return Ending.STOPPED;
        }
        return after.equals(before) ? Ending.DONE : Ending.COMMITTED;
    }

    private static String read(String name) {
        try (InputStream text = Objects.requireNonNull(MatrixIT.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The repository of a state, with the hooks installed. */
    private record Given(Path place, Map<String, String> environment) {

        static Given of(State state, Way way, Path folder) {
            TestRepository repository = TestRepository.in(folder);
            Map<String, String> environment = new HashMap<>(repository.environment());
            environment.put("GIT_EDITOR", "true");
            environment.put("GIT_MERGE_AUTOEDIT", "no");
            environment.put("MIGTRUE", Program.migtrue());
            environment.put("MIGTRUE_FULL", way == Way.ALL ? "1" : "");
            Given start = new Given(repository.workTree(), environment);
            start.succeed("start\n");
            // So that the hooks have something to go by.
            start.succeed("'%s' hook run pre-commit".formatted(Program.migtrue()));
            start.succeed(state.given());
            Given given =
                    new Given(repository.path(state.folder()).toAbsolutePath().normalize(), environment);
            CommandRun install =
                    CommandRun.in(given.place(), environment, "hook", "install", "--launcher", Program.migtrue());
            assertThat(install.exitCode()).as(install.errors()).isZero();
            return given;
        }

        private void succeed(String script) {
            Program.Run run = sh(script);
            assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        }

        Program.Run sh(String script) {
            return Program.run(place, environment, "sh", "-c", PRELUDE + "set -e\n" + script);
        }

        String head() {
            return sh("git rev-parse HEAD").output();
        }

        void assertChecked(Verdict expected, String moment) {
            CommandRun run = CommandRun.in(place, environment, "check", "--no-db", "--format", "concise");
            assertThat(Verdict.ofCheck(run.output(), run.errors()))
                    .as("check " + moment + ": " + run.errors())
                    .isEqualTo(expected);
            assertThat(run.exitCode()).as(run.errors()).isEqualTo(expected.holdsErrors() ? 1 : 0);
        }
    }
}
