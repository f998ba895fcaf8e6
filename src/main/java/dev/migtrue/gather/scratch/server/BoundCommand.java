package dev.migtrue.gather.scratch.server;

import dev.migtrue.model.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command of the user's, run by the shell. It ends, with all that it started, when this process does, however that comes about.
 *
 * @param name what messages call it
 * @param folder where it is run
 * @param environment all that it finds in its environment
 * @param most how long it may take
 */
public record BoundCommand(String name, Path folder, Map<String, String> environment, Duration most) {

    /** A session of its own, where there is a program to start one, is ended as a whole. */
    private static final String SHELL = """
            command -v setsid >/dev/null 2>&1 && set -- setsid "$@"
            exec 3<&0
            "$@" </dev/null 3<&- &
            bound=$!
            trap '' HUP INT TERM
            exec >/dev/null 2>&1
            { while read -r line; do :; done; kill -KILL "-$bound" || kill -KILL "$bound"; } <&3 &
            watch=$!
            exec 3<&-
            wait "$bound"
            status=$?
            kill -KILL "-$bound"
            kill -KILL "$watch"
            exit "$status"
            """;

    private static final int KEPT_LINES = 6;
    private static final String STARS = "***";

    public BoundCommand {
        environment = Map.copyOf(environment);
    }

    /** Without the environment: what prints ends up in logs. */
    @Override
    public String toString() {
        return name + " in " + folder;
    }

    /**
     * Runs it to its end; {@link Failure} with its last words where it fails.
     *
     * @param secrets what must not show in any message
     */
    public void run(String command, List<String> secrets) {
        Deque<String> lastLines = new ArrayDeque<>();
        Process shell = start(command);
        Thread listener = Thread.ofPlatform().daemon().name("output of " + name).start(() -> listen(shell, lastLines));
        try {
            boolean hasEnded = shell.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
            shell.getOutputStream().close();
            shell.waitFor();
            listener.join(TimeUnit.SECONDS.toMillis(5));
            if (!hasEnded) {
                throw failure("did not end within %d s".formatted(most.toSeconds()), lastLines, secrets);
            }
            if (shell.exitValue() != 0) {
                throw failure("ended with %d".formatted(shell.exitValue()), lastLines, secrets);
            }
        } catch (IOException closed) {
            shell.destroy();
        } catch (InterruptedException interruption) {
            shell.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private Process start(String command) {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", SHELL, name, "/bin/sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException problem) {
            throw new Failure(
                    "cannot start " + name + ": " + problem.getMessage(), "it is run by way of /bin/sh", problem);
        }
    }

    private static void listen(Process shell, Deque<String> lastLines) {
        try (BufferedReader output = shell.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.isBlank()) {
                    remember(line.strip(), lastLines);
                }
            }
        } catch (IOException closed) {
            remember("", lastLines);
        }
    }

    private static void remember(String line, Deque<String> lastLines) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > KEPT_LINES) {
                lastLines.removeFirst();
            }
        }
    }

    private Failure failure(String what, Deque<String> lastLines, List<String> secrets) {
        String words;
        synchronized (lastLines) {
            words = lastLines.isEmpty() ? "it said nothing" : String.join(" | ", lastLines);
        }
        for (String secret : secrets) {
            words = words.replace(secret, STARS);
        }
        return new Failure(name + " " + what + ": " + words, "it was run in " + folder);
    }
}
