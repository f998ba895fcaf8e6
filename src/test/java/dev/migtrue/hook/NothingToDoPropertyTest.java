package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.CommandRun;
import dev.migtrue.testing.QuickQuestion;
import dev.migtrue.testing.QuickQuestion.Answer;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was done to a repository: where the hook leaves without starting Java, the full run has nothing to say. */
class NothingToDoPropertyTest {

    private static final int SEQUENCES = 6;
    private static final int STEPS = 20;
    private static final CommandRun SILENCE = new CommandRun(0, "", "");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whereItLeavesTheFullRunIsSilent() {
        int left = 0;
        for (int seed = 0; seed < SEQUENCES; seed++) {
            RandomWork work = new RandomWork(TestRepository.in(folder.resolve("sequence " + seed)), new Random(seed));
            work.start();
            String shell = seed % 2 == 0 ? "sh" : "bash";
            for (int step = 0; step < STEPS; step++) {
                work.goOn();
                left += leaves(shell, work, seed) ? 1 : 0;
            }
        }
        // Else all this would prove nothing.
        assertThat(left).isGreaterThan(SEQUENCES * STEPS / 5);
    }

    private static boolean leaves(String shell, RandomWork work, int seed) {
        TestRepository repository = work.repository();
        Answer answer = QuickQuestion.ask(shell, repository.workTree(), repository.environment());
        return switch (answer) {
            case Answer.Leave leave -> {
                assertThat(CommandRun.in(repository.workTree(), repository.environment(), "hook", "run", "pre-commit"))
                        .as("seed %d:\n  %s", seed, work)
                        .isEqualTo(SILENCE);
                yield true;
            }
            case Answer.Start start -> {
                CommandRun.in(repository.workTree(), start.environment(), "hook", "run", "pre-commit");
                yield false;
            }
        };
    }
}
