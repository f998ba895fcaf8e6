package dev.migtrue.gather.scratch.server;

import dev.migtrue.model.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A process that ends when this one does, however that comes about: a shell between the two waits for the end of a pipe
 * that only we hold open. The kernel closes it when we are killed.
 */
final class BoundProcess implements AutoCloseable {

    /** Signals from the terminal are for us: the shell has to outlive them. What it starts must not inherit that. */
    private static final String SHELL = """
            signal=$1
            shift
            exec 3<&0
            "$@" </dev/null 3<&- &
            bound=$!
            trap '' HUP INT TERM
            exec >/dev/null 2>&1
            { while read -r line; do :; done; kill "-$signal" "$bound"; } <&3 &
            watch=$!
            exec 3<&-
            wait "$bound"
            status=$?
            kill -KILL "$watch"
            exit "$status"
            """;

    private static final int MOST_MINUTES = 3;
    private static final int MOST_SECONDS_TO_END = 3;
    private static final int KEPT_LINES = 12;

    /** How servers begin the line that tells why they end. */
    private static final Pattern GRAVE = Pattern.compile("PANIC|terminated by signal|FATAL|\\[ERROR]");

    private final String name;
    private final Process shell;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Boolean> isReady = new CompletableFuture<>();

    private BoundProcess(String name, Process shell, String readyWords) {
        this.name = name;
        this.shell = shell;
        Thread.ofPlatform().daemon().name("output of " + name).start(() -> listen(readyWords));
    }

    /**
     * Starts a program and returns when it says that it is ready.
     *
     * @param signal what ends it at once, without the {@code SIG}
     * @param readyWords what is in the line by which it says so
     */
    static BoundProcess server(String name, List<String> command, String signal, String readyWords) {
        BoundProcess process = new BoundProcess(name, start(name, command, signal), readyWords);
        try {
            if (!process.awaitOutput()) {
                throw process.failure("did not start");
            }
            return process;
        } catch (RuntimeException | Error problem) {
            process.close();
            throw problem;
        }
    }

    /** Runs a program to its end. */
    static void run(String name, List<String> command) {
        BoundProcess process = new BoundProcess(name, start(name, command, "TERM"), "\n");
        try {
            process.awaitOutput();
            if (!process.shell.waitFor(1, TimeUnit.MINUTES) || process.shell.exitValue() != 0) {
                throw process.failure("failed");
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw process.failure("was interrupted");
        } finally {
            process.close();
        }
    }

    private static Process start(String name, List<String> command, String signal) {
        List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, name, signal));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        // Their messages are read, and who started us may have set up other servers than ours.
        builder.environment().keySet().removeIf(key -> key.startsWith("PG") || key.startsWith("MYSQL"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        try {
            return builder.start();
        } catch (IOException problem) {
            throw new Failure(
                    "cannot start " + name + ": " + problem.getMessage(),
                    "servers are started by way of /bin/sh; elsewhere give --scratch-url",
                    problem);
        }
    }

    /** Goes on for as long as the program does: one whose output nobody takes would come to a halt. */
    private void listen(String readyWords) {
        try (BufferedReader output = shell.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                remember(line);
                if (line.contains(readyWords)) {
                    isReady.complete(true);
                }
            }
        } catch (IOException closed) {
            // Then there is no more to hear.
            remember("");
        } finally {
            isReady.complete(false);
        }
    }

    private void remember(String line) {
        synchronized (lastLines) {
            if (!line.isBlank()) {
                lastLines.addLast(line.strip());
            }
            if (lastLines.size() > KEPT_LINES) {
                lastLines.removeFirst();
            }
        }
    }

    private boolean awaitOutput() {
        try {
            return isReady.get(MOST_MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException tooLong) {
            remember("no answer within " + MOST_MINUTES + " minutes");
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What it said of its end, which may be about to come; absent where it goes on, or said nothing. */
    Optional<String> lastWords() {
        try {
            if (!shell.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        synchronized (lastLines) {
            return lastLines.stream()
                    .filter(line -> GRAVE.matcher(line).find())
                    .findFirst()
                    .or(() -> lastLines.stream().reduce((first, next) -> next));
        }
    }

    private Failure failure(String what) {
        synchronized (lastLines) {
            String last = lastLines.isEmpty() ? "it said nothing" : String.join(" | ", lastLines);
            return new Failure(
                    name + " " + what + ": " + last,
                    "name another server with --scratch-server, or a database with --scratch-url");
        }
    }

    /** Ends the program, and returns when it is gone. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException closed) {
            // The shell is gone, and what it started with it.
            shell.destroy();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
