package dev.migtrue.gather.scratch.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is needed to run the commands of users.
 *
 * @param folder where they are run: the top of the repository's working tree
 * @param environment what they find in it, from which all that may lead to another database is taken away
 * @param most how long one may take, and how long one migration that is run without one
 * @param objection why none may be run; absent where they may
 */
public record Commands(Path folder, Map<String, String> environment, Duration most, Optional<String> objection) {

    public Commands {
        environment = Map.copyOf(environment);
    }

    /** Without the environment: what prints ends up in logs. */
    @Override
    public String toString() {
        return "commands in " + folder;
    }
}
