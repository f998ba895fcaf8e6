package dev.migtrue.testing;

import dev.migtrue.testing.Program.Run;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the launcher asks git before it starts Java for a hook, run by a shell without the rest of the launcher. */
public final class QuickQuestion {

    private static final String SCRIPT =
            Path.of("src/main/launcher/nothing-to-do.sh").toAbsolutePath().toString();
    private static final String AND_TELL =
            "set -u; set -f; . \"$0\"; printf '%s\\n%s\\n' \"${MIGTRUE_MEMORY-}\" \"${MIGTRUE_MEMORY_KEY-}\"";

    private QuickQuestion() {}

    /** What came of it: the process is over, or Java is to be started in an environment. */
    public sealed interface Answer {

        /** There is nothing to do. */
        record Leave() implements Answer {}

        /** All must be looked at, in this environment. */
        record Start(Map<String, String> environment) implements Answer {

            /** Whether the full run is asked to leave a memory. */
            public boolean wantsMemory() {
                return environment.containsKey("MIGTRUE_MEMORY");
            }
        }
    }

    /** Asks at a place, in the environment that a hook would have there. */
    public static Answer ask(String shell, Path folder, Map<String, String> environment) {
        Run run = Program.run(folder, environment, shell, "-c", AND_TELL, SCRIPT);
        if (run.exitCode() != 0 || !run.errors().isEmpty()) {
            throw new AssertionError("the question exits with " + run.exitCode() + ": " + run.errors());
        }
        List<String> told = run.output().lines().toList();
        if (told.isEmpty()) {
            return new Answer.Leave();
        }
        Map<String, String> more = new HashMap<>(environment);
        if (!told.getFirst().isEmpty()) {
            more.put("MIGTRUE_MEMORY", told.get(0));
            more.put("MIGTRUE_MEMORY_KEY", told.get(1));
        }
        return new Answer.Start(more);
    }
}
