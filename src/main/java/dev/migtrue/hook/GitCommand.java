package dev.migtrue.hook;

import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The real {@code git}, asked where its hooks lie. What decides that (conditional includes, worktrees, submodules, the command line) only git
 * itself knows in full.
 */
record GitCommand(Path directory, Map<String, String> environment) {

    GitCommand {
        environment = Map.copyOf(environment);
    }

    /** What git prints, mostly a line; absent when it fails or prints nothing. */
    Optional<String> line(String... arguments) {
        Run run = run(arguments);
        return run.exitCode() == 0
                ? Optional.of(run.output().replaceFirst("\r?\n$", "")).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Has git do something that must not fail. */
    void succeed(String... arguments) {
        Run run = run(arguments);
        if (run.exitCode() != 0) {
            throw new Failure(
                    "'git %s' exits with %s".formatted(String.join(" ", arguments), run.exitCode()),
                    "run it by hand to see why");
        }
    }

    private record Run(int exitCode, String output) {}

    private Run run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException problem) {
            throw new Failure(
                    "git cannot be run: " + problem.getMessage(), "install git, or put it on the PATH", problem);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while git ran", "run it again", interruption);
        }
    }

    /** The path that git prints. */
    Path path(String... arguments) {
        return line(arguments)
                .map(directory::resolve)
                .map(Path::normalize)
                .orElseThrow(() -> new UsageException(
                        "not in a git repository: " + directory + ": run inside one, or name it with -C"));
    }
}
